/* What the other scripts share: where the guide is, its pages, the scripts that come when they are asked for, and what this
   browser keeps of this guide alone. */
window.guideSite = (function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const root = new URL("../../", document.currentScript.src);
  const name = "studyguide:" + root.pathname; // of all that is kept: several guides may share a host
  const loading = new Map();

  // Calls `start` on this page, and on each that Material's instant navigation puts in its place.
  function onEachPage(start) {
    if (window.document$) window.document$.subscribe(start);
    else start();
  }

  // Loads a script once. A failure is told in words for the reader, and the next call tries again.
  function load(address) {
    const { href } = new URL(address, location.href);
    if (!loading.has(href)) loading.set(href, loaded(href));
    return loading.get(href);
  }

  function loaded(href) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = href;
      script.addEventListener("load", resolve);
      script.addEventListener("error", function () {
        loading.delete(href);
        reject(new Error(gettext("This needs the network once, and there is none now.")));
      });
      document.head.append(script);
    });
  }

  function keyOf(what) {
    return `${name}:${what}`;
  }

  // What is kept, null where nothing is, and undefined where the reader's settings forbid to know.
  function kept(what) {
    try {
      return JSON.parse(localStorage.getItem(keyOf(what)));
    } catch {
      return undefined;
    }
  }

  // Keeps a value, or with null removes it. Returns whether it will still be known on the next page.
  function keep(what, value) {
    try {
      if (value === null) localStorage.removeItem(keyOf(what));
      else localStorage.setItem(keyOf(what), JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  return { root, name, onEachPage, load, keyOf, kept, keep };
})();

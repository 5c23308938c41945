/* 'Leave this page': hides the page and has another site take its place, so that 'Back' does not return to it, and
   that site is not told where the reader was. Who then goes back to a page that was read before leaves that as well.
   Without this script it is a plain link. */
(function () {
  "use strict";

  const KEPT = "guide.left"; // for as long as the tab is open: where its reader went
  const [arrival] = performance.getEntriesByType("navigation");

  function leave(address) {
    const referrer = document.createElement("meta");
    referrer.name = "referrer";
    referrer.content = "no-referrer";
    document.head.append(referrer);
    document.title = "…";
    document.body.style.setProperty("display", "none", "important");
    location.replace(address);
  }

  // A browser may forbid pages to keep anything.
  function keep(address) {
    try {
      sessionStorage.setItem(KEPT, address);
    } catch {}
  }

  function leaveAgain(isBack) {
    try {
      const address = sessionStorage.getItem(KEPT);
      if (address && isBack) leave(address);
      else sessionStorage.removeItem(KEPT); // who opens the guide anew wants to read it
    } catch {}
  }

  leaveAgain(arrival && arrival.type === "back_forward");
  addEventListener("pageshow", function (event) {
    if (event.persisted) leaveAgain(true);
  });

  document.addEventListener("click", function (event) {
    const link = event.target instanceof Element ? event.target.closest("a.leave-page") : null;
    if (!link) return;
    event.preventDefault();
    keep(link.href);
    leave(link.href);
  });
})();

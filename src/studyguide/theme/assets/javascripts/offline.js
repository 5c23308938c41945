/* 'Save for offline': the reader has the whole guide kept on this device by its worker, is offered a new edition, and can
   have all of it removed. Until then nothing is registered or kept. Without this script, and where a browser knows no such
   worker, there is no control. Only for pages with .guide-offline. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const SILENCE = 15000; // milliseconds after which a worker that tells nothing has been ended by the browser
  const FAILURES = {
    QuotaExceededError: gettext("This device has no room for the guide."),
    DataError: gettext("What came is not the guide: it is just being renewed, or this network asks you to log in first."),
    TypeError: gettext("The network was lost."),
  };
  const { root } = window.guideSite;
  const panel = document.querySelector(".guide-offline");
  if (!panel) return;
  if (!navigator.serviceWorker || !window.caches) return panel.remove();

  const [saving, removing] = panel.querySelectorAll("button");
  const status = panel.querySelector("[role=status]");
  const progress = panel.querySelector("progress");
  const offer = status.textContent;
  let isAsked = false; // whether the reader has pressed a button: then nothing else changes what is shown

  // The worker

  async function registered() {
    const registration = await navigator.serviceWorker.getRegistration(root);
    return registration && registration.scope === root.href ? registration : null; // another may be above it
  }

  function whenActive(registration) {
    const worker = registration.installing || registration.waiting || registration.active;
    return new Promise(function (resolve, reject) {
      function look() {
        if (worker.state === "activated") resolve(worker);
        if (worker.state === "redundant") reject(new DOMException("", "AbortError"));
      }
      worker.addEventListener("statechange", look);
      look();
    });
  }

  // Asks the newest worker, shows how far it is, and gives the state in which it ends.
  async function ask(registration, what) {
    const worker = await whenActive(registration);
    return new Promise(function (resolve, reject) {
      const { port1, port2 } = new MessageChannel();
      const end = () => reject(new DOMException("", "AbortError"));
      let silence = setTimeout(end, SILENCE);
      port1.onmessage = function ({ data }) {
        clearTimeout(silence);
        if (data.state) resolve(data.state);
        else if (data.failed) reject(new DOMException("", data.failed));
        else {
          silence = setTimeout(end, SILENCE);
          progress.value = data.done;
        }
      };
      worker.postMessage(what, [port2]);
    });
  }

  // What is shown

  function show(words, { save = "", canRemove = false, isBusy = false }) {
    const hadFocus = panel.contains(document.activeElement);
    status.textContent = words;
    saving.textContent = save;
    saving.hidden = !save;
    removing.hidden = !canRemove;
    progress.hidden = !isBusy;
    progress.value = 0;
    if (hadFocus && !panel.contains(document.activeElement)) panel.focus();
  }

  function showState({ kept, newest }, before = "") {
    if (!kept) return show(before + offer, { save: gettext("Save for offline") });
    if (kept.edition === newest.edition) {
      const saved = gettext("The guide is saved on this device, and opens without a network.");
      return show(before + saved, { canRemove: true });
    }
    const editions = { old: kept.name, new: newest.name, size: newest.size };
    const words = gettext("This is your saved edition of {old}. A new one, of {new}, is here: {size}.", editions);
    const news = newest.news ? " " + newest.news : ""; // an older worker tells none
    return show(before + words + news, { save: gettext("Get the new edition"), canRemove: true });
  }

  // What the reader can do

  async function stateOf(registration) {
    return registration ? ask(registration, "state") : { kept: null };
  }

  async function save() {
    isAsked = true;
    const before = await stateOf(await registered());
    show(gettext("The guide is being saved on this device."), { isBusy: true });
    try {
      const address = new URL("offline-worker.js", root);
      const registration = (await registered()) || (await navigator.serviceWorker.register(address));
      const after = await ask(registration, "save");
      if (before.kept) location.reload(); // so that all of this page, too, is of the new edition
      else showState(after);
    } catch (error) {
      if (!before.kept) await forget();
      const reason = FAILURES[error.name] || gettext("Saving was interrupted.");
      showState(before, reason + " " + gettext("Nothing has changed.") + " ");
    }
  }

  async function remove() {
    const question = gettext("There is no network now: without the saved guide, no page opens until there is one. Remove it?");
    if (!navigator.onLine && !confirm(question)) return;
    isAsked = true;
    await ask(await registered(), "remove");
    await forget();
    showState({ kept: null }, gettext("Removed.") + " ");
  }

  async function forget() {
    const registration = await registered();
    if (registration) await registration.unregister();
  }

  async function begin() {
    const registration = await registered();
    const state = await stateOf(registration);
    showState(state);
    panel.hidden = false;
    if (state.isSaving) return save(); // begun on another page
    if (!registration) return;
    await registration.update().catch(() => {}); // fails without a network
    const newest = await stateOf(registration);
    if (!isAsked) showState(newest);
  }

  saving.addEventListener("click", save);
  removing.addEventListener("click", remove);
  begin().catch(() => panel.remove()); // the reader's settings forbid it
})();

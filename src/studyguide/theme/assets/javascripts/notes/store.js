/* Notes: where they are kept, a database in this browser. Each change is one transaction that reads what is there first, so
   that two tabs lose nothing; the other tabs are told. */
(function (notes) {
  "use strict";

  const { gettext } = window.guideLabels;
  const { name, keep } = window.guideSite;
  const STORE = "notes";

  // An error in words for the reader.
  function inWords(error) {
    if (error?.name === "QuotaExceededError") return new Error(gettext("This device has no room for the note."));
    return new Error(gettext("This browser keeps nothing for this page, as in a private window or by its settings."));
  }

  function opened(onClose) {
    return new Promise(function (resolve, reject) {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
      request.onerror = () => reject(request.error);
      request.onsuccess = function () {
        request.result.onclose = onClose; // the browser removes it
        request.result.onversionchange = function () {
          request.result.close(); // another tab removes it
          onClose();
        };
        resolve(request.result);
      };
    });
  }

  function result(request) {
    return new Promise(function (resolve, reject) {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  function completed(transaction) {
    return new Promise(function (resolve, reject) {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }

  // The notes of this guide. `onChange` is called when another tab has "changed" or "removed" them.
  function store(onChange) {
    const channel = window.BroadcastChannel ? new BroadcastChannel(name) : null;
    if (channel) channel.onmessage = ({ data }) => onChange(data);
    let database = null;

    // Runs `work`, which gets the object store, and waits until all of it is written.
    async function within(mode, work) {
      try {
        database ??= opened(() => (database = null));
        const transaction = (await database).transaction(STORE, mode);
        const done = completed(transaction);
        done.catch(() => {}); // told below, unless something went wrong before
        const value = await work(transaction.objectStore(STORE));
        await done;
        if (mode === "readwrite") remember();
        return value;
      } catch (error) {
        database = null; // the next try opens it anew
        throw inWords(error);
      }
    }

    // By this sign other pages know without opening the database that there are notes.
    function remember() {
      keep("notes", 1);
      channel?.postMessage("changed");
    }

    // Every record, those of deleted notes too.
    function records() {
      return within("readonly", (kept) => result(kept.getAll()));
    }

    // Adds records to those that are there; returns how many became what.
    function add(theirs) {
      return within("readwrite", async function (kept) {
        const mine = theirs.length === 1 ? await result(kept.get(theirs[0].id)) : await result(kept.getAll());
        const merged = notes.merge([mine || []].flat(), theirs);
        for (const record of merged.records) kept.put(record);
        return merged.count;
      });
    }

    async function removeAll() {
      if (database) (await database).close();
      database = null;
      await result(indexedDB.deleteDatabase(name)).catch((error) => {
        throw inWords(error);
      });
      keep("notes", null);
      channel?.postMessage("removed");
    }

    return { records, add, removeAll };
  }

  Object.assign(notes, { store });
})(window.guideNotes);

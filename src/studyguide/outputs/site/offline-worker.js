/* Keeps one edition of the guide whole on this device, when its reader asks for it, and answers from it, with a network
   or without. Before this text stands what this worker's edition holds: const GUIDE = {edition, name, size, news, bytes, files}.

   A worker is not an edition: a new worker takes over at once, and goes on to answer from the edition that is kept, until
   the reader asks for the new one and all of it is here. Each page, with all that it asks for, has one edition. */
"use strict";

const HERE = new URL("./", self.location).href;
const NOTES = "guide " + HERE; // the cache that says which edition is kept; other guides may live on this host
const MINE = NOTES + " " + GUIDE.edition; // the cache of this worker's own edition
const NETWORK = ""; // in place of a cache's name
const LANES = 4; // files that are fetched at a time
const young = new Set(); // pages, by client id, that have been answered and are not yet among the browser's clients
let saving = null; // {done, whole}: the bytes so far, and the promise of all

// What is noted: which edition is kept, and where open pages came from that are of no, or of an older, edition.

async function kept() {
  const note = await caches.match(HERE, { cacheName: NOTES });
  return note ? note.json() : null;
}

function noteOf(page) {
  return HERE + "?page=" + page;
}

async function editionOf(page) {
  const note = await caches.match(noteOf(page), { cacheName: NOTES });
  return note ? note.text() : (await kept())?.cache;
}

async function note(address, text) {
  const notes = await caches.open(NOTES);
  await notes.put(address, new Response(text));
}

// Answering

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", function (event) {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(HERE)) event.respondWith(answer(event));
});

async function answer({ request, clientId, resultingClientId }) {
  const isPage = request.mode === "navigate";
  const edition = isPage ? (await kept())?.cache : await editionOf(clientId);
  const found = edition && (await find(edition, request.url));
  if (isPage) young.add(resultingClientId);
  if (found) return found;
  try {
    const fetched = await fetch(request);
    // What the kept edition does not have comes from the network, and so must all that it asks for.
    if (edition !== undefined && resultingClientId) await note(noteOf(resultingClientId), NETWORK);
    return fetched;
  } catch (error) {
    const notFound = isPage && edition && (await find(edition, HERE + "404.html"));
    if (!notFound) throw error;
    return new Response(notFound.body, { status: 404, headers: notFound.headers });
  }
}

async function find(cacheName, url) {
  const address = url.split(/[?#]/)[0];
  if (address.endsWith("/")) return caches.match(address + "index.html", { cacheName });
  const file = await caches.match(address, { cacheName });
  const isFolder = !file && (await caches.match(address + "/index.html", { cacheName }));
  return isFolder ? Response.redirect(url.replace(address, address + "/")) : file;
}

// Keeping

async function save() {
  await tidy();
  const before = await kept();
  if (before?.cache === MINE) return;
  try {
    await fetchAll(await caches.open(MINE));
    for (const page of await openPages()) {
      const edition = (await editionOf(page)) || NETWORK;
      await note(noteOf(page), edition);
    }
    const { edition, name, news } = GUIDE;
    await note(HERE, JSON.stringify({ cache: MINE, edition, name, last: news?.last })); // the switch
  } catch (error) {
    await caches.delete(MINE);
    throw error;
  }
}

async function fetchAll(cache) {
  const paths = Object.keys(GUIDE.files);
  const stop = new AbortController();
  const lane = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) {
      const bytes = await fetchInto(cache, path, stop.signal);
      saving.done += bytes;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane)).finally(() => stop.abort());
}

// What came is what the guide holds, and no answer of a host that is just being renewed, or of a network's own login page.
async function fetchInto(cache, path, signal) {
  const response = await fetch(HERE + path, { cache: "no-cache", signal });
  const content = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== GUIDE.files[path]) throw new DOMException("Other content: " + path, "DataError");
  const headers = { "Content-Type": response.headers.get("Content-Type") };
  await cache.put(HERE + path, new Response(content, { headers }));
  return content.byteLength;
}

// Taking away

async function openPages() {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "all" }); // the search's worker, too
  for (const { id } of pages) young.delete(id);
  return new Set([...pages.map(({ id }) => id), ...young]);
}

// What was begun and not ended, and editions that no open page came from.
async function tidy() {
  const used = [NOTES, (await kept())?.cache];
  const pages = await openPages();
  for (const { url } of (await caches.has(NOTES)) ? await (await caches.open(NOTES)).keys() : []) {
    const page = new URL(url).searchParams.get("page");
    if (pages.has(page)) used.push(await editionOf(page));
    else if (page) await (await caches.open(NOTES)).delete(url);
  }
  await drop((name) => !used.includes(name));
}

async function drop(isUnwanted) {
  const names = (await caches.keys()).filter((name) => name === NOTES || name.startsWith(NOTES + " "));
  await Promise.all(names.filter(isUnwanted).map((name) => caches.delete(name)));
}

// What a page asks for, and what it is told, as messages to the port that it sent along

// What has changed since the last edition that the kept one knows of.
function newsFor(before) {
  const { since = {}, older = "" } = GUIDE.news || {};
  return since[before?.last] ?? older;
}

async function state() {
  if (!saving) await tidy();
  const { edition, name, size } = GUIDE;
  const before = await kept();
  return { kept: before, newest: { edition, name, size, news: newsFor(before) }, isSaving: Boolean(saving) };
}

const ACTIONS = {
  state,

  async save(tell) {
    if (!saving) {
      saving = { done: 0 };
      saving.whole = save().finally(() => (saving = null));
    }
    const telling = setInterval(() => saving && tell({ done: saving.done / GUIDE.bytes }), 200);
    await saving.whole.finally(() => clearInterval(telling));
    return state();
  },

  async remove() {
    await drop(() => true);
    return state();
  },
};

self.addEventListener("message", function (event) {
  const [port] = event.ports;
  const tell = (news) => port.postMessage(news);
  const work = ACTIONS[event.data](tell);
  event.waitUntil(work.then((state) => tell({ state }), (error) => tell({ failed: error.name })));
});

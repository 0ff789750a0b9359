// The service worker: glue. It keeps bytes and passes messages; what they mean is decided in Rust (offline.wasm).
//
// Learning pages are answered here first, when code, packs and the person's state are at hand; other pages come from the
// network. An act is written in one strict transaction (the new state, and its statement into the outbox) before the browser
// is sent on. The outbox goes to /xapi/statements whenever there is a chance.

const FILES = "files"; // Code, styles, fonts, pictures, packs.
const PAGES = "pages"; // The last copy of pages of the network that may be kept.
const MANIFEST = "/offline/manifest";
const NETWORK_LIMIT_MS = 2500;
const SYNC_LIMIT_MS = 1000;
const SENT_WITHIN_MS = 4_000;
const FRESH_MS = 60_000;
const CERTIFICATES_FRESH_MS = 3_600_000; // So old may the list of withdrawn certificates become while there is a network.
const BATCH = 100;
const REFUSALS = [400, 409, 413]; // Answers that are about what was sent; any other may be another one the next time.

self.addEventListener("install", (event) => event.waitUntil(fetchEverything().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("sync", (event) => event.waitUntil(synchronise()));
self.addEventListener("message", (event) => {
  if (event.data.course) event.waitUntil(tellOfCourse(event.data, event.ports[0]));
  else if (event.data === "loaded") event.waitUntil(queue(beSomebody).then(synchronise));
  else event.waitUntil(synchronise());
});
self.addEventListener("fetch", (event) => {
  const { origin, pathname, search } = new URL(event.request.url);
  if (origin !== self.location.origin || isForeignForm(event.request)) return;
  // A browser that lends no database (some private windows) still shows the network's pages.
  const plain = (error) => complain(error) ?? fetch(event.request);
  if (event.request.mode === "navigate") event.respondWith(navigate(event, pathname + search).catch(plain));
  else if (pathname.startsWith("/static/")) event.respondWith(file(event.request));
});

// Pages.

/** Whether a form was not sent by a page of ours, which always says so (referrer-policy: same-origin): the server refuses it. */
const isForeignForm = ({ method, mode, referrer }) =>
  method === "POST" && mode === "navigate" && !referrer.startsWith(`${self.location.origin}/`);

async function navigate(event, path) {
  const { request } = event;
  const body = request.method === "POST" ? await request.clone().text() : "";
  const here = () => answer(request.method, path, body);
  if (await isStale()) await within(synchronise(), SYNC_LIMIT_MS);
  const { certificates } = await manifest();
  // Only the server knows of withdrawals since the list was fetched: it is asked first.
  const isForServer = path.startsWith(certificates.judges) || (await isStale());
  const local = isForServer ? null : await here();
  if (!local) return request.method === "POST" ? send(event, here) : ask(event, path, here);
  event.waitUntil(synchronise());
  if (request.method === "POST") event.waitUntil(self.registration.sync?.register("outbox").catch(complain));
  return local;
}

/** A page from the network, or its last copy, or the page that says it needs the network. */
async function ask(event, path, here) {
  await within(tail, SYNC_LIMIT_MS);
  const asked = reach(event.request);
  event.waitUntil(asked.then((response) => keep(path, response.clone())).catch(complain));
  const response = await within(asked.catch(() => null), NETWORK_LIMIT_MS);
  // Switching the language is a link: the state, which knows the language, is fetched again.
  if (response?.type === "opaqueredirect") await markStale();
  if (response) event.waitUntil(synchronise());
  const copy = response ?? (await here()) ?? (await caches.match(path, { cacheName: PAGES }));
  // A slow network is better than none.
  return copy ?? asked.catch(() => lost(path));
}

/** A form for the server. What it changes there is not known here, so the state is fetched again. */
async function send(event, here) {
  await within(synchronise(), SYNC_LIMIT_MS); // What still waits then stays with its person, whoever is signed in.
  await markStale();
  try {
    const response = await reach(event.request);
    await markStale(); // A run may have fetched the state from before the form meanwhile.
    await caches.delete(PAGES); // They may show what this form has changed, or another person.
    event.waitUntil(synchronise());
    return response;
  } catch {
    const { pathname, search } = new URL(event.request.referrer || "/", self.location);
    return (await here()) ?? lost(pathname + search);
  }
}

async function keep(path, response) {
  const { keep } = await manifest();
  if (!response.ok || !keep.some((start) => path.startsWith(start))) return;
  await (await caches.open(PAGES)).put(path, response);
}

const lost = async (path) => (await answer("LOST", path, "")) ?? Response.error();
const file = async (request) => (await caches.match(request, { cacheName: FILES })) ?? fetch(request);

// The Rust within.

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
let awake = {}; // The Rust within, by the address of its code.
let online = true;

/** Asks the Rust and does what it says: a Response (or the names of packs), or null when the request is not its own. */
async function answer(method, path, body) {
  const { wasm, certificates } = await manifest();
  const code = method === "GET" && path.startsWith(certificates.judges) ? certificates.wasm : wasm;
  try {
    awake[code] ??= wake(code);
    for (const { exports, packs } = await awake[code]; ; ) {
      const [kind, what] = await askRust(exports, method, path, body);
      if (kind === "page") {
        const { headers } = await manifest(); // A page made here is guarded like one of the server's.
        return new Response(what, { headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
      }
      if (kind === "redirect") return Response.redirect(what, 303);
      if (kind === "keep") return what.split(" ");
      if (kind !== "need" || !packs.has(what)) return null;
      // A course that is opened for the first time may come slowly: then this page comes from the network.
      const found = await within(fromFiles(packs.get(what)).catch(complain), NETWORK_LIMIT_MS);
      if (!found) return null;
      const pack = await found.arrayBuffer();
      packs.delete(what); // A pack that did not help is not asked for again.
      call(exports, "load", [what, new Uint8Array(pack)]);
    }
  } catch (error) {
    delete awake[code]; // After a fault its memory may be in disorder.
    return complain(error);
  }
}

/** One transaction reads the state, decides, writes state and outbox: two taps at once can't overtake each other. */
async function askRust(exports, method, path, body) {
  const chance = crypto.getRandomValues(new Uint8Array(20));
  let said;
  await transact(method === "POST" ? "readwrite" : "readonly", async ({ meta, states, outbox }) => {
    const person = (await done(meta.get("who")))?.value ?? "";
    const rows = async (whose) => done(outbox.index("person").getAll(whose));
    const { text = "" } = (await done(states.get(person))) ?? {};
    const away = online && navigator.onLine ? "" : "1";
    // With a network an act is sent within moments: a notice that comes and goes with every tap would only disturb.
    const late = Date.now() - SENT_WITHIN_MS;
    const waits = ({ at }) => away || !(at > late);
    const waiting = (await rows(person)).filter(waits).length + (await rows(refused(person))).length;
    said = call(exports, "handle", [method, path, body, `${Date.now()}`, chance, text, `${waiting}`, away]);
    if (said.length < 4) return;
    states.put({ person, text: said[2] });
    outbox.add({ person, statement: said[3], at: Date.now() });
  });
  return said;
}

/** Sends fields to the Rust; each goes after its length as a little-endian u32, and so they come back. */
function call(exports, name, fields) {
  const parts = fields.map((field) => (typeof field === "string" ? encoder.encode(field) : field));
  let at = exports.alloc(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  for (const part of parts) {
    new DataView(exports.memory.buffer).setUint32(at, part.length, true);
    new Uint8Array(exports.memory.buffer).set(part, at + 4);
    at += 4 + part.length;
  }
  const length = exports[name]();
  if (name === "load") return [];
  const [said, from, { buffer }] = [[], exports.out(), exports.memory];
  for (let read = from; read < from + length; ) {
    const size = new DataView(buffer).getUint32(read, true);
    said.push(decoder.decode(new Uint8Array(buffer, read + 4, size)));
    read += 4 + size;
  }
  return said;
}

async function wake(code) {
  const { packs, certificates } = await manifest();
  const { instance } = await WebAssembly.instantiate(await (await fromFiles(code)).arrayBuffer());
  return { exports: instance.exports, packs: new Map([...packs, ["certificates", certificates.url]]) };
}

async function fromFiles(url) {
  const cache = await caches.open(FILES);
  if (!(await cache.match(url))) await cache.add(url);
  return cache.match(url);
}

const manifest = async () => (await fromFiles(MANIFEST)).json();

/** Fetches code, files and packs of the server's version; the old ones go when the new ones are all there. */
async function fetchEverything() {
  const cache = await caches.open(FILES);
  const told = await good(reach(MANIFEST, { cache: "no-store" }));
  const { wasm, files, packs } = await told.clone().json();
  const kept = await keptFiles();
  // The courses that are on the phone come along in their new version.
  const held = new Set(["syllabus", ...[...kept].map((url) => url.match(/^\/offline\/pack\/(.+)\./)?.[1])]);
  const wanted = new Set([wasm, ...files, ...packs.filter(([name]) => held.has(name)).flatMap(filesOf)]);
  // A name with a hash always means the same bytes; the others (pictures) are fetched again.
  await cache.addAll([...wanted].filter((url) => !kept.has(url) || !/\.[0-9a-f]{16}(\.|$)/.test(url)));
  await cache.put(MANIFEST, told);
  awake = {};
  const { certificates } = await manifest();
  const isOver = (url) => ![MANIFEST, certificates.url, certificates.wasm].includes(url) && !wanted.has(url);
  await Promise.all([...kept].filter(isOver).map((url) => cache.delete(url)));
  await caches.delete(PAGES);
}

// Courses.

const filesOf = ([, url, , pictures]) => [url, ...pictures];
const keptFiles = async () =>
  new Set((await (await caches.open(FILES)).keys()).map(({ url }) => new URL(url).pathname));

async function fetchPack(pack) {
  const kept = await keptFiles();
  await (await caches.open(FILES)).addAll(filesOf(pack).filter((url) => !kept.has(url)));
}

/** Fetches the course of the next step and those that were begun, with their pictures. */
async function fetchCourses() {
  const names = (await answer("KEEP", "/", "")) ?? [];
  const { packs } = await manifest();
  for (const pack of packs.filter(([name]) => names.includes(name))) await fetchPack(pack);
}

/** Tells a page whether a course is on the phone and how heavy it is, after fetching it when that is wanted. */
async function tellOfCourse({ course, isWanted }, port) {
  const pack = (await manifest()).packs.find(([name]) => name === `course-${course}`);
  if (!pack) return;
  const hasFailed = isWanted && !(await fetchPack(pack).then(() => true, complain));
  const kept = await keptFiles();
  port.postMessage({ bytes: pack[2], hasFailed, isHere: filesOf(pack).every((url) => kept.has(url)) });
}

// The outbox.

let tail = Promise.resolve(); // Work with the server goes one after the other.
let waitingRun = null;
let fetchedAt = 0;
let certificatesAt = 0;

function queue(work) {
  tail = tail.then(work).catch(complain);
  return tail;
}

/** Sends the outbox, then fetches the state. Whoever asks while a run waits for its turn gets that run. */
function synchronise() {
  waitingRun ??= queue(() => { waitingRun = null; return syncOnce(); });
  return waitingRun;
}

/** Fetches what is known of certificates, when it is not fresh, and the code that judges them. */
async function fetchCertificates() {
  if (Date.now() - certificatesAt < CERTIFICATES_FRESH_MS) return;
  const { certificates } = await manifest();
  const response = await good(reach(certificates.url, { cache: "no-store" }));
  await fromFiles(certificates.wasm);
  await (await caches.open(FILES)).put(certificates.url, response);
  certificatesAt = Date.now();
  delete awake[certificates.wasm]; // It holds the old list.
}

async function syncOnce() {
  await fetchCertificates();
  // The outbox is sent as the person of the session, so it must be known who that is.
  if (!(await who()) || (await isStale())) await fetchState();
  const person = await who();
  if (!person) return;
  const isChanged = await sendOutbox(person);
  if (isChanged || (await isStale()) || Date.now() - fetchedAt > FRESH_MS) await fetchState();
  const state = await get("states", (await who()) ?? "");
  if (state && JSON.parse(state.text).version !== (await manifest()).version) {
    await fetchEverything();
    await label(await rowsOf(refused(person)), person); // The new version may take what the old one refused.
  }
  await fetchCourses();
}

/** Sends what waits, oldest first; whether the server decided on any of it. Only what it has for sure is deleted. */
async function sendOutbox(person) {
  const rows = await rowsOf(person);
  const batches = [];
  while (rows.length) batches.push(rows.splice(0, BATCH));
  for (let isChanged = false; ; isChanged = true) {
    const batch = batches.shift();
    if (!batch) return isChanged;
    const response = await post(batch);
    if (response.ok) {
      const taken = new Set(await response.json());
      await drop(batch.filter(({ statement }) => taken.has(JSON.parse(statement).id)));
    } else if (!REFUSALS.includes(response.status)) {
      if ([401, 403].includes(response.status)) await markStale(); // It is another person's session, or nobody's.
      return isChanged;
    } else if (batch.length > 1) batches.unshift(...batch.map((row) => [row])); // Find out which one is refused.
    else await label(batch, refused(person)); // It waits aside, so that it holds up neither the others nor the state.
  }
}

function post(batch) {
  const headers = { "content-type": "application/json", "x-experience-api-version": "2.0.0" };
  const body = `[${batch.map(({ statement }) => statement).join(",")}]`;
  return reach("/xapi/statements", { method: "POST", headers, body });
}

/** The key, instead of the person's, of what the server refused: it stays on the device and counts as not sent. */
const refused = (person) => [person, "refused"];
const rowsOf = (key) => transact("readonly", ({ outbox }) => done(outbox.index("person").getAll(key)));
const label = (rows, person) =>
  transact("readwrite", ({ outbox }) => rows.forEach((row) => outbox.put({ ...row, person })));
const drop = (rows) => transact("readwrite", ({ outbox }) => rows.forEach(({ place }) => outbox.delete(place)));

/** Fetches the state of the session's person. It replaces ours only when nothing waits that the server does not know. */
async function fetchState(method = "GET") {
  const response = await reach("/offline/state", { method, cache: "no-store" });
  const state = response.status === 401 ? null : await (await good(response)).json();
  const person = state?.learner.person;
  await transact("readwrite", async ({ meta, states, outbox }) => {
    meta.delete("stale");
    const before = (await done(meta.get("who")))?.value;
    const isEmpty = async (whose) => (await done(outbox.index("person").count(whose))) === 0;
    if (before && before !== person && (await isEmpty(before))) states.delete(before);
    if (!person) return meta.delete("who");
    meta.put({ key: "who", value: person });
    const ours = await done(states.get(person));
    if (ours && !(await isEmpty(person))) return;
    const acts = ours ? JSON.parse(ours.text).acts : []; // To know them again on a page that is gone back to.
    states.put({ person, text: JSON.stringify({ ...state, acts }) });
  });
  fetchedAt = Date.now();
}

/** Makes a guest of a visitor who is nobody yet, so that a first act without a network has a person. */
async function beSomebody() {
  if (!(await who())) await fetchState();
  if (!(await who())) await fetchState("POST");
}

const who = async () => (await get("meta", "who"))?.value;
const isStale = async () => Boolean(await get("meta", "stale"));
const markStale = () => put("meta", { key: "stale", value: true });

// The browser's database: meta (who, stale), states by person, the outbox in the order of the acts.

let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("hocvuso", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("meta", { keyPath: "key" });
      request.result.createObjectStore("states", { keyPath: "person" });
      const outbox = request.result.createObjectStore("outbox", { keyPath: "place", autoIncrement: true });
      outbox.createIndex("person", "person");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened.catch((error) => { opened = null; throw error; });
}

/** Does work in one transaction; it is over when the work is on the disk. The work awaits nothing but the database. */
async function transact(mode, work) {
  const transaction = (await database()).transaction(["meta", "states", "outbox"], mode, { durability: "strict" });
  const over = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });
  const store = (name) => transaction.objectStore(name);
  const worked = Promise.resolve(work({ meta: store("meta"), states: store("states"), outbox: store("outbox") }));
  worked.catch(() => { try { transaction.abort(); } catch { /* it is over already */ } });
  return (await Promise.all([worked, over]))[0];
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const get = (name, key) => transact("readonly", (stores) => done(stores[name].get(key)));
const put = (name, row) => transact("readwrite", (stores) => { stores[name].put(row); });

// Small things.

async function reach(...what) {
  try {
    const response = await fetch(...what);
    online = true;
    return response;
  } catch (error) {
    online = false;
    throw error;
  }
}

async function good(asked) {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
  return response;
}

/** What a promise gives, or null when it takes longer. */
const within = (promise, limit) => Promise.race([promise, new Promise((end) => setTimeout(end, limit, null))]);

function complain(error) {
  if (online) console.warn(error); // That there is no network is no news.
  return null;
}

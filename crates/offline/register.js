// Registers the service worker once the page has settled, and tells it when there is a chance to send.

const worker = navigator.serviceWorker;
let isLeaving = false;

function tell(message) {
  // Nothing is begun while a form is on its way: the server may be making a person of this visitor just then.
  if (!isLeaving) worker.controller?.postMessage(message);
}

async function settle() {
  if (worker.controller) tell("loaded");
  else worker.addEventListener("controllerchange", () => tell("loaded"), { once: true });
  await worker.register("/sw.js", { updateViaCache: "none" });
  // What was learned shall outlast a full disk: asked for after the first lesson or practice was gone through.
  const worthKeeping = /^\/practice\//.test(location.pathname);
  if (worthKeeping && !(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.();
}

if (worker) {
  addEventListener("submit", () => { isLeaving = true; });
  addEventListener("pageshow", () => { isLeaving = false; });
  addEventListener("online", () => tell("online"));
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
  const begin = () => idle(() => settle().catch(console.warn));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}

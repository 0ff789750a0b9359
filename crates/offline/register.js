// Registers the service worker once the page has settled, and tells it when there is a chance to send.

const worker = navigator.serviceWorker;
let isLeaving = false;

function tell(message) {
  // Nothing is begun while a form is on its way: the server may be making a person of this visitor just then.
  if (!isLeaving) worker.controller?.postMessage(message);
}

async function settle() {
  const begin = () => { tell("loaded"); offerCourse(); };
  if (worker.controller) begin();
  else worker.addEventListener("controllerchange", begin, { once: true });
  await worker.register("/sw.js", { updateViaCache: "none" });
  // What was learned shall outlast a full disk: asked for after the first lesson or practice was gone through.
  const worthKeeping = /^\/practice\//.test(location.pathname);
  if (worthKeeping && !(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.();
}

/** On the page of a course: says whether it is on the phone and how heavy it is, and has it fetched on demand. */
function offerCourse() {
  const box = document.getElementById("keep");
  if (!box || !worker.controller) return;
  const show = (now) => {
    box.hidden = false;
    for (const part of box.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(now);
  };
  const ask = (isWanted) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: { bytes, isHere, hasFailed } }) => {
      box.querySelector("[data-size]").textContent = Math.ceil(bytes / 1000);
      show(isHere ? "here" : hasFailed ? "failed" : "away");
    };
    worker.controller.postMessage({ course: box.dataset.course, isWanted }, [port2]);
  };
  box.querySelector("button").onclick = () => { show("coming"); ask(true); };
  ask(false);
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

// Reads the page aloud with the browser's own voice, where it has one for the page's language. Nothing is kept, nothing is sent.

const button = document.getElementById("listen");
const speech = window.speechSynthesis;
const lang = document.documentElement.lang;
// The smallest blocks that hold words. What is done with them (buttons below, links elsewhere, progress) is not read.
const BLOCKS = "h1,h2,h3,p,li,legend,label,summary,button,.p-card b,.p-card span";
const QUIET = ".listen,.back,.steps,.actions,.muted,.vh,[aria-hidden=true],[hidden],[inert],details:not([open])>:not(summary)";

const voice = () => {
  const fitting = speech.getVoices().filter((one) => one.lang.toLowerCase().split(/[-_]/)[0] === lang);
  return fitting.find((one) => one.localService) ?? fitting[0];
};

function words() {
  const blocks = [...document.querySelectorAll(`main :is(${BLOCKS})`)];
  const isRead = (one) => !one.closest(QUIET) && !one.querySelector(BLOCKS) && one.checkVisibility?.() !== false;
  return blocks.filter(isRead).map((one) => one.innerText.trim()).filter(Boolean);
}

function show(isReading) {
  const label = button.lastElementChild;
  button.dataset.read ??= label.textContent;
  label.textContent = isReading ? button.dataset.stop : button.dataset.read;
}

function stop() {
  speech.cancel();
  show(false);
}

function read() {
  const all = words();
  for (const [place, text] of all.entries()) {
    const said = new SpeechSynthesisUtterance(text);
    said.lang = lang;
    said.voice = voice();
    said.rate = 0.9;
    if (place === all.length - 1) said.onend = () => show(false);
    speech.speak(said);
  }
  show(all.length > 0);
}

function offer() {
  button.hidden = !voice();
}

if (button && speech) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  button.addEventListener("click", () => (speech.speaking || speech.pending ? stop() : read()));
  // The voice would otherwise go on over the next page.
  addEventListener("pagehide", stop);
  addEventListener("submit", stop);
}

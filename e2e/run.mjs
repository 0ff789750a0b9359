// Tells every story in e2e/stories to a real browser:
//
//     HOCVUSO_BIN=target/debug/hocvuso node e2e/run.mjs [--shots] [WORD…]
//
// --shots   keep a picture after every step, in e2e/shots
// WORD…     only the tellings whose kind and sentence hold every word ("without javascript", "certificate")
//
// CHROMIUM names the browser when it is not /usr/bin/chromium. Ends with `N passed, N failed`.

import { readdir } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { chromium } from "playwright-core";
import { Gate } from "./lib/gate.mjs";
import { startProduct } from "./lib/product.mjs";
import { stories } from "./lib/story.mjs";
import { LAUNCH, Visit } from "./lib/visit.mjs";

const shots = process.argv.includes("--shots");
const words = process.argv.slice(2).filter((word) => word !== "--shots").map((word) => word.toLowerCase());
const folder = new URL("stories/", import.meta.url);

for (const file of (await readdir(folder)).filter((name) => name.endsWith(".mjs")).sort()) await import(new URL(file, folder));
if (!process.env.HOCVUSO_BIN) throw new Error("HOCVUSO_BIN must name the binary to test");

const product = await startProduct(process.env.HOCVUSO_BIN);
const gate = await Gate.before(product.port);
const browser = await chromium.launch(LAUNCH);
let passed = 0;
let failed = 0;
try {
  for (const { story, kind } of asked()) (await told(story, kind)) ? passed++ : failed++;
} finally {
  await browser.close();
  gate.close();
  if (failed) console.log(`\nlast words of the product:\n${product.log()}`);
  await product.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

function asked() {
  const tellings = stories.flatMap((story) => story.kinds.map((kind) => ({ story, kind })));
  return tellings.filter(({ story, kind }) => words.every((word) => `${kind} ${story.sentence}`.toLowerCase().includes(word)));
}

async function told({ sentence, before, tell }, kind) {
  const visit = new Visit({ browser, gate, kind, sentence, shots });
  const from = performance.now();
  const seconds = () => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  try {
    await visit.begin(before);
    await tell(visit.tools());
    if (visit.complaints().length) throw new Error(`the page complained:\n${visit.complaints().join("\n")}`);
    console.log(`ok      ${kind}: ${sentence} (${seconds()})`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${kind}: ${sentence} (${seconds()})\n${await visit.account()}\n    ${withoutColour(error.message)}`);
    return false;
  } finally {
    await visit.end();
  }
}

function withoutColour(text) {
  return text.replace(/\x1b\[\d+m/g, "");
}

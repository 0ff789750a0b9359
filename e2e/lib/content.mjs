// What the content files say, read for the stories only: the answers a learner types and the right choices of the check.

import { readdirSync, readFileSync } from "node:fs";

const CONTENT = new URL("../../content/", import.meta.url);

/** What is to be typed into each field of a practice, by the field's id. */
export function answersOf(practice) {
  const answers = new Map();
  let field = "";
  for (const [word, rest] of lines(`practices/${practice}.txt`)) {
    if (word === "field") field = rest;
    if (word === "answer") answers.set(field, vietnamese(rest));
  }
  return answers;
}

/** What can be tapped on the screen of a question. */
const TAPS = ["app", "button", "link", "row", "toggle", "qr", "banner"];

/** How every question is answered rightly, by its id: its kind, and what is chosen, put in order or tapped (the number of the place). */
export function rightAnswers() {
  const answers = new Map();
  for (const file of readdirSync(new URL("items/", CONTENT))) {
    let answer;
    let taps;
    for (const [word, rest] of lines(`items/${file}`)) {
      if (word === "item") answers.set(rest, ((taps = 0), (answer = { kind: "choice", right: [] })));
      else if (word === "kind") answer.kind = rest;
      else if (answer?.kind === "tap" && TAPS.includes(word)) taps++;
      else if (answer?.kind === "tap" && word === "right") answer.right.push(taps - 1);
      else if (word === "right" || word === "step") answer.right.push(vietnamese(rest));
    }
  }
  return answers;
}

/** The first word of each line and what follows it. */
function lines(file) {
  const text = readFileSync(new URL(file, CONTENT), "utf8");
  return text.split("\n").map((line) => /^\s*(\S*)\s*(.*?)\s*$/.exec(line).slice(1));
}

function vietnamese(text) {
  return text.split(" || ")[0];
}

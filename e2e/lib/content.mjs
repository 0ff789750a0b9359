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

/** The text of the right choice of every question, by the question's id. */
export function rightChoices() {
  const right = new Map();
  for (const file of readdirSync(new URL("items/", CONTENT))) {
    let item = "";
    for (const [word, rest] of lines(`items/${file}`)) {
      if (word === "item") item = rest;
      if (word === "right") right.set(item, vietnamese(rest));
    }
  }
  return right;
}

/** The first word of each line and what follows it. */
function lines(file) {
  const text = readFileSync(new URL(file, CONTENT), "utf8");
  return text.split("\n").map((line) => /^\s*(\S*)\s*(.*?)\s*$/.exec(line).slice(1));
}

function vietnamese(text) {
  return text.split(" || ")[0];
}

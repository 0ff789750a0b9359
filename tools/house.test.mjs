// The arrows of the house: what ARCHITECTURE.md says about who may know whom. Run by `./test house`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

const root = new URL("..", import.meta.url).pathname;

/** Crate by crate, whom of the house it may name. A new arrow is drawn here and in ARCHITECTURE.md in its own commit. */
const LEAVES = ["territory", "irt", "xapi", "credential"];
const ARROWS = {
  territory: [],
  irt: [],
  xapi: [],
  credential: [],
  print: [],
  memory: [],
  domain: LEAVES,
  pages: ["domain", ...LEAVES],
  store: ["domain", ...LEAVES],
  // web names the state that the service worker keeps: one type on both sides.
  web: ["store", "offline", "pages", "print", "memory", "domain", ...LEAVES],
  offline: ["pages", "domain", ...LEAVES],
  hocvuso: ["web", "store", "pages", "domain", ...LEAVES],
  // Measured without the house around them.
  benches: ["irt", "print", "domain", "pages"],
  testkit: ["web", "store", "pages", "domain", ...LEAVES],
};
const PURE = [...LEAVES, "print", "memory", "domain", "pages"];

/** Words that a crate without a clock, chance or IO has no use for. */
const IMPURE = [
  "SystemTime", "Instant::now", "Timestamp::now", "Zoned::now", "now_v7", "new_v4", "rand::", "getrandom",
  "std::fs", "std::net", "std::env", "std::process", "std::thread", "std::io::stdin", "async fn", "tokio",
];

const metadata = JSON.parse(
  execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { cwd: root, maxBuffer: 1 << 26 }),
);

/** The Rust files under a crate's folder, as [path, text]. */
function sources(crate, folders = ["src"]) {
  return folders
    .map((folder) => (crate === "benches" ? join(root, crate) : join(root, "crates", crate, folder)))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".rs"))
    .map((path) => [path.slice(root.length), readFileSync(path, "utf8")]);
}

/** The lines that are compiled into the product: no comments, nothing after the file's tests begin. */
function productLines(text) {
  const lines = text.split(/^#\[cfg\(test\)\]/m)[0].split("\n");
  return lines.map((line, at) => [at + 1, line]).filter(([, line]) => !/^\s*\/\//.test(line));
}

function offences(crates, words) {
  return crates.flatMap((crate) =>
    sources(crate).flatMap(([path, text]) =>
      productLines(text).flatMap(([at, line]) =>
        words.filter((word) => line.includes(word)).map((word) => `${path}:${at} says ${word}`),
      ),
    ),
  );
}

test("every crate stands in the table of arrows", () => {
  assert.deepEqual(metadata.packages.map(({ name }) => name).sort(), Object.keys(ARROWS).sort());
});

for (const { name, dependencies } of metadata.packages) {
  test(`${name} knows only whom it may know`, () => {
    const known = dependencies.filter(({ kind, path }) => path && kind !== "dev").map((known) => known.name);
    assert.deepEqual(known.filter((other) => !ARROWS[name]?.includes(other)), []);
  });
}

test("pure crates have no clock, no chance, no IO", () => {
  assert.deepEqual(offences(PURE, IMPURE), []);
});

test("no SQL outside store", () => {
  const others = Object.keys(ARROWS).filter((crate) => !["store", "testkit"].includes(crate));
  assert.deepEqual(offences(others, ["SELECT ", "INSERT INTO ", "DELETE FROM ", "rusqlite", "tokio_postgres"]), []);
});

test("no HTTP outside web", () => {
  const others = Object.keys(ARROWS).filter((crate) => !["web", "hocvuso", "testkit"].includes(crate));
  assert.deepEqual(offences(others, ["StatusCode", "axum"]), []);
});

test("ARCHITECTURE.md names every crate", () => {
  const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  assert.deepEqual(Object.keys(ARROWS).filter((crate) => !page.includes(`crates/${crate}\``) && !page.includes(`\`${crate}\``)), []);
});

test("every dependency of a crate is used by it", () => {
  const unused = metadata.packages.flatMap(({ name, dependencies }) => {
    const text = sources(name, ["src", "tests", "benches", "examples"]).map(([, text]) => text).join("\n");
    const build = join(root, "crates", name, "build.rs");
    const all = existsSync(build) ? text + readFileSync(build, "utf8") : text;
    const names = dependencies.map((one) => (one.rename ?? one.name).replaceAll("-", "_"));
    return names.filter((one) => !new RegExp(`\\b${one}\\b`).test(all)).map((one) => `${name} has no use for ${one}`);
  });
  assert.deepEqual(unused, []);
});

test("every shared dependency says why it is there", () => {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const lines = manifest.split("[workspace.dependencies]")[1].split(/^\[/m)[0].trim().split("\n");
  const own = (line) => line.includes("path =");
  const silent = lines.filter((line, at) => /^[a-z]/.test(line) && !own(line) && !explained(lines, at));
  assert.deepEqual(silent, []);
});

/** A comment stands above the line, or above the unbroken run of lines it belongs to. */
function explained(lines, at) {
  while (at > 0 && /^[a-z]/.test(lines[at]) && !lines[at].includes("path =")) at -= 1;
  return lines[at].startsWith("#");
}

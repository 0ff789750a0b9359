import { get } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { story, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT } from "../lib/story.mjs";
import { SKILLS, practisesGuided, signsIn } from "../lib/ways.mjs";

const KB = 1024;
const GUEST = [
  "/", "/start", "/start/place", "/start/place?q=nghia+do", "/start/place?q=zzzz", "/learn", "/learn/vneid/1", "/learn/spot-scam/2",
  "/practice/connect-wifi", "/check/first-steps", "/me", "/certificate", "/units", "/units?q=nghia+do", "/units?q=zzzz",
  "/targets/VN", "/targets/B01", "/targets/B00160", "/targets/A005", "/verify/nothing", "/sign-in", "/about", "/style-guide",
  "/preferences", "/no-such-page", "/visits/new", "/standings?unit=B01",
];

story("Every page of a guest is in good order, in Vietnamese and in English", { kinds: [WITH_JAVASCRIPT] }, async ({ person, noAxeViolations }) => {
  for (const path of GUEST) {
    await person.opens(path);
    await inOrder(person, noAxeViolations);
  }
  await person.opens("/");
  await person.taps("English");
  await person.sees("Learn to use your phone, one step at a time");
  for (const path of ["/", "/learn", "/learn/vneid/1", "/practice/connect-wifi", "/me", "/targets/B00160"]) {
    await person.opens(path);
    const lang = await person.page.locator("html").getAttribute("lang");
    if (lang !== "en") throw new Error(`${path} is in "${lang}"`);
    await inOrder(person, noAxeViolations);
  }
});

story("Every screen of the four practices is in good order", { kinds: [WITH_JAVASCRIPT] }, async ({ person, noAxeViolations }) => {
  for (const { practice } of SKILLS) {
    await person.opens(`/practice/${practice}`);
    await practisesGuided(person, practice, { onScreen: () => inOrder(person, noAxeViolations) });
  }
});

story("Every page of a helper and of a leader is in good order", { kinds: [WITH_JAVASCRIPT] }, async ({ person, page, noAxeViolations }) => {
  await signsIn(person, "huongdan");
  for (const path of ["/", "/visits/new", "/visits/new?q=tran", "/visits/new?q=zzzz", "/visits", "/standings?unit=B00008"]) {
    await person.opens(path);
    await inOrder(person, noAxeViolations);
  }
  await person.opens("/");
  await person.taps("Đăng xuất");
  await person.sees("Cán bộ đăng nhập");
  await signsIn(person, "lanhdao");
  for (const path of ["/targets/B01", "/standings?unit=B01", "/visits/new"]) {
    await person.opens(path);
    await inOrder(person, noAxeViolations);
  }
});

story("Large text fits the phone and stays large", { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] }, async ({ person, page, say }) => {
  await person.opens("/");
  const height = async () => (await page.getByRole("link", { name: "Bắt đầu" }).boundingBox()).height;
  const usual = await height();
  await person.taps("Chữ to hơn");
  await page.locator("html.large").waitFor();
  if ((await height()) <= usual) throw new Error("the text is not larger");
  for (const path of ["/", "/start", "/learn", "/learn/vneid/1", "/practice/connect-wifi", "/check/first-steps", "/me", "/targets/B00160", "/sign-in"]) {
    await person.opens(path);
    await page.locator("html.large").waitFor();
    await fits(person);
  }
  await say("large text");
  await person.taps("Chữ thường");
  await page.locator("html:not(.large)").waitFor();
});

story("The keyboard alone leads from the front door into a practice", { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] }, async ({ person, page }) => {
  const press = async (key) => {
    const loaded = page.waitForEvent("domcontentloaded");
    await page.keyboard.press(key);
    await loaded;
  };
  await person.opens("/");
  await tabsTo(page, "Bắt đầu");
  await press("Enter");
  await tabsTo(page, "Người dân");
  await page.keyboard.press("Space");
  await tabsTo(page, "Tiếp tục");
  await press("Enter");
  await tabsTo(page, "Tên xã hoặc phường");
  await page.keyboard.type("nghia do");
  await press("Enter");
  await tabsTo(page, "Phường Nghĩa Đô");
  await page.keyboard.press("Space");
  await tabsTo(page, "Tiếp tục");
  await press("Enter");
  await tabsTo(page, "Học bài");
  await press("Enter");
  while (!person.where().startsWith("/practice/")) {
    await tabsTo(page, /^(Tiếp|Xong, sang phần thực hành)$/);
    await press("Enter");
  }
  await tabsTo(page, "Tập có chỉ dẫn");
  await press("Enter");
  const before = await page.getByRole("main").innerText();
  await tabsTo(page, await page.locator("button.p-next").innerText());
  await press("Enter");
  if ((await page.getByRole("main").innerText()) === before) throw new Error("the ringed button did nothing");
});

story("The front door and a lesson are light, and need no script", { kinds: [WITHOUT_JAVASCRIPT] }, async ({ person, page, origin, anotherBrowser, bytesReceived }) => {
  for (const path of ["/", "/learn/vneid/2"]) {
    await person.opens(path);
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    const sheets = await page.locator('link[rel="stylesheet"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    let text = 0;
    for (const address of [path, ...sheets]) text += await weightOf(origin + address);
    atMost(`HTML and CSS of ${path}`, text, 20 * KB);

    const fresh = await anotherBrowser();
    const before = bytesReceived();
    await (await fresh.newPage()).goto(origin + path, { waitUntil: "networkidle" });
    await fresh.close();
    atMost(`a first visit to ${path}`, bytesReceived() - before, 60 * KB);
  }
});

story("The worker's code is light", { kinds: [WITHOUT_JAVASCRIPT] }, async ({ origin }) => {
  const { wasm } = await (await fetch(`${origin}/offline/manifest`)).json();
  const bytes = Buffer.from(await (await fetch(origin + wasm)).arrayBuffer());
  // Only the release build makes the wasm small; that of a debug build is weighed for the record.
  const isRelease = /\/(release|dist)\//.test(process.env.HOCVUSO_BIN);
  atMost("the worker's wasm (brotli)", brotliCompressSync(bytes).length, isRelease ? 120 * KB : Infinity);
});

async function inOrder(person, noAxeViolations) {
  await noAxeViolations();
  await fits(person);
}

/** Fails when the page has to be pushed sideways. */
async function fits({ page }) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) throw new Error(`${page.url()} is ${over} px wider than the phone`);
}

/** Presses Tab until the thing of this name has the focus, and fails when nobody can see that it has. */
async function tabsTo(page, name) {
  const isIt = (text) => (typeof name === "string" ? text.startsWith(name) : name.test(text));
  for (let tabs = 0; tabs < 60; tabs++) {
    const seen = await page.evaluate(focused);
    if (seen && isIt(seen.text)) {
      if (!seen.visible) throw new Error(`nobody can see that "${seen.text}" has the focus`);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches "${name}"`);
}

/** In the page: what has the focus, and whether it or the label around it is outlined within the window. */
function focused() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const label = at.closest("label") ?? at.labels?.[0];
  const text = (at.closest("label, a, button") ?? label ?? at).innerText.trim();
  const { top, bottom } = at.getBoundingClientRect();
  const marked = [at, label].filter(Boolean).some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });
  return { text, visible: marked && bottom > 0 && top < innerHeight };
}

/** Bytes of the body as it travels, for a browser that takes brotli and gzip. */
function weightOf(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { "accept-encoding": "br, gzip" } }, async (answer) => {
      let bytes = 0;
      for await (const chunk of answer) bytes += chunk.length;
      resolve(bytes);
    }).on("error", reject);
  });
}

function atMost(what, bytes, limit) {
  console.log(`        ${what}: ${(bytes / KB).toFixed(1)} KB`);
  if (bytes > limit) throw new Error(`${what} weighs ${bytes} bytes, ${limit} are allowed`);
}

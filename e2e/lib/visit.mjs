// One telling of one story: a browser of one kind, a person, and the helpers a story may use.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { Person, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, WITHOUT_NETWORK } from "./story.mjs";

const STEP_MS = 15_000;
const SHOTS = new URL("../shots/", import.meta.url).pathname;

/** A cheap Android phone held upright, in Vietnam. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: "vi-VN",
  timezoneId: "Asia/Ho_Chi_Minh",
  reducedMotion: "reduce", // A picture taken during a transition is blurred.
};

export const LAUNCH = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export class Visit {
  doing = "opening the browser";
  #pictures = 0;
  #complaints = [];
  #profile;

  constructor({ browser, gate, kind, sentence, shots }) {
    Object.assign(this, { browser, gate, kind, sentence, shots, origin: gate.origin });
    this.person = new Person(this);
  }

  /** What a story's function is given. */
  tools() {
    const bound = (name) => this[name].bind(this);
    return {
      kind: this.kind,
      page: this.page,
      person: this.person,
      origin: this.origin,
      say: bound("say"),
      noAxeViolations: bound("noAxeViolations"),
      waitForWorker: bound("waitForWorker"),
      offline: bound("offline"),
      online: bound("online"),
      restartBrowser: bound("restartBrowser"),
      bytesReceived: bound("bytesReceived"),
      anotherBrowser: bound("anotherBrowser"),
      personOf: bound("personOf"),
      picture: bound("picture"),
    };
  }

  async begin(before) {
    if (this.kind === WITHOUT_NETWORK) this.#profile = await mkdtemp(join(tmpdir(), "hocvuso-profile-"));
    await this.#openBrowser();
    if (this.kind !== WITHOUT_NETWORK) return;
    await this.person.opens("/");
    await this.waitForWorker();
    await before(this.tools());
    await this.waitForWorker();
    await this.offline();
  }

  async #openBrowser() {
    const options = { ...PHONE, javaScriptEnabled: this.kind !== WITHOUT_JAVASCRIPT };
    this.context = this.#profile
      ? await chromium.launchPersistentContext(this.#profile, { ...LAUNCH, ...options })
      : await this.browser.newContext(options);
    this.context.setDefaultTimeout(STEP_MS);
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.page.on("pageerror", (error) => this.#complaints.push(error.message));
    this.page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) this.#complaints.push(message.text());
    });
  }

  /** A fresh browser of the same kind that knows nothing of this visit; the story closes it. */
  async anotherBrowser() {
    const context = await this.browser.newContext({ ...PHONE, javaScriptEnabled: this.kind !== WITHOUT_JAVASCRIPT });
    context.setDefaultTimeout(STEP_MS);
    return context;
  }

  /** Somebody else, at another page; no pictures are taken of them. */
  personOf(page) {
    return new Person({ page, origin: this.origin, picture: async () => {} });
  }

  /** A sentence of the story aloud: shown when something fails after it, and in the names of pictures. */
  async say(words) {
    this.doing = words;
    await this.picture(words);
  }

  /** Waits until a service worker rules this page and what it fetches in the background has come. */
  async waitForWorker() {
    this.doing = "waiting for the service worker";
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await this.gate.quiet();
  }

  /** Loses the signal: for pages, for the worker, for connections already open. */
  async offline() {
    this.gate.shut();
    await this.context.setOffline(true);
  }

  /** Has the signal back; the page hears `online`. */
  async online() {
    this.gate.open();
    await this.context.setOffline(false);
  }

  /** Closes the browser and opens it again on the same profile; the signal stays as it was. Returns the new page. */
  async restartBrowser() {
    if (!this.#profile) throw new Error(`only the kind "${WITHOUT_NETWORK}" keeps its browser's profile`);
    const address = this.page.url();
    const lost = await this.page.evaluate(() => !navigator.onLine);
    await this.context.close();
    await this.#openBrowser();
    if (lost) await this.offline();
    await this.page.goto(address);
    return this.page;
  }

  /** Bytes the product has sent so far, headers included, to whoever asked. */
  bytesReceived() {
    return this.gate.bytes;
  }

  /**
   * Fails when axe finds anything on the page as it stands, in light or in dark.
   *
   * Told only with JavaScript, as the markup is the same in every kind.
   */
  async noAxeViolations(page = this.page) {
    if (this.kind !== WITH_JAVASCRIPT) return;
    await page.evaluate(axe.source);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] }),
      );
      if (violations.length) throw new Error(`axe finds on ${page.url()} (${colorScheme}):\n${violations.map(inWords).join("\n")}`);
    }
    await page.emulateMedia({ colorScheme: null });
  }

  /** Takes a picture of the whole page when the run was asked for pictures. */
  async picture(words) {
    if (!this.shots) return;
    this.#pictures += 1;
    await this.#shoot(`${slug(this.sentence)}/${slug(this.kind)}/${String(this.#pictures).padStart(2, "0")}-${slug(words)}`);
  }

  /** What the page complained of: uncaught errors and breaches of the content security policy. */
  complaints() {
    return this.#complaints;
  }

  /** Where the telling stands and a picture of it, for the person who must find out why it failed. */
  async account() {
    const picture = await this.#shoot(`failed-${slug(this.sentence)}-${slug(this.kind)}`).catch(() => "no picture");
    return `    while: ${this.doing}\n    at: ${this.page?.url()}\n    picture: ${picture}`;
  }

  async #shoot(name) {
    const path = join(SHOTS, `${name}.png`);
    await mkdir(join(path, ".."), { recursive: true });
    await this.page.screenshot({ path, fullPage: true });
    return path;
  }

  async end() {
    await this.context?.close();
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true });
    this.gate.open();
  }
}

function inWords({ id, help, nodes }) {
  return `    ${id}: ${help}\n${nodes.map((node) => `      ${node.html.slice(0, 160)}`).join("\n")}`;
}

function slug(words) {
  const plain = String(words).normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "home";
}

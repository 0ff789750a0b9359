// How a story is told, and the words it uses.
//
//     story("A learner without an account finds the first lesson", async ({ person, say }) => {
//       await person.opens("/");
//       await person.taps("Bắt đầu");
//       await person.sees("Bạn là ai?");
//     });
//
// A story is told in every kind of browser unless it says `{ kinds: [WITH_JAVASCRIPT] }`. Without a network the home
// page is visited first and the worker waited for; `{ before: async (tools) => … }` adds what else is done while the
// network is still there (open a course, sign in).

export const WITH_JAVASCRIPT = "with JavaScript";
export const WITHOUT_JAVASCRIPT = "without JavaScript";
export const WITHOUT_NETWORK = "without a network";
export const KINDS = [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, WITHOUT_NETWORK];

export const stories = [];

export function story(sentence, options, tell) {
  if (typeof options === "function") return story(sentence, {}, options);
  stories.push({ sentence, kinds: KINDS, before: async () => {}, ...options, tell });
}

/** What a person does with a page, in a person's words. Names may be text (a part is enough) or a RegExp. */
export class Person {
  #visit;

  constructor(visit) {
    this.#visit = visit;
  }

  get page() {
    return this.#visit.page;
  }

  /** Opens an address of the product, such as "/start"; returns the HTTP answer. */
  opens(path) {
    return this.#step(`opens ${path}`, () => this.page.goto(this.#visit.origin + path));
  }

  /** Taps the first visible link or button with this name. */
  taps(name) {
    const named = (role) => this.page.getByRole(role, { name }).filter({ visible: true });
    return this.#step(`taps ${name}`, () => named("link").or(named("button")).first().click());
  }

  /** Chooses a radio button or ticks a box by its label. */
  chooses(label) {
    return this.#step(`chooses ${label}`, () => this.page.getByLabel(label).first().check());
  }

  /** Types into the field with this label. */
  types(label, text) {
    return this.#step(`types ${text}`, () => this.page.getByLabel(label).first().fill(text));
  }

  /** Waits until this text is to be seen. */
  sees(text) {
    return this.#step(`sees ${text}`, () => this.#shown(text).first().waitFor());
  }

  /** Fails when this text is on the page now. */
  doesNotSee(text) {
    return this.#step(`does not see ${text}`, async () => {
      if (await this.#shown(text).count()) throw new Error(`"${text}" is on the page`);
    });
  }

  /** Goes back as with the phone's back button. */
  goesBack() {
    return this.#step("goes back", () => this.page.goBack());
  }

  /** The text of `<main>` as it is read. */
  reads() {
    return this.page.locator("main").innerText();
  }

  /** Where the person is: path and query, such as "/targets?unit=VN". */
  where() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  #shown(text) {
    return this.page.getByText(text).filter({ visible: true });
  }

  async #step(words, act) {
    this.#visit.doing = words;
    const result = await act();
    await this.#visit.picture(words);
    return result;
  }
}

// Ways that several stories go, each in the person's hands.

import { answersOf, rightAnswers } from "./content.mjs";

/** Clicks and waits for the page that follows, also when it has the same address. */
export async function onward(page, target) {
  const loaded = page.waitForEvent("domcontentloaded");
  await target.click();
  await loaded;
}

/** From the front door to the course: a resident of phường Nghĩa Đô, Hà Nội. */
export async function settles(person) {
  await person.opens("/");
  await person.taps("Bắt đầu");
  await person.sees("Bạn là ai?");
  await person.chooses(/^Người dân/);
  await person.taps("Tiếp tục");
  await person.types("Tên xã hoặc phường", "nghia do");
  await person.taps("Tìm");
  await person.chooses(/Phường Nghĩa Đô.*Hà Nội/);
  await person.taps("Tiếp tục");
  await person.sees("Bốn bài đầu tiên");
}

/** Reads a lesson from its first screen to its practice; returns how many screens it has. */
export async function reads(person, lesson) {
  await person.opens(`/learn/${lesson}/1`);
  const next = person.page.getByRole("button", { name: /^(Tiếp|Xong, sang phần thực hành)$/ });
  for (let screens = 1; ; screens++) {
    await onward(person.page, next);
    if (person.where().startsWith("/practice/")) return screens;
    if (person.where() !== `/learn/${lesson}/${screens + 1}`) throw new Error(`"Tiếp" leads to ${person.where()}`);
  }
}

/**
 * Follows the ring from where the person is (a practice told) to the end; returns what was tapped on each screen.
 * `onScreen` is done on each screen before its tap.
 */
export async function practisesGuided(person, practice, { atMost = Infinity, onScreen = async () => {} } = {}) {
  const { page } = person;
  if (!person.where().endsWith("/run")) await onward(page, page.getByRole("button", { name: /^Tập có chỉ dẫn/ }));
  const path = new Map();
  for (let taps = 0; taps < atMost && !(await isDone(page)); taps++) {
    if (taps > 40) throw new Error("the ring leads in a circle");
    await onScreen();
    await fillsIn(page, practice);
    const ringed = page.locator(".phone button.p-next");
    path.set(await screenOf(page), await ringed.getAttribute("value"));
    await onward(page, ringed);
  }
  return path;
}

/** Does a practice without hints along a path learned before; `astray` makes one wrong tap first. Returns the taps. */
export async function practisesAlone(person, practice, path, { astray = false } = {}) {
  const { page } = person;
  await onward(page, page.getByRole("button", { name: /^(Tự tập một mình|Giờ tự làm một mình)/ }));
  if (await page.locator(".p-next").count()) throw new Error("there is a ring, though nobody asked for one");
  let taps = 0;
  if (astray) {
    const right = path.get(await screenOf(page));
    await onward(page, page.locator(`.phone button:not([value="${right}"])`).first());
    await person.sees("Chưa đúng, không sao");
    await person.sees("Bấm nhầm: 1");
    taps += 1;
  }
  for (; !(await isDone(page)); taps++) {
    if (taps > 40) throw new Error("the path learned with the ring does not lead to the end");
    await fillsIn(page, practice);
    await onward(page, page.locator(`.phone button[value="${path.get(await screenOf(page))}"]`));
  }
  return taps;
}

/** Answers every question of the check rightly, from its first page to the result. */
export async function passesTheCheck(person, check) {
  const { page } = person;
  await person.opens(`/check/${check}`);
  await onward(page, page.getByRole("button", { name: "Bắt đầu làm" }));
  for (let question = 1; !person.where().endsWith("/result"); question++) {
    if (question > 20) throw new Error("the check does not end");
    if (question === 1) await person.sees(/1 trên 10/);
    await answersRightly(page);
  }
}

/** Answers the question shown rightly, of whatever kind it is. */
export async function answersRightly(page) {
  const item = await page.locator('input[name="item"]').getAttribute("value");
  const { kind, right } = rightAnswers().get(item);
  if (kind === "tap") return onward(page, page.locator(`.phone button[value="${right[0]}"]`));
  for (const [at, words] of right.entries()) {
    const field = page.getByLabel(words, { exact: true });
    await (kind === "order" ? field.selectOption(String(at + 1)) : field.check());
  }
  await onward(page, page.getByRole("button", { name: "Trả lời" }));
}

/** Asks for the certificate under a name and ends on its sheet. */
export async function getsTheCertificate(person, name) {
  await person.opens("/certificate");
  await person.types("Họ và tên", name);
  await person.taps("Tiếp tục");
  await onward(person.page, person.page.getByRole("button", { name: "Đúng rồi, cấp giấy chứng nhận" }));
  await person.sees(name);
}

/** Signs in with a demonstration account. */
export async function signsIn(person, user) {
  await person.opens("/sign-in");
  await entersAs(person, user);
}

/** Fills in the sign-in form where it stands. */
export async function entersAs(person, user) {
  await person.types("Tên đăng nhập", user);
  await person.types("Mật khẩu", "trinhdien");
  await onward(person.page, person.page.getByRole("main").getByRole("button", { name: "Đăng nhập" }));
}

/** The skills of the course in order, each with its lesson and practice. */
export const SKILLS = [
  { skill: "Điện thoại và mạng", lesson: "phone-and-network", practice: "connect-wifi" },
  { skill: "Tài khoản định danh VNeID", lesson: "vneid", practice: "vneid-open-wallet" },
  { skill: "Cổng Dịch vụ công quốc gia", lesson: "public-services", practice: "residence-form" },
  { skill: "Nhận ra lừa đảo", lesson: "spot-scam", practice: "strange-call" },
];

/** Fills in the form of a visit to somebody who did a skill alone; the button is left to the story. */
export async function fillsInVisit(person, name, skill, { isNew }) {
  if (isNew) {
    await person.chooses(/^Người chưa có trong danh sách/);
    await person.types("Họ và tên", name);
    await person.types("Năm sinh", "1955");
    await person.types("Thôn, bản, tổ dân phố", "Tổ dân phố 12");
  } else {
    await person.chooses(new RegExp(`^${name}`));
  }
  await person.chooses(skill);
  await person.chooses(/^Tự làm một mình/);
}

/** Saves the visit that is filled in. */
export async function savesVisit(person) {
  await onward(person.page, person.page.getByRole("button", { name: "Lưu lượt này" }));
}

/** How many residents stand on a rung, as the table of the unit's page says: a number, or "dưới 5". */
export async function countedIn(person, unit, rung) {
  await person.opens(`/targets/${unit}`);
  const card = person.page.locator("section.card").filter({ has: person.page.getByRole("heading", { name: /^người dân$/i }) });
  await card.getByText("Xem bảng số").click();
  const row = card.getByRole("row").filter({ has: person.page.getByRole("rowheader", { name: rung }) });
  const text = await row.getByRole("cell").innerText();
  return /^[\d.]+$/.test(text) ? Number(text.replaceAll(".", "")) : text;
}

/**
 * Figures under 5 are hidden: a helper notes five people who can do all four skills alone, so that one more is seen.
 * By bare requests: that a helper's screens work is another story.
 */
export async function makesTheFigureVisible({ anotherBrowser, personOf, origin }, unit) {
  const context = await anotherBrowser();
  const person = personOf(await context.newPage());
  const posts = (path, form) => context.request.post(origin + path, { form, headers: { origin } });
  const isVisible = (await countedIn(person, unit, "Tự làm")) > 0; // Neither 0 nor "dưới 5".
  // Once a run: more than ten sign-ins within a quarter of an hour are refused.
  if (!isVisible) await posts("/sign-in", { user: "huongdan", password: "trinhdien" });
  for (const name of isVisible ? [] : ["Trần Văn An", "Trần Văn Bình", "Trần Văn Chung", "Trần Văn Dũng", "Trần Văn Giang"]) {
    let whom = { person: "new", name, born: "1955", hamlet: "" };
    for (const skill of ["phone", "vneid", "public-services", "spot-scam"]) {
      const form = await (await context.request.get(`${origin}/visits/new`)).text();
      const id = new RegExp(`value="([0-9a-f-]{36})"[^>]*><span><b>${name}<`).exec(form)?.[1];
      if (id) whom = { person: id };
      const act = /name="act" value="([^"]+)"/.exec(form)[1];
      await posts("/visits", { act, ...whom, skill, rung: "alone" });
    }
  }
  await context.close();
}

async function fillsIn(page, practice) {
  const answers = answersOf(practice);
  for (const field of await page.locator(".phone input.input").all()) {
    await field.fill(answers.get(await field.getAttribute("id")));
  }
}

const screenOf = (page) => page.locator('input[name="screen"]').getAttribute("value");
const isDone = async (page) => (await page.getByRole("heading", { name: "Xong rồi!" }).count()) > 0;

import { story, WITHOUT_NETWORK } from "../lib/story.mjs";
import { SKILLS, onward, practisesAlone, practisesGuided, reads, settles } from "../lib/ways.mjs";

const OFFLINE = { kinds: [WITHOUT_NETWORK] };
const [{ lesson, practice, skill }] = SKILLS;

/** What the server says it has written since the network went. */
let actsBefore;

story(
  "Somebody without a network goes on learning; with the network back everything is sent once",
  { ...OFFLINE, before: async ({ person, origin }) => {
    await settles(person);
    actsBefore = await acts(origin);
  } },
  async ({ person, say, online, restartBrowser, origin, waitForWorker }) => {
    await person.opens("/learn");
    await person.sees("Đang không có mạng. Bạn vẫn học được.");
    const screens = await reads(person, lesson);
    await waits(person, screens);
    await say("the lesson is read, the notice counts");
    const first = await practisesGuided(person, practice, { atMost: 3 });
    await waits(person, screens + 1 + 3);
    await say("in the middle of the practice");

    await restartBrowser();
    await waits(person, screens + 1 + 3);
    const rest = await practisesGuided(person, practice);
    const path = new Map([...first, ...rest]);
    const taps = await practisesAlone(person, practice, path, { astray: true });
    const made = screens + 1 + path.size + 1 + taps;
    await waits(person, made);
    await say("done alone, still without a network");

    await person.opens("/units?q=nghia+do");
    await person.sees("Trang này cần có mạng");
    await say("a page that needs the network says so");
    await person.opens("/check/first-steps");
    await person.sees("Trang này cần có mạng");
    await restartBrowser();
    await person.opens("/learn");
    await waits(person, made);
    const kept = await mainOf(person, "/learn");

    await online();
    await sent(person);
    await waitForWorker();
    await say("everything is sent");
    const { total, repeated } = await acts(origin);
    if (total - actsBefore.total !== made) throw new Error(`${made} acts were made, ${total - actsBefore.total} written`);
    if (repeated !== actsBefore.repeated) throw new Error("acts were sent more than once");
    if ((await mainOf(person, "/learn")) !== kept) throw new Error("the course is another one than without a network");

    for (const path of ["/", "/learn", `/learn/${lesson}/2`, `/practice/${practice}`, `/practice/${practice}/run`]) {
      const [here, there] = [await mainOf(person, path), await mainOfServer(person, path)];
      if (here !== there) throw new Error(`the worker's ${path} is not the server's:\n${here}\n${there}`);
    }
    await person.opens("/me");
    const ladder = await person.page.locator(".rung").filter({ hasText: skill }).innerText();
    if (!/Tự làm/.test(ladder)) throw new Error(`the ladder says: ${ladder}`);
  },
);

story("Somebody who was only at the front door learns without a network", OFFLINE, async ({ person, page, online, say }) => {
  await person.opens("/");
  await person.opens("/learn");
  await onward(page, page.locator("main .actions a.btn"));
  const before = person.where();
  await onward(page, page.getByRole("button", { name: /^Tiếp$/ }));
  if (person.where() === before) throw new Error("the lesson does not go on");
  await waits(person, 1);
  await online();
  await sent(person);
  await person.opens("/learn");
  await say("the lesson goes on where it stopped");
  await person.sees(/^Học tiếp/);
});

/** Fails unless the notice says that so many acts wait. */
async function waits(person, count) {
  await person.sees(new RegExp(`Đã lưu trên máy này, chưa gửi: ${count}\\.`));
}

/** Looks at the course until nothing waits any more. */
async function sent(person) {
  for (let looks = 0; looks < 20; looks++) {
    await person.page.waitForTimeout(250);
    await person.opens("/learn");
    if (!(await person.page.getByText("chưa gửi").count())) return;
  }
  throw new Error("after five seconds with a network there are still acts to be sent");
}

/** `<main>` as the worker gives it. */
async function mainOf(person, path) {
  const answer = await person.opens(path);
  if (!answer.fromServiceWorker()) throw new Error(`${path} did not come from the worker`);
  return cut(await answer.text());
}

/** `<main>` as the server gives it to the same person: the worker leaves what is no navigation alone. */
async function mainOfServer(person, path) {
  return cut(await person.page.evaluate(async (path) => (await fetch(path)).text(), path));
}

const cut = (html) => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

async function acts(origin) {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const read = (name) => Number(new RegExp(`^${name} (\\d+)`, "m").exec(text)[1]);
  return { total: read("hocvuso_acts_total"), repeated: read("hocvuso_acts_repeated_total") };
}

import { story, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT } from "../lib/story.mjs";

const ONLINE = { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] };

story("A stranger without an account opens the first pages, and each is in good order", ONLINE, async ({ person, say, noAxeViolations }) => {
  for (const path of ["/", "/start", "/start/place", "/learn", "/me", "/about", "/style-guide"]) {
    const answer = await person.opens(path);
    await say(`${path} is there`);
    if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}`);
    await noAxeViolations();
  }
});

story("A page that does not exist says so and leads home", ONLINE, async ({ person, noAxeViolations }) => {
  const answer = await person.opens("/no-such-page");
  if (answer.status() !== 404) throw new Error(`answers ${answer.status()}`);
  if (!(await person.page.locator('a[href="/"]').count())) throw new Error("no link home");
  await noAxeViolations();
});

story("A learner opens the first lesson from the list of lessons", async ({ person, say }) => {
  await person.opens("/learn");
  await say("the first lesson is in the list");
  await person.page.locator('main a[href^="/learn/phone-and-network/"]').first().click();
  await person.page.waitForURL("**/learn/phone-and-network/*");
  await person.sees(/Bước 1 trên/);
});

story("The first visit weighs at most 60 KB before the worker comes", { kinds: [WITHOUT_JAVASCRIPT] }, async ({ person, bytesReceived }) => {
  const before = bytesReceived();
  await person.opens("/");
  await person.page.waitForLoadState("networkidle");
  const weight = bytesReceived() - before;
  if (weight > 60 * 1024) throw new Error(`the first visit weighs ${weight} bytes`);
});

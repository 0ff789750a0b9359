import { story, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT } from "../lib/story.mjs";

const ONLINE = { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] };

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

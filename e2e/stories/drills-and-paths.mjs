import { story, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, WITHOUT_NETWORK } from "../lib/story.mjs";
import { onward, settles } from "../lib/ways.mjs";

const EVERYWHERE = { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] };

story(
  "Somebody trains the eye on eight messages, and crying scam at everything is told kindly",
  { kinds: [...EVERYWHERE.kinds, WITHOUT_NETWORK], before: async ({ person }) => settles(person) },
  async ({ person, page, say, noAxeViolations }) => {
    await person.opens("/learn/course/first-steps");
    await person.taps(/Luyện mắt/);
    await onward(page, page.getByRole("button", { name: "Bắt đầu luyện" }));
    for (let message = 1; message <= 8; message++) {
      await person.sees(`Bước ${message} trên 8`);
      await noAxeViolations();
      await onward(page, page.getByRole("button", { name: "Lừa đảo" }));
      await person.sees("Bạn nói: Lừa đảo.");
      await onward(page, page.locator("main button").first());
      await person.sees(/Đây là (lừa đảo|chuyện thật)/);
      if (message === 1) await noAxeViolations();
      await onward(page, page.locator("main a.btn"));
    }
    await say("the verdict");
    await person.sees(/Nhận ra (\d) trên \1 tin lừa đảo; nghi oan (\d) trên \2 tin thật/);
    await noAxeViolations();
  },
);

story("A trader takes the path made for traders, and it stays theirs", EVERYWHERE, async ({ person, page, say, noAxeViolations }) => {
  await settles(person);
  await person.taps("Đổi lộ trình");
  await noAxeViolations();
  await onward(page, page.getByRole("button", { name: /Người buôn bán/ }));
  await person.sees("Người buôn bán, hộ kinh doanh");
  await person.sees("Buôn bán và thuế");
  await say("the courses of the path");
  await noAxeViolations();
  await person.opens("/");
  await person.opens("/learn");
  await person.sees("Người buôn bán, hộ kinh doanh");
});

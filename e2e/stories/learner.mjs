import { scan } from "../lib/camera.mjs";
import { story, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT } from "../lib/story.mjs";
import {
  SKILLS, countedIn, makesTheFigureVisible, onward, passesTheCheck, practisesAlone, practisesGuided, reads, settles,
} from "../lib/ways.mjs";

const ONLINE = { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] };
const WARD = "B00160";

story("A learner without an account learns, practises and is counted", ONLINE, async (tools) => {
  const { person, say, noAxeViolations } = tools;
  await makesTheFigureVisible(tools, WARD);
  const before = await countedIn(person, WARD, "Tự làm");

  await settles(person);
  await reads(person, "phone-and-network");
  await person.sees(/Wi-Fi miễn phí/);
  const first = await practisesGuided(person, "connect-wifi", { atMost: 4 });
  await say("the ring shows where to tap");
  await noAxeViolations();

  await person.opens("/learn");
  await person.taps(/^Tập tiếp/);
  const rest = await practisesGuided(person, "connect-wifi");
  await say("went on where she stopped, and did it with the ring");
  await noAxeViolations();

  await practisesAlone(person, "connect-wifi", new Map([...first, ...rest]), { astray: true });
  await person.sees(/nhầm 1 lần/);
  await say("did it alone, with one wrong tap");
  await person.opens("/me");
  await say("the ladder shows it");
  const skill = person.page.locator(".rung").filter({ hasText: SKILLS[0].skill });
  if (!/Tự làm/.test(await skill.innerText())) throw new Error(`the ladder says: ${await skill.innerText()}`);

  for (const { practice } of SKILLS.slice(1)) {
    await person.opens(`/practice/${practice}`);
    const path = await practisesGuided(person, practice);
    await practisesAlone(person, practice, path);
    await person.sees(/không nhầm lần nào/);
  }
  const after = await countedIn(person, WARD, "Tự làm");
  await say("the ward counts one more");
  if (after !== before + 1) throw new Error(`the ward counted ${before}, now ${after}`);
});

story("A learner proves it, and anybody can see that the certificate is genuine", ONLINE, async ({ person, say, page, anotherBrowser, personOf, noAxeViolations }) => {
  await settles(person);
  await person.opens("/certificate");
  await person.sees("Chưa đủ để nhận giấy chứng nhận");

  await passesTheCheck(person, "first-steps");
  await person.sees("Bạn đã đạt!");
  await noAxeViolations();

  await person.opens("/me");
  await person.taps("Nhận giấy chứng nhận");
  await person.taps("Tiếp tục");
  await person.sees("Hãy gõ họ và tên.");
  await person.types("Họ và tên", "Nguyễn Thị Mơ");
  await person.taps("Tiếp tục");
  await person.sees("Xem lại trước khi cấp");
  await noAxeViolations();
  await person.taps(/^(Sửa|Quay lại)/);
  await person.types("Họ và tên", "Nguyễn Thị Mai");
  await person.taps("Tiếp tục");
  await onward(page, page.getByRole("button", { name: "Đúng rồi, cấp giấy chứng nhận" }));
  await person.sees("Nguyễn Thị Mai");
  await person.doesNotSee("Nguyễn Thị Mơ");
  await say("the certificate");
  await noAxeViolations();

  const address = await scan(page);
  const stranger = await anotherBrowser();
  try {
    const other = personOf(await stranger.newPage());
    await other.page.goto(address);
    await other.sees("Giấy thật, còn giá trị");
    await other.sees("Nguyễn Thị Mai");
    await noAxeViolations(other.page);

    const middle = address.length - 20;
    const changed = address.slice(0, middle) + (address[middle] === "A" ? "B" : "A") + address.slice(middle + 1);
    await other.page.goto(changed);
    await other.sees("Không phải giấy thật");
    await other.doesNotSee("Nguyễn Thị Mai");
    await noAxeViolations(other.page);
  } finally {
    await stranger.close();
  }
});

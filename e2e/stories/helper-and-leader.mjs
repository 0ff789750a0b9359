import { story, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT } from "../lib/story.mjs";
import { SKILLS, countedIn, entersAs, fillsInVisit, makesTheFigureVisible, onward, savesVisit } from "../lib/ways.mjs";

const ONLINE = { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] };
const WARD = "B00160";

story("A helper notes visits, and they count at once and only once", ONLINE, async (tools) => {
  const { person, page, kind, say, noAxeViolations } = tools;
  const name = kind === WITH_JAVASCRIPT ? "Lê Thị Sáu" : "Lê Thị Bảy";
  await makesTheFigureVisible(tools, WARD);
  const before = await countedIn(person, WARD, "Tự làm");

  await person.opens("/sign-in");
  await person.types("Tên đăng nhập", "huongdan");
  await person.types("Mật khẩu", "sai roi");
  await onward(page, page.getByRole("main").getByRole("button", { name: "Đăng nhập" }));
  await person.sees("Tên đăng nhập hoặc mật khẩu chưa đúng.");
  await noAxeViolations();
  await entersAs(person, "huongdan");

  await person.taps("Ghi một lượt hướng dẫn");
  await person.types("Họ và tên", name);
  await person.types("Năm sinh", "55");
  await savesVisit(person);
  await person.sees("Năm sinh gồm bốn số, ví dụ 1955.");
  await person.sees("Hãy chọn một kỹ năng.");
  if ((await page.getByLabel("Họ và tên").inputValue()) !== name) throw new Error("what was typed is gone");
  await noAxeViolations();

  await fillsInVisit(person, name, SKILLS[0].skill, { isNew: true });
  await say("everything is filled in");
  await page.getByRole("button", { name: "Lưu lượt này" }).dblclick();
  // The answer to the second click says "vẫn", when the browser did not drop it.
  await person.sees(new RegExp(`${name} (nay|vẫn) ở bậc “Tự làm”`));
  await page.reload();
  await person.sees(name);
  await noAxeViolations();

  for (const { skill } of SKILLS.slice(1)) {
    await person.opens("/visits/new");
    const same = await page.getByLabel(new RegExp(`^${name}`)).count();
    if (same !== 1) throw new Error(`${name} is in the list ${same} times`);
    await fillsInVisit(person, name, skill, { isNew: false });
    await savesVisit(person);
    await person.sees(`${name} nay ở bậc “Tự làm”`);
  }
  const after = await countedIn(person, WARD, "Tự làm");
  if (after !== before + 1) throw new Error(`the ward counted ${before}, now ${after}`);

  await person.opens("/visits");
  await say("the visits are in the helper's list");
  const noted = await page.getByRole("main").getByText(name).count();
  if (noted !== 4) throw new Error(`${noted} visits to ${name} are in the list instead of 4`);
  await noAxeViolations();

  const answer = await person.opens("/standings?unit=B00008");
  if (answer.status() !== 403) throw new Error(`the people of another ward: ${answer.status()}`);
  await person.sees("Trang này không mở cho bạn");
});

story("A leader walks down from a figure to one record; a guest is shown the way to sign in", ONLINE, async ({ person, page, say, noAxeViolations }) => {
  const answer = await person.opens(`/standings?unit=${WARD}`);
  if (answer.status() !== 403) throw new Error(`a guest is answered ${answer.status()}`);
  await person.sees("Trang này không mở cho bạn");
  await person.doesNotSee("Năm sinh");
  await noAxeViolations();
  await onward(page, page.getByRole("main").getByRole("link", { name: "Đăng nhập" }));
  await entersAs(person, "lanhdao");
  await person.sees(/Người học: Phường Nghĩa Đô/);

  await person.opens("/targets/B01");
  await noAxeViolations();
  await person.opens(`/targets/${WARD}`);
  await say("the page of the ward");
  await onward(page, page.getByRole("main").locator('a[href="/standings?unit=B00160"]'));
  await say("the people under the figure");
  await noAxeViolations();
  await person.taps("Nguyễn Kim Liên");
  await person.sees("Nguyễn Kim Liên");
  await noAxeViolations();
  await person.taps(/^Xem ghi nhận/);
  await person.sees("Một ghi nhận");
  await noAxeViolations();
  const statement = JSON.parse(await page.locator("pre").innerText());
  if (!statement.verb?.id || !statement.actor) throw new Error("the record is no xAPI statement");
});

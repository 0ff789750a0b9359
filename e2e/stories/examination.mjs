import { scan } from "../lib/camera.mjs";
import { story, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT } from "../lib/story.mjs";
import { answersRightly, getsTheCertificate, onward, settles, signsIn } from "../lib/ways.mjs";

const ONLINE = { kinds: [WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT] };
const EXAM = "Thi kỹ năng số đầu tiên";
const NAME = "Nguyễn Thị Mai";

story(
  "An officer holds an examination; it is interrupted, passed, certified, revoked, and anybody sees it",
  ONLINE,
  async (tools) => {
    const { person, page, say, anotherBrowser, personOf, noAxeViolations, origin } = tools;
    const office = await anotherBrowser();
    const spare = await anotherBrowser();
    try {
      const officer = personOf(await office.newPage());
      const code = await opensSitting(officer, noAxeViolations);
      const room = officer.where();
      await say(`the code is ${code}`);

      // On the own phone, so that the result joins what was learned there.
      await settles(person);
      await person.opens("/exam");
      await person.types("Mã phòng thi", "AAA-AAA");
      await person.taps("Tiếp tục");
      await person.sees("Không có phòng thi nào đang mở với mã này.");
      await comesIn(person, code);
      await person.sees("Mời bạn ngồi chờ");
      await noAxeViolations();
      const seat = await seatCode(page);

      await officer.opens(room);
      await officer.sees("1 người chờ bạn xem giấy tờ.");
      await noAxeViolations(officer.page);
      await officer.opens(`${room}/seats/1`);
      await officer.chooses("Tôi đã xem giấy tờ, đúng người");
      await onward(officer.page, officer.page.getByRole("button", { name: "Cho vào làm bài" }));

      await person.opens("/exam/seat");
      await onward(page, page.getByRole("button", { name: "Bắt đầu làm bài" }));
      await answers(person, 3);
      await noAxeViolations();

      // The organiser pauses: nothing can be answered, nothing is lost.
      await officer.opens(room);
      await onward(officer.page, officer.page.getByRole("button", { name: "Tạm dừng cả phòng" }));
      await page.reload();
      await person.sees(/tạm dừng/i);
      await say("paused, with a kind page");
      await officer.opens(room);
      await onward(officer.page, officer.page.getByRole("button", { name: "Cho làm tiếp" }));

      // The phone dies: she goes on with another device at the same seat, at the same question.
      const other = personOf(await spare.newPage());
      await other.opens("/exam/return");
      await other.types("Mã phòng thi", code.toLowerCase());
      await other.types("Số chỗ", "1");
      await other.types("Mã chỗ", seat);
      await onward(other.page, other.page.getByRole("button", { name: "Về chỗ của tôi" }));
      await other.opens("/check/first-steps-exam/question");
      await other.sees(/^Câu 4/);
      await answers(other, Infinity);
      await other.sees("Bạn đã đạt!");
      await noAxeViolations(other.page);

      await officer.opens(room);
      await officer.sees("Xong, đạt");
      await onward(officer.page, officer.page.getByRole("link", { name: "Kết thúc buổi thi" }));
      await onward(officer.page, officer.page.getByRole("button", { name: "Kết thúc" }));
      await officer.sees("1 người đạt");
      await noAxeViolations(officer.page);

      await getsTheCertificate(other, NAME);
      await other.sees(/có giám sát/i);
      const pdf = await spare.request.get(`${origin}${other.where()}/certificate.pdf`);
      if (pdf.status() !== 200 || !(await pdf.body()).subarray(0, 5).equals(Buffer.from("%PDF-"))) throw new Error("it cannot be printed");
      const address = new URL(await scan(other.page)).pathname;
      const number = await numberOf(other.page);

      await person.opens(address);
      await person.sees("Giấy thật, còn giá trị");
      await person.sees(NAME);
      await say("anybody sees that it is genuine");

      await revokes(officer, number, noAxeViolations);
      await person.opens(address);
      await person.sees("Giấy đã bị thu hồi");
      await say("and anybody sees that it was revoked");
      await noAxeViolations();
    } finally {
      await office.close();
      await spare.close();
    }
  },
);

async function opensSitting(officer, noAxeViolations) {
  await signsIn(officer, "canbo");
  await officer.opens("/sittings/new");
  await officer.chooses(new RegExp(EXAM));
  await officer.types("Thi ở đâu?", "Nhà văn hóa tổ dân phố 12");
  await officer.types("Khoảng bao nhiêu người?", "10");
  await noAxeViolations(officer.page);
  await officer.taps("Tiếp tục");
  await officer.sees("Xem lại trước khi mở");
  await onward(officer.page, officer.page.getByRole("button", { name: "Mở buổi thi" }));
  const code = /[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(await officer.reads())?.[0];
  if (!code) throw new Error("the room shows no code");
  return code;
}

async function comesIn(person, code) {
  await person.types("Mã phòng thi", code);
  await person.taps("Tiếp tục");
  await person.types("Họ và tên", NAME);
  await person.types("Năm sinh", "1955");
  await person.chooses("Máy của tôi");
  await onward(person.page, person.page.getByRole("button", { name: "Vào phòng" }));
}

async function seatCode(page) {
  const code = /Mã chỗ\s*(\d{4})/.exec(await page.locator("main").innerText())?.[1];
  if (!code) throw new Error("the seat shows no code");
  return code;
}

/** Answers rightly so many times, or until the result. */
async function answers(person, times) {
  for (let given = 0; given < times && !person.where().endsWith("/result"); given++) {
    if (given > 45) throw new Error("the examination does not end");
    await answersRightly(person.page);
  }
}

async function numberOf(page) {
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(await page.locator("main").innerText())?.[0];
  if (!number) throw new Error("the certificate shows no number");
  return number;
}

async function revokes(officer, number, noAxeViolations) {
  await officer.opens("/desk");
  await noAxeViolations(officer.page);
  await onward(officer.page, officer.page.getByRole("link", { name: /^Giấy chứng nhận đã cấp/ }));
  await officer.types("Số trên giấy", number);
  await officer.taps("Tìm");
  await onward(officer.page, officer.page.getByRole("link", { name: "Thu hồi" }).first());
  await officer.page.getByRole("radio").first().check();
  await officer.types("Giải thích", "Thử thu hồi trong một câu chuyện kiểm tra.");
  await noAxeViolations(officer.page);
  await officer.taps("Tiếp tục");
  await onward(officer.page, officer.page.getByRole("button", { name: "Thu hồi giấy này" }));
}

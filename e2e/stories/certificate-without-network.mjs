import { scan } from "../lib/camera.mjs";
import { story, WITHOUT_NETWORK } from "../lib/story.mjs";
import { getsTheCertificate, passesTheCheck, settles } from "../lib/ways.mjs";

const OFFLINE = { kinds: [WITHOUT_NETWORK] };

/** Where the QR code leads that the camera read on the sheet before the network went. */
let address;

story(
  "Somebody without a network scans a certificate and learns whether it is genuine",
  { ...OFFLINE, before: async ({ person, page }) => {
    await settles(person);
    await passesTheCheck(person, "first-steps");
    await getsTheCertificate(person, "Nguyễn Thị Mai");
    address = new URL(await scan(page)).pathname;
    await person.opens("/");
  } },
  async ({ person, say, restartBrowser, online }) => {
    await person.opens(address);
    await person.sees("Giấy thật, còn giá trị");
    await person.sees("Nguyễn Thị Mai");
    await person.sees(/Danh sách giấy bị thu hồi trên máy này có từ/);
    await say("judged on the phone itself");

    const middle = address.length - 20;
    await person.opens(address.slice(0, middle) + (address[middle] === "A" ? "B" : "A") + address.slice(middle + 1));
    await person.sees("Không phải giấy thật");
    await person.doesNotSee("Nguyễn Thị Mai");

    await person.opens("/verify/T4HM-ASW9-NF6Y-3");
    await person.sees(/Số giấy cần có mạng|Không phải giấy thật/);

    await person.opens(address);
    await restartBrowser();
    await person.sees("Giấy thật, còn giá trị");
    await online();
    await person.opens(address);
    await person.sees("Giấy thật, còn giá trị");
    await person.doesNotSee(/Danh sách giấy bị thu hồi trên máy này/);
  },
);

// Takes the four pictures of docs/images/tour.png from a running demonstration:
//
//     node e2e/tour.mjs http://127.0.0.1:8080 FOLDER

import { join } from "node:path";
import { chromium } from "playwright-core";
import { LAUNCH, PHONE } from "./lib/visit.mjs";

const [origin, folder] = process.argv.slice(2);
const browser = await chromium.launch(LAUNCH);
const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
const keep = (name) => page.screenshot({ path: join(folder, `${name}.png`) });

await page.goto(origin);
await keep("1-home");
await page.goto(`${origin}/learn/phone-and-network/3`);
await keep("2-lesson");
await page.goto(`${origin}/practice/connect-wifi`);
await page.getByRole("button", { name: "Tập có chỉ dẫn" }).click();
await page.locator("button.p-next").waitFor();
await keep("3-practice");
await page.goto(`${origin}/targets/B00160`);
await keep("4-ward");
await browser.close();

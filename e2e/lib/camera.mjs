// The camera of another maker's phone: an independent decoder reads the QR code in a picture of the page.

import jsqr from "jsqr";
import { PNG } from "pngjs";

/** What the picture's QR code says. */
export function read(picture) {
  const { data, width, height } = PNG.sync.read(picture);
  const found = jsqr(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error("no QR code can be read in the picture");
  return found.data;
}

/** What the QR code on the page says, from its rendered picture. */
export async function scan(page) {
  return read(await page.locator("svg.qr").first().screenshot());
}

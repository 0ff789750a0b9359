import { judged } from "../lib/credential.mjs";
import { story, WITH_JAVASCRIPT } from "../lib/story.mjs";
import { getsTheCertificate, passesTheCheck, settles } from "../lib/ways.mjs";

story(
  "A certificate is taken elsewhere, and another system's programs believe it only as it is",
  { kinds: [WITH_JAVASCRIPT] },
  async ({ person, say, page, noAxeViolations }) => {
    await settles(person);
    await passesTheCheck(person, "first-steps");
    await getsTheCertificate(person, "Nguyễn Thị Mai");
    await person.sees("Mang sang hệ thống khác");
    await noAxeViolations();

    const { origin, pathname } = new URL(page.url());
    const download = (form) => page.evaluate((address) => fetch(address).then((answer) => answer.text()), `${pathname}/credential.${form}`);
    const credential = JSON.parse(await download("json"));
    // Its addresses are those under which the house listens, not those of the gate that stands before it in these stories.
    const house = new URL(credential.issuer.url).origin;
    await say(`the credential of ${credential.issuer.id}, issued at ${origin}`);

    await holds(await judged(credential, house));
    const tampered = structuredClone(credential);
    tampered.credentialSubject.identifier[0].identityHash = "Trần Văn An";
    await fails(await judged(tampered, house), "changed");
    await fails(await judged(credential, house, new Date("2040-01-01T00:00:00Z")), "expired");
    const foreign = structuredClone(credential);
    foreign.issuer.id = "did:web:elsewhere.example";
    await fails(await judged(foreign, house), "of another issuer");

    const svg = await download("svg");
    if (!svg.includes("<openbadges:credential")) throw new Error("the drawing holds no credential");

    await person.opens("/issuer");
    await person.sees("Ai cấp giấy chứng nhận");
    await person.sees(credential.issuer.id);
    await noAxeViolations();
  },
);

async function holds({ verified, why }) {
  if (!verified) throw new Error(`the other system does not believe it: ${why}`);
}

async function fails({ verified }, how) {
  if (verified) throw new Error(`the other system believes what is ${how}`);
}

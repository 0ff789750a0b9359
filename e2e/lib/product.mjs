// Starts the product on an empty folder with a small demonstration population, and ends it.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./gate.mjs";

const READY_WITHIN_MS = 180_000;

/** The running product: `port`, `data` (its folder), `log()` (its last lines) and `stop()`. */
export async function startProduct(binary, { people = 300 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "hocvuso-e2e-"));
  const port = await freePort();
  const data = join(folder, "data");
  const options = ["demo", "--people", String(people), "--data", data, "--listen", `127.0.0.1:${port}`];
  const child = spawn(binary, options, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const lines = [];
  const keep = (chunk) => lines.push(...String(chunk).split("\n").filter(Boolean)) > 200 && lines.splice(0, 100);
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) => keep(error.message));

  const log = () => lines.slice(-20).join("\n");
  const stop = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      const impatience = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await once(child, "exit");
      clearTimeout(impatience);
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(port, child);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${log()}`);
  }
  return { port, data, log, stop };
}

async function ready(port, child) {
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await wait(100)) {
    if (!child.pid || child.exitCode !== null) throw new Error("the product ended before it was ready");
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`the product was not ready after ${READY_WITHIN_MS / 1000} s`);
}

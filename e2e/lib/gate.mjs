// A gate between the browser and the product that can be shut like a lost signal.
//
// The browser's own offline switch does not reach a service worker that starts after a browser restart, so the
// connection itself is cut here; both are used together (see visit.mjs).

import { createServer, connect } from "node:net";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** A TCP port on this machine that nobody listens on at this moment. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export class Gate {
  #server;
  #sockets = new Set();
  #shut = false;
  #lastByteAt = Date.now();

  /** Bytes the product has sent through the gate so far, headers included. */
  bytes = 0;

  static async before(productPort) {
    const gate = new Gate();
    gate.#server = createServer((near) => gate.#join(near, productPort)).listen(0, "127.0.0.1");
    await once(gate.#server, "listening");
    gate.origin = `http://127.0.0.1:${gate.#server.address().port}`;
    return gate;
  }

  #join(near, productPort) {
    if (this.#shut) return near.destroy();
    const far = connect(productPort, "127.0.0.1");
    for (const [from, to] of [[near, far], [far, near]]) {
      this.#sockets.add(from);
      from.on("error", () => to.destroy()).on("close", () => (this.#sockets.delete(from), to.destroy()));
      from.pipe(to);
    }
    near.on("data", () => (this.#lastByteAt = Date.now()));
    far.on("data", (chunk) => ((this.#lastByteAt = Date.now()), (this.bytes += chunk.length)));
  }

  shut() {
    this.#shut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  open() {
    this.#shut = false;
  }

  /** Returns when nothing has passed for `ms` milliseconds: background fetches are over. */
  async quiet(ms = 400) {
    for (let idle = 0; idle < ms; idle = Date.now() - this.#lastByteAt) await wait(ms - idle);
  }

  close() {
    this.shut();
    this.#server.close();
  }
}

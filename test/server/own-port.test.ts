/** The address of the workbench is a person's own in a case, from one start to the next. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, it } from "node:test";
import { freeOrAny, ownPort } from "../../src/server/own-port.ts";

const one = "0123456789abcdef0123456789abcdef";

describe("the port of a workbench", () => {
  it("is the same for one person in one case, and another for another person or case", () => {
    assert.equal(ownPort(one, "p1"), ownPort(one, "p1"));
    const ports = new Set(Array.from({ length: 50 }, (_, n) => ownPort(one, `p${n + 1}`)));
    assert.equal(ports.size, 50);
    assert.notEqual(ownPort(one, "p1"), ownPort("f".repeat(32), "p1"));
    for (const port of ports) assert.ok(port >= 20_000 && port < 30_000);
  });

  it("is any free one where something listens there already", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    assert.equal(await freeOrAny(port, "127.0.0.1"), 0);
    taken.close();
    await once(taken, "close");
    assert.equal(await freeOrAny(port, "127.0.0.1"), port);
  });
});

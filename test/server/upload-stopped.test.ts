/** Files that come in through the page while the program is told to stop. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { createDesk } from "../support/run-witnessmark.ts";

it("a collection under way when the program is stopped ends as stopped, with what it has kept", async () => {
  const desk = createDesk();
  try {
    const kept = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "nothing"));
    assert.equal((await desk.run("add", kept, join(desk.folder, "nothing"))).code, 0);
    const { child, line } = await desk.start("serve", kept, "--no-browser", "--json");
    const link = new URL((JSON.parse(line) as { link: string }).link);
    const opened = await fetch(`${link.origin}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: link.searchParams.get("token") }),
    });
    const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const put = await fetch(`${link.origin}/api/uploads/b1?path=a.txt`, { method: "PUT", headers: { cookie }, body: "Synthetic" });
    assert.equal(put.status, 200);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    await ended;
    const bodies = readFileSync(join(kept, "ledger.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((text) => (JSON.parse(text) as { body: { kind: string; data: { outcome?: string; collected?: number } } }).body);
    const finished = bodies.filter(({ kind }) => kind === "collection.finished");
    assert.deepEqual(
      finished.map(({ data }) => [data.outcome, data.collected]),
      [["stopped", 1]],
    );
  } finally {
    desk.close();
  }
});

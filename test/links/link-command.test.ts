import assert from "node:assert/strict";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { writeFakeYtDlp } from "./fake-yt-dlp.ts";

describe("the link command", () => {
  let desk: Desk;
  let kept: string;
  before(async () => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    mkdirSync(join(desk.folder, "nothing"));
    assert.equal((await desk.run("add", kept, join(desk.folder, "nothing"))).code, 0);
  });
  after(() => desk.close());

  it("notes links, tells those that are there, and refuses what is none with its reason", async () => {
    const ran = await desk.run(
      "link",
      kept,
      "https://t.me/s/dorvane_news/12",
      "t.me/dorvane_news/12",
      "file:///etc/passwd",
      "--risk",
      "high",
      "--json",
    );
    assert.equal(ran.code, 2);
    assert.deepEqual(
      jsonLines<{ state: string; item?: string }>(ran).map(({ state, item }) => [state, item]),
      [
        ["noted", "i1"],
        ["already-there", "i1"],
        ["refused", undefined],
      ],
    );
  });

  it("records what was seen at a source, and lists what is gone", async () => {
    assert.equal((await desk.run("link", kept, "--check", "i1", "--outcome", "gone", "--said", "page says removed")).code, 0);
    const listed = await desk.run("link", kept, "--list", "--show", "gone");
    assert.match(listed.out, /^i1 {2}risk high {2}not captured {2}gone at source between unknown and 20/);
    assert.equal((await desk.run("link", kept, "--check", "i1", "--outcome", "deleted")).code, 2);
    assert.match((await desk.run("link", kept, "--check", "i9", "--outcome", "gone")).err, /known by its link/);
  });

  it("keeps the programs that may be run in the person's own folder, where only they can read", async () => {
    assert.match((await desk.run("link", "--programs")).out, /^yt-dlp: off$/m);
    const fake = writeFakeYtDlp(desk.folder);
    assert.equal((await desk.run("link", "--programs", "--yt-dlp", fake, "--minutes", "5")).code, 0);
    const [now] = jsonLines<{ file: string; ytDlp: { path: string }; limits: { minutes: number } }>(
      await desk.run("link", "--programs", "--json"),
    );
    assert.deepEqual([now?.ytDlp.path, now?.limits.minutes], [fake, 5]);
    assert.equal(statSync(now?.file ?? "").mode & 0o777, 0o600);
    assert.equal((await desk.run("link", "--programs", "--yt-dlp", "relative/yt-dlp")).code, 2);
    assert.equal((await desk.run("link", "--programs", "--yt-dlp", "off")).code, 0);
    assert.match((await desk.run("link", "--programs")).out, /^yt-dlp: off$/m);
  });
});

/** An export of 200,000 messages through the command that a person uses: nothing is left out, and memory stays bounded. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { lastWord, makeLargeExport, missingMedia } from "../../scripts/bench/make-large-export.ts";
import { type Peaks, watchPeaks } from "../../scripts/bench/peak-memory.ts";
import { createDesk, type Desk, jsonLines } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";

const messages = 200_000;
/** Bytes. What the parts of one reading may take, far below what the whole of it does. */
const memoryLimit = 700_000_000;

interface Status {
  readonly counts: { readonly items: number; readonly knownNotHeld: number; readonly posts: number; readonly failedAnalyses: number };
  readonly head: { readonly seq: number };
}

describe("a large export", () => {
  let desk: Desk;
  let kept: string;
  let folder: string;
  before(() => {
    desk = createDesk();
    kept = join(desk.folder, "case");
    folder = join(desk.folder, "chat");
    mkdirSync(folder);
    makeLargeExport(join(folder, "result.json"), messages);
  });
  after(() => desk.close());

  const status = async () => jsonLines<Status>(await desk.run("status", kept, "--json"))[0] as Status;

  /** `add`, with the memory it took where the system says so. */
  function add(): Promise<{ code: number | null; peaks: Peaks; err: string }> {
    const env = { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config"), HOME: desk.folder };
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "add", kept, folder], { env, cwd: desk.folder });
    const watch = process.platform === "linux" ? watchPeaks(child.pid as number) : { stop: () => ({ main: 0, child: 0, childCpuS: 0 }) };
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, peaks: watch.stop(), err }));
    });
  }

  it("is taken in whole, within bounded memory, and what it lacks is known", async (t) => {
    const { code, peaks, err } = await add();
    assert.equal(code, 0, err);
    t.diagnostic(`peak memory: program ${Math.round(peaks.main / 1e6)} MB, reader ${Math.round(peaks.child / 1e6)} MB`);
    const { counts } = await status();
    assert.deepEqual(
      [counts.posts, counts.knownNotHeld, counts.items, counts.failedAnalyses],
      [messages, missingMedia(messages), missingMedia(messages) + 1, 0],
    );
    assert.ok(peaks.main < memoryLimit, `the program took ${peaks.main} bytes`);
    assert.ok(peaks.child < memoryLimit, `the reader took ${peaks.child} bytes`);
  });

  it("is found by a word of its last message", async () => {
    const found = jsonLines<{ name: string }>(await desk.run("search", kept, lastWord, "--json"));
    assert.deepEqual(
      found.map(({ name }) => name),
      ["result.json"],
    );
  });

  it("adds nothing when it is added again", async () => {
    const before = await status();
    const { code, err } = await add();
    assert.equal(code, 0, err);
    const again = await status();
    assert.deepEqual([again.head.seq, again.counts], [before.head.seq, before.counts]);
  });
});

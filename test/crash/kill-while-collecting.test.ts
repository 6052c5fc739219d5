/** Kills the program, by SIGKILL, at every step of collecting and at random moments; the page cache survives, so this says nothing of power cuts. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { writeStages } from "../../src/keep/writer-state.ts";
import { checkCase } from "./check-case.ts";

const child = join(import.meta.dirname, "collect-child.ts");
const kills = 120;
const files = 48;
const killsPerCase = 10;

interface Run {
  /** Lines that were reported done, by seq. */
  readonly done: ReadonlyMap<number, string>;
  readonly lastStage: string;
  readonly killed: boolean;
}

/** Runs the child; kills it after `delayMs` unless it ends itself at a step before. */
async function collect(base: string, o: { killAt?: string; delayMs?: number }): Promise<Run> {
  const args = [child, join(base, "case"), join(base, "config"), join(base, "source")];
  if (o.killAt !== undefined) args.push("--kill-at", o.killAt);
  const process_ = spawn(process.execPath, ["--no-warnings", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let timer: NodeJS.Timeout | undefined;
  process_.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    // Counted from the first word: a kill while the program is still being loaded tells nothing.
    if (o.delayMs !== undefined) timer ??= setTimeout(() => process_.kill("SIGKILL"), o.delayMs);
  });
  const [code, signal] = (await once(process_, "close")) as [number | null, string | null];
  clearTimeout(timer);
  assert.ok(signal === "SIGKILL" || code === 0, `the program ended by itself with ${code}`);
  const done = new Map<number, string>();
  let lastStage = "starting";
  for (const line of output.split("\n")) {
    const [word, first, second] = line.split(" ");
    if (word === "done") done.set(Number(first), second as string);
    if (word === "stage") lastStage = first as string;
  }
  return { done, lastStage, killed: signal === "SIGKILL" };
}

/** Synthetic bytes, some files alike, from less than a page to some pages. */
function writeSource(base: string, seed: number): Set<string> {
  mkdirSync(join(base, "source", "sub"), { recursive: true });
  const digests = new Set<string>();
  for (let i = 0; i < files; i++) {
    const bytes = Buffer.alloc(1 + ((i * 2711 + seed * 977) % 9000), `synthetic ${seed} ${i % 40} `);
    writeFileSync(join(base, "source", i % 3 === 0 ? "sub" : ".", `f${i}`), bytes);
    digests.add(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  }
  return digests;
}

test(`nothing reported done is lost over ${kills} kills at every step, and a new run completes`, async (t) => {
  const stages = ["opening", ...writeStages, "closing"];
  const counts = new Map<string, number>();
  let killed = 0;
  let plan = 0;

  async function lane(number: number): Promise<void> {
    for (let round = 0; killed < kills; round++) {
      const base = mkdtempSync(join(tmpdir(), "witnessmark-kill-"));
      try {
        const digests = writeSource(base, 1000 * number + round);
        const reported = new Map<number, string>();
        for (let i = 0; i < killsPerCase && killed < kills; i++) {
          const turn = plan++;
          // Two of three at a named step, one at a moment of its own.
          const killAt = turn % 3 === 2 ? undefined : `${stages[turn % stages.length]}:${1 + (turn % 2)}`;
          const run = await collect(base, killAt === undefined ? { delayMs: (turn * 53) % 260 } : { killAt });
          for (const [seq, head] of run.done) reported.set(seq, head);
          if (run.killed) {
            killed++;
            const at = `${killAt === undefined ? "any moment, last step" : "step"} ${run.lastStage}`;
            counts.set(at, (counts.get(at) ?? 0) + 1);
          }
          await check(base, reported);
          if (!run.killed) break;
        }
        const last = await collect(base, {});
        assert.equal(last.killed, false);
        const { heads, collected } = await check(base, reported);
        assert.deepEqual(new Set(collected), digests);
        assert.equal(collected.length, files, "each file is one item, however often the work was stopped");
        for (const [seq, head] of last.done) assert.equal(heads[seq - 1], head);
      } finally {
        rmSync(base, { recursive: true, force: true });
      }
    }
  }

  await Promise.all([lane(1), lane(2)]);
  for (const [stage, count] of [...counts].sort()) t.diagnostic(`${String(count).padStart(3)} kills at ${stage}`);
  t.diagnostic(`${killed} kills in all`);
  assert.ok(killed >= kills);
  for (const stage of stages) assert.ok(counts.has(`step ${stage}`), `no kill at ${stage}`);
});

async function check(base: string, reported: ReadonlyMap<number, string>): ReturnType<typeof checkCase> {
  const path = join(base, "case");
  if (!existsSync(join(path, "witnessmark.json"))) {
    assert.equal(reported.size, 0, "lines were reported done in a case that is not there");
    return { heads: [], collected: [], objects: 0 };
  }
  const checked = await checkCase(path);
  for (const [seq, head] of reported) assert.equal(checked.heads[seq - 1], head, `line ${seq} was reported done`);
  return checked;
}

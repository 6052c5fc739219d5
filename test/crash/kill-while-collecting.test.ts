/** Kills the program, by SIGKILL, at every step of collecting and at random moments; the page cache survives, so this says nothing of power cuts. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeStages } from "../../src/keep/writer-state.ts";
import { checkCase } from "./check-case.ts";
import { killInLanes } from "./kill-lanes.ts";

const child = join(import.meta.dirname, "collect-child.ts");
const kills = 120;
const files = 48;

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
  await killInLanes<Set<string>, Run>(t, {
    kills,
    killsPerCase: 10,
    stages,
    endsEarly: true,
    prepare: writeSource,
    async kill(base, turn) {
      // Two of three at a named step, one at a moment of its own.
      if (turn % 3 === 2) return { run: await collect(base, { delayMs: (turn * 53) % 260 }), at: "any moment" };
      return { run: await collect(base, { killAt: `${stages[turn % stages.length]}:${1 + (turn % 2)}` }), at: "step" };
    },
    end: (base) => collect(base, {}),
    check: async (base, _run, reported) => void (await check(base, reported)),
    async checkEnd(base, run, digests) {
      const { collected } = await check(base, run.done);
      assert.deepEqual(new Set(collected), digests);
      assert.equal(collected.length, files, "each file is one item, however often the work was stopped");
    },
  });
});

async function check(base: string, reported: ReadonlyMap<number, string>): ReturnType<typeof checkCase> {
  const path = join(base, "case");
  if (!existsSync(join(path, "witnessmark.json"))) {
    assert.equal(reported.size, 0, "lines were reported done in a case that is not there");
    return { heads: [], collected: [], packs: new Set(), objects: 0 };
  }
  const checked = await checkCase(path);
  for (const [seq, head] of reported) assert.equal(checked.heads[seq - 1], head, `line ${seq} was reported done`);
  return checked;
}

/**
 * Kills the program, by SIGKILL, at every step of working on a case: keeping, tables, analyses, checkpoint, pack, copy; and
 * at moments of no step's choosing. The page cache survives, so this says nothing of power cuts.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { digestOfFile } from "../../src/keep/digest-of-file.ts";
import { openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { checkCase } from "./check-case.ts";
import { killInLanes } from "./kill-lanes.ts";
import { workStages } from "./work-stages.ts";

const child = join(import.meta.dirname, "work-child.ts");
const kills = 80;
const files = 10;

interface Run {
  /** Lines that were reported done, by seq. */
  readonly done: ReadonlyMap<number, string>;
  readonly packs: readonly string[];
  readonly copied: { readonly seq: number; readonly head: string } | undefined;
  readonly lastStage: string;
  readonly killed: boolean;
}

/** Runs the child; kills it a moment after it says `after`, or lets it kill itself when a step begins. */
async function work(base: string, o: { killAt?: string; after?: string; delayMs?: number }): Promise<Run> {
  const args = [child, ...["case", "config", "source", "out"].map((name) => join(base, name))];
  if (o.killAt !== undefined) args.push("--kill-at", o.killAt);
  const process_ = spawn(process.execPath, ["--no-warnings", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let timer: NodeJS.Timeout | undefined;
  process_.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (o.after !== undefined && output.includes(`stage ${o.after}\n`)) timer ??= setTimeout(() => process_.kill("SIGKILL"), o.delayMs);
  });
  const [code, signal] = (await once(process_, "close")) as [number | null, string | null];
  clearTimeout(timer);
  assert.ok(signal === "SIGKILL" || code === 0, `the program ended by itself with ${code}`);
  const done = new Map<number, string>();
  const packs: string[] = [];
  let copied: Run["copied"];
  let lastStage = "starting";
  for (const line of output.split("\n")) {
    const [word, first = "", second = ""] = line.split(" ");
    if (word === "done") done.set(Number(first), second);
    if (word === "sealed") packs.push(first);
    if (word === "copied") copied = { seq: Number(first), head: second };
    if (word === "stage") lastStage = first;
  }
  return { done, packs, copied, lastStage, killed: signal === "SIGKILL" };
}

function writeSource(base: string, seed: number): Set<string> {
  mkdirSync(join(base, "source"), { recursive: true });
  const digests = new Set<string>();
  for (let i = 0; i < files; i++) {
    // Two are alike: they are two items, and one analysis is recorded for both.
    const bytes = Buffer.from(`synthetic ${seed} ${i % (files - 1)}`);
    writeFileSync(join(base, "source", `f${i}`), bytes);
    digests.add(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  }
  return digests;
}

test(`nothing reported done is lost over ${kills} kills at every step of the work, and a new run completes it`, async (t) => {
  await killInLanes<Set<string>, Run>(t, {
    kills,
    killsPerCase: 9,
    stages: workStages,
    prepare: writeSource,
    async kill(base, turn) {
      const stage = workStages[turn % workStages.length] as string;
      // Each step once as it begins; then, by turns, as it begins and a little later, wherever the work is by then.
      const once = turn < workStages.length;
      if (!once && turn % 2 === 1) return { run: await work(base, { after: stage, delayMs: (turn * 7) % 23 }), at: "any moment" };
      return { run: await work(base, { killAt: `${stage}:${once ? 1 : 1 + (turn % 3)}` }), at: "step" };
    },
    end: (base) => work(base, {}),
    check: async (base, run, reported) => void (await check(base, run, reported)),
    async checkEnd(base, run, digests) {
      const collected = await check(base, run, run.done);
      assert.deepEqual(new Set(collected), digests);
      assert.equal(collected.length, files, "each file is one item, however often the work was stopped");
      assert.ok(run.packs.length === 1 && run.copied !== undefined);
      await checkWork(base);
    },
  });
});

/** What must hold after any kill. Returns the objects of collected items. */
async function check(base: string, run: Run, reported: ReadonlyMap<number, string>): Promise<readonly string[]> {
  const path = join(base, "case");
  if (!existsSync(join(path, "witnessmark.json"))) {
    assert.equal(reported.size, 0, "lines were reported done in a case that is not there");
    return [];
  }
  const { heads, collected, packs } = await checkCase(path);
  for (const [seq, head] of reported) assert.equal(heads[seq - 1], head, `line ${seq} was reported done`);
  const out = join(base, "out");
  // Whatever has the name of a pack is a whole one that a line knows; what a kill left half-made has another.
  for (const name of existsSync(out) ? readdirSync(out) : []) {
    if (!name.startsWith("pack-")) continue;
    const { verdict } = await verifyPath(join(out, name));
    assert.equal(verdict, "verifies", name);
    assert.ok(packs.has(await digestOfFile(join(out, name, "manifest-sha256.txt"))), `${name} is known by no line`);
  }
  for (const pack of run.packs) assert.ok(existsSync(pack));
  const copy = join(out, "copy");
  if (run.copied !== undefined) assert.equal((await checkCase(copy)).heads[run.copied.seq - 1], run.copied.head);
  else if (existsSync(join(copy, "witnessmark.json"))) await checkCase(copy);
  return collected;
}

/** After the last run: each item is analysed once, derived answers are whole, and the tables are those of a rebuild. */
async function checkWork(base: string): Promise<void> {
  const path = join(base, "case");
  const clock = { now: () => new Date().toISOString() };
  const folder = await openCaseFolder({ path, access: "read", clock, configFolder: join(base, "config"), program: "witnessmark test" });
  try {
    const answers = new Map<string, number>();
    const objects = new Set<`sha256:${string}`>();
    for await (const { body } of folder.ledger.read()) {
      if (body?.kind === "item.collected") objects.add(body.data.object as `sha256:${string}`);
      if (body?.kind !== "analysis.recorded") continue;
      const { item, ground } = body.data;
      answers.set(`${ground.analyser} ${item}`, (answers.get(`${ground.analyser} ${item}`) ?? 0) + 1);
    }
    assert.deepEqual(
      [...answers.values()],
      Array.from({ length: files * 2 }, () => 1),
      "one recorded probe and one record of prints an item",
    );
    for (const object of objects) {
      const key = { object, analyser: "poster" as const, version: "1" };
      const answer = await folder.derived.read(key);
      assert.equal(answer?.state, "done");
      assert.equal(readFileSync(folder.derived.pathOf(key, "poster.jpg"), "utf8"), `synthetic poster of ${object}`);
    }
    const { ledger, vault } = folder;
    const kept = await openViews({ file: join(path, "derived", "views.sqlite"), readOnly: true, ledger, vault, sha256 });
    const anew = await openViews({ file: ":memory:", ledger, vault, sha256 });
    assert.deepEqual(kept.head(), await ledger.head());
    for (const table of ["entry", "item", "analysis", "collection", "entry_item"]) {
      assert.deepEqual(await rowsOf(kept, table), await rowsOf(anew, table), table);
    }
    await kept.close();
    await anew.close();
  } finally {
    await folder.close();
  }
}

async function rowsOf({ db }: Views, table: string): Promise<string[]> {
  const { rows } = await sql`select * from ${sql.table(table)}`.execute(db);
  return rows.map((row) => JSON.stringify(row)).sort();
}

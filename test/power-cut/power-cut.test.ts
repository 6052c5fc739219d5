/**
 * Cuts the power, on a model of the disk, at every point of recorded work: a kill keeps what the kernel holds, a power
 * cut does not. Every state that the model permits must open with all that was reported done before; and leaving out any
 * one sync must be noticed, else that sync, or this test, would be for show.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { DiskModel, type DiskTree, type Fate, readDisk } from "./disk-model.ts";
import { checkState, type Said, saidIn } from "./promises.ts";
import { type Call, recordCalls } from "./record-calls.ts";
import { type Place, type Scenario, scenarios } from "./scenarios.ts";

const statesAtLeast = 500;

interface Recording {
  readonly disk: string;
  readonly before: DiskTree;
  readonly calls: readonly Call[];
  /** Of the person whose key the case names. */
  readonly publicKey: string;
}

function record({ before, commands }: Scenario, base: string): Recording {
  const disk = join(base, "disk");
  const casePath = join(disk, "cases", "case");
  const copyPath = join(disk, "copies", "case");
  const configFolder = join(disk, "home", "config");
  const place: Place = { disk, casePath, copyPath, configFolder, source: join(base, "source") };
  mkdirSync(join(disk, "copies"), { recursive: true });
  before(place);
  const tree = readDisk(disk);
  const calls = recordCalls(disk, join(base, "trace"), ["sh", "-c", commands(place).join("\n")]);
  const { publicKey } = JSON.parse(readFileSync(join(configFolder, "person.json"), "utf8")) as { publicKey: { base64: string } };
  return { disk, before: tree, calls, publicKey: publicKey.base64 };
}

function stateKey(state: ReadonlyMap<string, Buffer | "folder">, said: Said): string {
  const hash = createHash("sha256").update(
    JSON.stringify([said.opened, said.done.size, said.copied, said.notes.length, said.closing, said.finished]),
  );
  for (const [path, content] of [...state].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\n${content.length}\n`).update(content);
  return hash.digest("hex");
}

/** A small generator of numbers that are the same every time (xorshift32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const everything: Fate = { survives: () => true, pick: () => 0 };
const nothing: Fate = { survives: () => false, pick: () => 0 };

function chanceFate(seed: number): Fate {
  const pick = numbers(seed * 2654435761 + 1);
  // Whole runs of luck and of ill luck, beside the even ones.
  const luck = pick(4);
  return { survives: () => pick(4) <= luck, pick };
}

/** Opens every state that the model permits; returns how many different ones there were. */
async function openStates({ disk, before, calls, publicKey }: Recording, fateCount: number): Promise<number> {
  const seen = new Set<string>();
  const model = new DiskModel(disk, before);
  for (const [i, call] of calls.entries()) {
    model.apply(call);
    const said = saidIn(calls.slice(0, i + 1));
    const fates = [everything, nothing, ...Array.from({ length: fateCount }, (_, n) => chanceFate(i * 100 + n))];
    for (const fate of fates) {
      const state = model.afterPowerCut(fate);
      const key = stateKey(state, said);
      if (seen.has(key)) continue;
      seen.add(key);
      await checkState(state, said, publicKey).catch((error: unknown) => {
        const at = JSON.stringify({ ...call, bytes: undefined });
        throw new Error(`power cut after call ${i}: ${at}: ${String(error)}`, { cause: error });
      });
    }
  }
  return seen.size;
}

/**
 * Whether leaving out one sync lets some power cut break a promise. Only what that sync would have made sure is lost, whole
 * or in part; all else survives. Moments at which something was reported come first: there most losses show.
 */
async function breakOf({ disk, before, calls, publicKey }: Recording, left: number): Promise<string | undefined> {
  const seen = new Set<string>();
  for (const onlyReports of [true, false]) {
    const model = new DiskModel(disk, before);
    let node: object | undefined;
    for (const [i, call] of calls.entries()) {
      if (i === left) node = model.nodeAt((call as { path: string }).path);
      else model.apply(call);
      if (node === undefined) continue;
      if (onlyReports && !(call.call === "said" && /done|opened|copied|noted|finished/.test(call.text))) continue;
      const said = saidIn(calls.slice(0, i + 1));
      for (const fate of losing(node)) {
        const state = model.afterPowerCut(fate);
        const key = stateKey(state, said);
        if (seen.has(key)) continue;
        seen.add(key);
        try {
          await checkState(state, said, publicKey);
        } catch (error) {
          return (error as Error).message.split("\n")[0];
        }
      }
    }
  }
  return undefined;
}

function losing(node: object): Fate[] {
  const halves = Array.from({ length: 12 }, (_, seed): Fate => {
    const pick = numbers(seed + 7);
    return { survives: (other) => other !== node || pick(2) === 0, pick: () => 0 };
  });
  const zeros: Fate = { survives: () => true, pick: (limit) => (limit === 4 ? 2 : 1) };
  return [{ survives: (other) => other !== node, pick: () => 0 }, zeros, ...halves];
}

/** Where a sync is made, with names of its own taken out: one row of the table. */
function kindOfSync(disk: string, path: string): string {
  return path
    .slice(disk.length)
    .replace(/\/[0-9a-f]{2}\/[0-9a-f]{64}$/, "/ab/OBJECT")
    .replace(/\/objects\/[0-9a-f]{2}$/, "/objects/ab/")
    .replace(/\.[0-9a-f]{12}\.tmp$/, "TEMPORARY")
    .replace(/[0-9a-f]{64}\.tmp$/, "OBJECT.tmp")
    .replace(/\/incoming\/.*$/, "/incoming/TEMPORARY")
    .replace(/\/objects\/[0-9a-f]{2}\//, "/objects/ab/");
}

describe("a power cut", { skip: needs({ programs: ["strace"] }) }, () => {
  let states = 0;
  const table = new Map<string, { noticed: number; needless: number; first: string }>();

  for (const scenario of scenarios) {
    test(`${scenario.name}: every state opens with all that was reported, and no sync can be left out`, async (t) => {
      const base = mkdtempSync(join(tmpdir(), "witnessmark-power-"));
      t.after(() => rmSync(base, { recursive: true, force: true }));
      const recording = record(scenario, base);
      const { calls, disk } = recording;
      const opened = await openStates(recording, scenario.fates);
      states += opened;
      const needless: string[] = [];
      let syncs = 0;
      for (const [i, call] of calls.entries()) {
        if (call.call !== "sync") continue;
        syncs++;
        const broken = await breakOf(recording, i);
        const kind = kindOfSync(disk, call.path);
        const row = table.get(kind) ?? { noticed: 0, needless: 0, first: broken ?? "" };
        table.set(kind, row);
        if (broken !== undefined) row.noticed++;
        else {
          row.needless++;
          if (scenario.spare?.includes(kind) !== true) needless.push(`call ${i}: ${kind}`);
        }
      }
      t.diagnostic(`${calls.length} calls, ${syncs} syncs, ${opened} different states opened`);
      assert.deepEqual(needless, [], "syncs that can be left out without any power cut telling");
    });
  }

  test(`at least ${statesAtLeast} states were opened, and each kind of sync was proved needed`, () => {
    assert.ok(states >= statesAtLeast, `only ${states}`);
    for (const [kind, { noticed }] of table) assert.ok(noticed > 0, kind);
  });

  after(() => {
    console.log(`${states} different states after a power cut were opened. Leaving out one sync at a time:`);
    for (const [kind, { noticed, needless, first }] of [...table].sort()) {
      console.log(`  ${kind}: ${noticed} of ${noticed + needless} noticed, such as: ${first.slice(0, 110)}`);
    }
  });
});

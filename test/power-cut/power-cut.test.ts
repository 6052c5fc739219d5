/**
 * Cuts the power, on a model of the disk, at every point of a recorded ingest: a kill keeps what the kernel holds, a power
 * cut does not. Every state that the model permits must open with all that was reported done before; and leaving out any
 * one sync must be noticed, else that sync, or this test, would be for show.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { readRememberedHead } from "../../src/keep/remembered-heads.ts";
import { checkCase } from "../crash/check-case.ts";
import { DiskModel, type Fate, writeState } from "./disk-model.ts";
import { type Call, recordCalls } from "./record-calls.ts";

const child = join(import.meta.dirname, "..", "crash", "collect-child.ts");
const statesAtLeast = 500;
/** States are many and small; memory is quicker than a disk, and the model has decided already what is lost. */
const scratch = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** An ingest of two groups: a new case, a new person, files shorter and longer than a sector, two alike. */
function record(base: string): Call[] {
  const source = join(base, "..", "source");
  mkdirSync(join(base, "home"), { recursive: true });
  mkdirSync(join(base, "cases"));
  mkdirSync(source, { recursive: true });
  for (let i = 0; i < 6; i++) writeFileSync(join(source, `f${i}`), Buffer.alloc(40 + 700 * (i % 5), `synthetic ${i % 5} `));
  const trace = join(base, "..", "trace");
  const paths = [join(base, "cases", "case"), join(base, "home", "config"), source];
  const calls = recordCalls(base, trace, [process.execPath, "--no-warnings", child, ...paths, "--group", "3"]);
  const heads = calls.filter((call) => call.call === "rename" && call.to.includes("/heads/"));
  // A slow machine lets the program remember once more in between, which promises nothing.
  assert.equal(heads.length, 2, "expected the head to be remembered at opening and at closing");
  return calls;
}

function modelOf(base: string): DiskModel {
  return new DiskModel(base, [join(base, "home"), join(base, "cases")]);
}

interface Said {
  readonly opened: number | undefined;
  readonly done: ReadonlyMap<number, string>;
  readonly finished: boolean;
}

function saidIn(calls: readonly Call[]): Said {
  const done = new Map<number, string>();
  let opened: number | undefined;
  let finished = false;
  for (const call of calls) {
    if (call.call !== "said") continue;
    for (const line of call.text.split("\n")) {
      const [word, first, second] = line.split(" ");
      if (word === "opened") opened = Number(first);
      if (word === "done") done.set(Number(first), second as string);
      if (word === "finished") finished = true;
    }
  }
  return { opened, done, finished };
}

/** Opens the state as the program would after the power comes back. Throws what does not hold. */
async function checkState(state: ReadonlyMap<string, Buffer | "folder">, said: Said, publicKey: string): Promise<void> {
  const base = mkdtempSync(join(scratch, "witnessmark-state-"));
  try {
    writeState(base, state);
    const [path, configFolder] = [join(base, "cases", "case"), join(base, "home", "config")];
    const identity = await loadOrCreateIdentity(configFolder, { name: "Test Person" });
    if (said.opened === undefined && !existsSync(join(path, "witnessmark.json"))) return;
    if (said.opened !== undefined) assert.equal(identity.signer.publicKey.base64, publicKey, "the person's key is another one");
    const clock = { now: () => new Date().toISOString() };
    const folder = await openCaseFolder({ path, access: "write", identity, clock, configFolder, program: "witnessmark test" });
    const before = state.get(`home/config/heads/${folder.caseId}.json`);
    if (said.opened !== undefined) assert.ok(before !== undefined, "the head seen is not remembered");
    if (said.finished) assert.equal(JSON.parse((before as Buffer).toString()).seq, Math.max(...said.done.keys()));
    await folder.close();
    const { heads } = await checkCase(path);
    for (const [seq, head] of said.done) assert.equal(heads[seq - 1], head, `line ${seq} was reported done`);
    assert.ok((await readRememberedHead(configFolder, folder.caseId))!.seq >= heads.length - 1);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function digestOf(state: ReadonlyMap<string, Buffer | "folder">): string {
  const hash = createHash("sha256");
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

function publicKeyIn(calls: readonly Call[]): string {
  const written = calls.find((call) => call.call === "write" && call.path.includes("/config/."));
  return JSON.parse((written as { bytes: Buffer }).bytes.toString()).publicKey.base64;
}

test(
  "every state that a power cut permits opens, with all that was reported done",
  { skip: needs({ programs: ["strace"] }) },
  async (t) => {
    const place = mkdtempSync(join(tmpdir(), "witnessmark-power-"));
    t.after(() => rmSync(place, { recursive: true, force: true }));
    const base = join(place, "disk");
    const calls = record(base);
    const publicKey = publicKeyIn(calls);
    const syncs = calls.flatMap((call, i) => (call.call === "sync" ? [i] : []));
    t.diagnostic(`${calls.length} calls recorded, ${syncs.length} of them syncs`);

    const seen = new Set<string>();
    const model = modelOf(base);
    for (const [i, call] of calls.entries()) {
      model.apply(call);
      const said = saidIn(calls.slice(0, i + 1));
      const fates = [everything, nothing, ...Array.from({ length: 12 }, (_, n) => chanceFate(i * 100 + n))];
      for (const fate of fates) {
        const state = model.afterPowerCut(fate);
        const digest = digestOf(state) + JSON.stringify([said.opened, said.done.size, said.finished]);
        if (seen.has(digest)) continue;
        seen.add(digest);
        await checkState(state, said, publicKey).catch((error: unknown) => {
          throw new Error(`power cut after call ${i}: ${JSON.stringify({ ...call, bytes: undefined })}: ${String(error)}`, {
            cause: error,
          });
        });
      }
    }
    t.diagnostic(`${seen.size} different states opened`);
    assert.ok(seen.size >= statesAtLeast, `only ${seen.size} different states`);

    const needless: string[] = [];
    for (const left of syncs) {
      if (!(await isNoticed(base, calls, left, publicKey)))
        needless.push(`${left}: sync of ${(calls[left] as { path: string }).path.slice(base.length)}`);
    }
    t.diagnostic(`${syncs.length - needless.length} of ${syncs.length} syncs proved needed by leaving each one out`);
    assert.deepEqual(needless, []);
  },
);

/** Whether leaving out one sync lets some power cut lose what was reported, or leaves a case that does not open. */
async function isNoticed(base: string, calls: readonly Call[], left: number, publicKey: string): Promise<boolean> {
  const model = modelOf(base);
  const path = (calls[left] as { path: string }).path;
  let node: object | undefined;
  for (const [i, call] of calls.entries()) {
    if (i === left) node = model.nodeAt(path);
    else model.apply(call);
    if (node === undefined) continue;
    // All else survives; only what the missing sync would have made sure is lost, whole or in part.
    const lost: Fate[] = [
      { survives: (other) => other !== node, pick: () => 0 },
      { survives: () => true, pick: (limit) => (limit === 4 ? 2 : 1) },
    ];
    if (call.call === "mkdir" || call.call === "rename") for (let n = 0; n < 4; n++) lost.push(halfOf(node, n));
    const said = saidIn(calls.slice(0, i + 1));
    for (const fate of lost) {
      try {
        await checkState(model.afterPowerCut(fate), said, publicKey);
      } catch {
        return true;
      }
    }
  }
  return false;
}

function halfOf(node: object, seed: number): Fate {
  const pick = numbers(seed + 7);
  return { survives: (other) => other !== node || pick(2) === 0, pick: () => 0 };
}

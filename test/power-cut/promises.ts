/** What the program has promised by what it said, and whether a disk after a power cut keeps it. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { readRememberedHead } from "../../src/keep/remembered-heads.ts";
import { checkCase } from "../crash/check-case.ts";
import { writeState } from "./disk-model.ts";
import type { Call } from "./record-calls.ts";

/** States are many and small; memory is quicker than a disk, and the model has decided already what is lost. */
const scratch = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

export interface Said {
  /** Lines that the case had when it was said to be open. */
  readonly opened: number | undefined;
  readonly done: ReadonlyMap<number, string>;
  readonly copied: { readonly seq: number; readonly head: string; readonly objects: number } | undefined;
  readonly notes: readonly string[];
  /** The case is being closed, or was. */
  readonly closing: boolean;
  readonly finished: boolean;
}

export function saidIn(calls: readonly Call[]): Said {
  const said = {
    opened: undefined,
    copied: undefined,
    closing: false,
    finished: false,
    done: new Map<number, string>(),
    notes: [] as string[],
  } as {
    -readonly [K in keyof Said]: Said[K];
  } & { done: Map<number, string>; notes: string[] };
  for (const call of calls) {
    if (call.call !== "said") continue;
    for (const line of call.text.split("\n")) {
      const [word, first = "", second = "", third = ""] = line.split(" ");
      if (word === "opened") Object.assign(said, { opened: Number(first), closing: false, finished: false });
      if (line === "stage closing" || word === "closing") said.closing = true;
      if (word === "done") said.done.set(Number(first), second);
      if (word === "noted") said.notes.push(first);
      if (word === "copied") said.copied = { seq: Number(first), head: second, objects: Number(third) };
      if (word === "finished") said.finished = true;
    }
  }
  return said;
}

/** Opens the state as the program would after the power comes back. Throws what does not hold. */
export async function checkState(state: ReadonlyMap<string, Buffer | "folder">, said: Said, publicKey: string): Promise<void> {
  const base = mkdtempSync(join(scratch, "witnessmark-state-"));
  try {
    writeState(base, state);
    const [path, configFolder] = [join(base, "cases", "case"), join(base, "home", "config")];
    const isCase = existsSync(join(path, "witnessmark.json"));
    const copyPath = join(base, "copies", "case");
    if (said.copied !== undefined) await checkCopy(copyPath, said.copied);
    // A stopped copy is no case; one that has its card is whole.
    else if (existsSync(join(copyPath, "witnessmark.json"))) await checkCase(copyPath);
    if (said.opened === undefined && !isCase) return;
    const identity = await loadOrCreateIdentity(configFolder, { name: "Test Person" });
    assert.equal(identity.signer.publicKey.base64, publicKey, "the key of the person whom the case names is another one");
    const remembered = await rememberedIn(configFolder);
    const clock = { now: () => new Date().toISOString() };
    const folder = await openCaseFolder({ path, access: "write", identity, clock, configFolder, program: "witnessmark test" });
    const last = remembered.get(folder.caseId);
    if (said.opened !== undefined) assert.ok((last?.seq ?? 0) >= said.opened, "the head seen is not remembered");
    if (said.finished) assert.ok((last?.seq ?? 0) >= Math.max(0, ...said.done.keys()), "the last head seen is not remembered");
    // Only a case that was not closed in order is searched for objects that no line names, and only such a one need be.
    if (said.opened !== undefined && !said.closing) assert.equal(last?.closed, "not-closed", "it is not remembered that the case is open");
    if (said.finished) assert.notEqual(last?.closed, "not-closed", "it is not remembered that the case was closed in order");
    await folder.close();
    const { heads } = await checkCase(path);
    assert.ok(heads.length >= (said.opened ?? 0), "lines are missing that were there when the case was opened");
    for (const [seq, head] of said.done) assert.equal(heads[seq - 1], head, `line ${seq} was reported done`);
    const notes = existsSync(join(path, "checkpoints"))
      ? readdirSync(join(path, "checkpoints"))
          .filter((name) => name.endsWith(".note"))
          .map((name) => readFileSync(join(path, "checkpoints", name)).toString("base64"))
      : [];
    for (const note of said.notes) assert.ok(notes.includes(note), "a checkpoint that was reported is not in checkpoints/");
    assert.ok((await readRememberedHead(configFolder, folder.caseId))!.seq >= heads.length - 1);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function checkCopy(path: string, copied: NonNullable<Said["copied"]>): Promise<void> {
  const { heads, objects } = await checkCase(path);
  assert.equal(heads[copied.seq - 1], copied.head);
  assert.equal(objects, copied.objects, "objects that were reported copied are not there");
}

interface Remembered {
  readonly caseId: string;
  readonly seq: number;
  readonly closed: unknown;
}

async function rememberedIn(configFolder: string): Promise<Map<string, Remembered>> {
  const folder = join(configFolder, "heads");
  const all = new Map<string, Remembered>();
  if (!existsSync(folder)) return all;
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".json") || name.startsWith(".")) continue;
    const one = JSON.parse(readFileSync(join(folder, name), "utf8")) as Remembered;
    all.set(one.caseId, one);
  }
  return all;
}

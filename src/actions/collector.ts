/**
 * Collecting into the case, in groups: bytes staged and hashed, made durable, then one line per item, then reported.
 * What the case already holds under the same name is skipped; the same bytes under another name are another item.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { RefusedSource, SourceFile, SourceMemory } from "../core/collection/source.port.ts";
import type { EntryData, EntryDraft } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import { type ItemId, shownName } from "../core/item/item.ts";
import { canonicalJson } from "../core/json/canonical-json.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import type { ByteStream, StagedObject, Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";
import { type AddControl, refusalOf, stageSource } from "./stage-source.ts";

export interface CollectionRequest {
  readonly method: EntryData<"collection.started">["method"];
  /** Where the material was: an absolute path, or a label. Sealed. */
  readonly from: string;
  readonly machine: string;
  readonly program: string;
  readonly clockSource: EntryData<"collection.started">["clockSource"];
  /** Hash again also what has not changed since it was last hashed. */
  readonly rehash?: boolean;
}

export interface CollectorPorts {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly memory: SourceMemory;
  /** Items held under any of these shown names, in the order in which they were collected. */
  readonly itemsNamed: (
    shown: readonly string[],
  ) => Promise<readonly { readonly item: number; readonly name: string; readonly object: Digest }[]>;
  /** Bytes that were erased, with the line that says so: what two people took out does not come back by collecting a folder again. */
  readonly erasedObjects: () => Promise<ReadonlyMap<Digest, number>>;
  /** Whether an earlier collection from the same place ended with this report of what it refused. */
  readonly refusalsRecorded: (from: string, report: Digest) => Promise<boolean>;
}

export type Collected =
  | { readonly state: "collected"; readonly item: ItemId }
  | { readonly state: "already-held"; readonly item: ItemId }
  | { readonly state: "refused"; readonly reason: string };

export interface CollectionOutcome {
  readonly collection: string | undefined;
  readonly collected: number;
  readonly alreadyHeld: number;
  readonly refused: readonly RefusedSource[];
  readonly outcome: "complete" | "stopped";
}

export interface Collector {
  /**
   * Takes a file in; what it became is known when its group is durable. `onBytes` is told of bytes as they are copied.
   * Throws CollectingStopped when `signal` is aborted half-way: nothing of that file is kept then.
   */
  add(file: SourceFile, control?: AddControl): Promise<{ readonly durable: Promise<Collected> }>;
  refuse(refused: RefusedSource): void;
  /** Makes everything added so far durable. */
  flush(): Promise<void>;
  finish(outcome: CollectionOutcome["outcome"]): Promise<CollectionOutcome>;
}

/** A group ends at this many files or bytes: few syncs of folders, and little to do again after a crash. */
const groupFiles = 1024;
const groupBytes = 256 * 1024 * 1024;

interface Captured {
  readonly staged: StagedObject;
  readonly capturedAt: UtcInstant;
}

interface Pending {
  readonly file: SourceFile;
  /** On its way into the case, or there. */
  readonly capture: Promise<Captured>;
  readonly settle: (collected: Collected) => void;
  readonly fail: (error: unknown) => void;
}

type Copied = Pending & Captured;

export function createCollector(ports: CollectorPorts, request: CollectionRequest): Collector {
  const { writer, vault, clock, memory } = ports;
  let collection: string | undefined;
  let group: Pending[] = [];
  let bytes = 0;
  /** A copy of this group failed, and not by its source: no use in going on. */
  let copyFailed = false;
  const refused: RefusedSource[] = [];
  const count = { collected: 0, alreadyHeld: 0 };

  let flushing: Promise<void> = Promise.resolve();
  /** Why a group failed that nobody waited for. */
  let untold: { readonly error: unknown } | undefined;

  /** One group at a time: the first one opens the collection. */
  async function flush(): Promise<void> {
    await flushInTurn();
    demandNoneFailed();
  }

  function flushInTurn(): Promise<void> {
    const mine = flushing.then(flushNow);
    flushing = mine.catch(() => undefined);
    return mine;
  }

  /** The next files are copied while this group is being made durable; of two groups the first is waited for. */
  async function flushAside(): Promise<void> {
    const before = flushing;
    flushInTurn().catch((error: unknown) => (untold = { error }));
    await before;
    demandNoneFailed();
  }

  /** What stops the work is told once: to the next who adds, or who waits for what was added. */
  function demandNoneFailed(): void {
    if (untold === undefined) return;
    const { error } = untold;
    untold = undefined;
    throw error;
  }

  async function flushNow(): Promise<void> {
    const mine = group;
    group = [];
    bytes = 0;
    copyFailed = false;
    if (mine.length === 0) return;
    const { copied, broken } = await allCopied(mine);
    if (copied.length > 0) await keepGroup(copied);
    // What was copied before still counts; then the work stops.
    if (broken !== undefined) throw broken.error;
  }

  /** Waits for the copies: those that failed cost one file when it was the source's fault, and stop the work when it was the case's. */
  async function allCopied(mine: readonly Pending[]) {
    const copied: Copied[] = [];
    let broken: { readonly error: unknown } | undefined;
    for (const pending of mine) {
      try {
        copied.push({ ...pending, ...(await pending.capture) });
      } catch (error) {
        const reason = refusalOf(error);
        if (reason === undefined) {
          pending.fail(error);
          broken ??= { error };
        } else {
          refused.push({ shown: shownName(pending.file.name), reason });
          pending.settle({ state: "refused", reason });
        }
      }
    }
    return { copied, broken };
  }

  async function keepGroup(mine: readonly Copied[]): Promise<void> {
    try {
      const erased = await ports.erasedObjects();
      const kept = mine.filter(({ staged }) => !erased.has(staged.digest));
      await vault.commit(kept.map(({ staged }) => staged));
      const items = await appendItems(kept);
      for (const [i, { file, staged, settle }] of kept.entries()) {
        memory.remember(file.fingerprint, staged.digest);
        const collected = items[i] as Collected;
        if (collected.state === "collected") count.collected++;
        else count.alreadyHeld++;
        settle(collected);
      }
      // The staged copies are let go when the case is closed.
      for (const { staged, settle } of mine) if (erased.has(staged.digest)) settle(refuseErased(erased.get(staged.digest) as number));
    } catch (error) {
      for (const { fail } of mine) fail(error);
      throw error;
    }
  }

  /** What each became: the same bytes under the same name are one item, in the case and within a group. */
  async function appendItems(mine: readonly Copied[]): Promise<Collected[]> {
    const became: Collected[] = [];
    let started: string | undefined;
    await writer.append(async (numbers) => {
      // Asked here, where no other append is under way.
      const named = await ports.itemsNamed([...new Set(mine.map(({ file }) => shownName(file.name)))]);
      const held = new Map(named.toReversed().map(({ item, name, object }) => [keyOf(object, name), `i${item}` as ItemId]));
      const id = collection ?? numbers.collection();
      const drafts: EntryDraft[] = [];
      for (const pending of mine) {
        const key = keyOf(pending.staged.digest, shownName(pending.file.name));
        const twin = held.get(key);
        if (twin === undefined) {
          const item = numbers.item();
          held.set(key, item);
          drafts.push(collectedDraft(item, id, pending));
          became.push({ state: "collected", item });
        } else became.push({ state: "already-held", item: twin });
      }
      if (drafts.length === 0) return [];
      if (collection === undefined) drafts.unshift(startOf(id));
      started = id;
      return drafts;
    });
    collection = started ?? collection;
    return became;
  }

  function startOf(id: string): EntryDraft {
    const from = writer.seal(request.from);
    const machine = writer.seal(request.machine);
    const { method, program, clockSource } = request;
    return {
      kind: "collection.started",
      data: { collection: id, method, from: from.sealed, machine: machine.sealed, program, clockSource },
      opens: [from.opened, machine.opened],
    };
  }

  function collectedDraft(item: ItemId, id: string, { file, staged, capturedAt }: Copied): EntryDraft {
    const name = writer.seal(file.name);
    return {
      kind: "item.collected",
      // In the order of canonical JSON, which is then written in half the time.
      data: {
        assessment: "urgent-path-not-assessed",
        capturedAt,
        collection: id,
        fileWrittenAt: file.fileWrittenAt,
        item,
        name: name.sealed,
        object: staged.digest,
        size: staged.size,
      },
      opens: [name.opened],
    };
  }

  async function add(file: SourceFile, control: AddControl = {}): ReturnType<Collector["add"]> {
    demandNoneFailed();
    const shown = shownName(file.name);
    const known = request.rehash === true ? undefined : memory.digestOf(file.fingerprint);
    if (known !== undefined) {
      const same = (await ports.itemsNamed([shown])).find(({ object }) => object === known);
      // Held is what is there: bytes that went missing come back with their file.
      if (same !== undefined && (await vault.has(same.object))) {
        count.alreadyHeld++;
        return { durable: Promise.resolve({ state: "already-held", item: `i${same.item}` as ItemId }) };
      }
      const gone = (await ports.erasedObjects()).get(known as Digest);
      if (gone !== undefined) return { durable: Promise.resolve(refuseErased(gone)) };
    }
    const staging = stageSource(vault, file, control);
    const capture = staging.then((staged): Captured => ({ staged, capturedAt: clock.now() }));
    // Its failure is met with its group, or below.
    capture.catch(() => undefined);
    // Of these a thread copies many at once; of others one is read at a time.
    if (file.onDisk !== undefined) return place(file, capture, file.size);
    try {
      return await place(file, capture, (await staging).size);
    } catch (error) {
      const reason = refusalOf(error);
      if (reason === undefined) throw error;
      refused.push({ shown, reason });
      return { durable: Promise.resolve({ state: "refused", reason }) };
    }
  }

  async function place(file: SourceFile, capture: Promise<Captured>, size: number): ReturnType<Collector["add"]> {
    const durable = new Promise<Collected>((settle, fail) => {
      group.push({ file, capture, settle, fail });
    });
    // A caller that only waits for flush() meets the same error there.
    durable.catch(() => undefined);
    capture.catch((error: unknown) => (copyFailed ||= refusalOf(error) === undefined));
    bytes += size;
    if (copyFailed) await flush();
    else if (group.length >= groupFiles || bytes >= groupBytes) await flushAside();
    return { durable };
  }

  /** Without its name, which the report of the collection would keep although it may have been erased too. */
  function refuseErased(line: number): Collected {
    const reason = `its bytes were erased from the case by line ${line}`;
    refused.push({ shown: "a file", reason });
    return { state: "refused", reason };
  }

  async function finish(outcome: CollectionOutcome["outcome"]): Promise<CollectionOutcome> {
    await flush();
    // What was tried and refused is told as well, also when nothing came of it. What is held already is no news, nor are
    // refusals that stand as they were told before.
    const report = refused.length === 0 ? undefined : await stageReport(vault, refused);
    const refusedAnew = report !== undefined && !(await ports.refusalsRecorded(request.from, report.digest));
    if (collection !== undefined || refusedAnew) {
      if (report !== undefined) await vault.commit([report]);
      await writer.append((numbers) => {
        const id = collection ?? numbers.collection();
        const started = collection === undefined ? [startOf(id)] : [];
        collection = id;
        return [
          ...started,
          {
            kind: "collection.finished",
            data: { collection: id, ...count, refused: refused.length, outcome, report: report?.digest ?? null },
          },
        ];
      });
    }
    await memory.flush();
    return { collection, ...count, refused, outcome };
  }

  return { add, refuse: (source) => void refused.push(source), flush, finish };
}

const keyOf = (object: Digest, shown: string) => `${object} ${shown}`;

/** In the order of its text, so that the same refusals make the same bytes. */
function stageReport(vault: Vault, refused: readonly RefusedSource[]): Promise<StagedObject> {
  const list = refused.map(({ shown, reason }) => canonicalJson({ shown: shown.toWellFormed(), reason: reason.toWellFormed() }));
  return vault.stage(once(encodeUtf8(`[${list.sort().join(",")}]\n`)));
}

async function* once(bytes: Uint8Array): ByteStream {
  yield bytes;
}

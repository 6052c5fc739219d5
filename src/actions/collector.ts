/**
 * Collecting into the case, in groups: bytes staged and hashed, made durable, then one line per item, then reported.
 * What the case already holds under the same name is skipped; the same bytes under another name are another item.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { LongSource, RefusedSource, SourceFile, SourceMemory } from "../core/collection/source.port.ts";
import type { EntryData, EntryDraft } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import { type ItemId, shownName } from "../core/item/item.ts";
import { canonicalJson } from "../core/json/canonical-json.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import type { ByteStream, StagedObject, Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

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
  readonly objectsNamed: (shown: string) => Promise<readonly { readonly item: number; readonly object: Digest }[]>;
  /** The line that erased these bytes, if one did: what two people took out does not come back by collecting a folder again. */
  readonly erasedByLine: (object: Digest) => Promise<number | undefined>;
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

export interface AddControl {
  readonly onBytes?: (count: number) => void;
  readonly signal?: Cancellation;
}

/** The person stopped in the middle of a file. */
export class CollectingStopped extends Error {}

/** A group ends at this many files or bytes: few syncs, and little to do again after a crash. */
const groupFiles = 512;
const groupBytes = 256 * 1024 * 1024;

interface Pending {
  readonly file: SourceFile;
  readonly staged: StagedObject;
  readonly capturedAt: UtcInstant;
  /** The item that holds these bytes under this name already. */
  readonly twin: number | undefined;
  readonly settle: (collected: Collected) => void;
  readonly fail: (error: unknown) => void;
}

export function createCollector(ports: CollectorPorts, request: CollectionRequest): Collector {
  const { writer, vault, clock, memory } = ports;
  let collection: string | undefined;
  let group: Pending[] = [];
  /** Bytes and names on their way, in `group` or in the one that is being made durable: not yet in the tables that `objectsNamed` asks. */
  const coming = new Set<string>();
  let groupsDone = 0;
  let bytes = 0;
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
    if (mine.length === 0) return;
    try {
      await vault.commit(mine.map(({ staged }) => staged));
      const fresh = mine.filter(({ twin }) => twin === undefined);
      const items = fresh.length === 0 ? [] : await appendItems(fresh);
      count.collected += fresh.length;
      count.alreadyHeld += mine.length - fresh.length;
      for (const { file, staged, twin, settle } of mine) {
        memory.remember(file.fingerprint, staged.digest);
        if (twin === undefined) settle({ state: "collected", item: items.shift() as ItemId });
        else settle({ state: "already-held", item: `i${twin}` as ItemId });
      }
    } catch (error) {
      for (const { fail } of mine) fail(error);
      throw error;
    } finally {
      for (const { staged, file } of mine) coming.delete(comingKey(staged.digest, shownName(file.name)));
      groupsDone++;
    }
  }

  async function appendItems(mine: readonly Pending[]): Promise<ItemId[]> {
    const items: ItemId[] = [];
    let started: string | undefined;
    await writer.append((numbers) => {
      const drafts: EntryDraft[] = [];
      items.length = 0;
      started = collection ?? numbers.collection();
      if (collection === undefined) drafts.push(startOf(started));
      for (const pending of mine) {
        const item = numbers.item();
        items.push(item);
        drafts.push(collectedDraft(item, started, pending));
      }
      return drafts;
    });
    collection = started;
    return items;
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

  function collectedDraft(item: ItemId, id: string, { file, staged, capturedAt }: Pending): EntryDraft {
    const name = writer.seal(file.name);
    return {
      kind: "item.collected",
      data: {
        item,
        collection: id,
        name: name.sealed,
        object: staged.digest,
        size: staged.size,
        fileWrittenAt: file.fileWrittenAt,
        capturedAt,
        assessment: "urgent-path-not-assessed",
      },
      opens: [name.opened],
    };
  }

  async function add(file: SourceFile, control: AddControl = {}): ReturnType<Collector["add"]> {
    demandNoneFailed();
    const shown = shownName(file.name);
    const known = request.rehash === true ? undefined : memory.digestOf(file.fingerprint);
    if (known !== undefined) {
      const same = (await ports.objectsNamed(shown)).find(({ object }) => object === known);
      // Held is what is there: bytes that went missing come back with their file.
      if (same !== undefined && (await vault.has(same.object))) {
        count.alreadyHeld++;
        return { durable: Promise.resolve({ state: "already-held", item: `i${same.item}` as ItemId }) };
      }
      const gone = await ports.erasedByLine(known as Digest);
      if (gone !== undefined) return refuseErased(gone);
    }
    let staged: StagedObject;
    try {
      staged = file.openLong === undefined ? await vault.stage(readOf(file, control)) : await stageLong(vault, file.openLong, control);
    } catch (error) {
      const reason = refusalOf(error);
      if (reason === undefined) throw error;
      refused.push({ shown, reason });
      return { durable: Promise.resolve({ state: "refused", reason }) };
    }
    const erased = await ports.erasedByLine(staged.digest);
    // The staged copy is let go when the case is closed.
    if (erased !== undefined) return refuseErased(erased);
    const twin = await twinOf(shown, staged.digest);
    const durable = new Promise<Collected>((settle, fail) => {
      group.push({ file, staged, capturedAt: clock.now(), twin, settle, fail });
      coming.add(comingKey(staged.digest, shown));
    });
    // A caller that only waits for flush() meets the same error there.
    durable.catch(() => undefined);
    bytes += staged.size;
    if (group.length >= groupFiles || bytes >= groupBytes) await flushAside();
    return { durable };
  }

  /** Without its name, which the report of the collection would keep although it may have been erased too. */
  function refuseErased(line: number): { durable: Promise<Collected> } {
    const reason = `its bytes were erased from the case by line ${line}`;
    refused.push({ shown: "a file", reason });
    return { durable: Promise.resolve({ state: "refused", reason }) };
  }

  /** The item that holds these bytes under this name; the same file given twice is one item, also within a group. */
  async function twinOf(shown: string, digest: Digest): Promise<number | undefined> {
    const key = comingKey(digest, shown);
    for (;;) {
      const before = groupsDone;
      const held = (await ports.objectsNamed(shown)).find(({ object }) => object === digest);
      if (held !== undefined) return held.item;
      // Nothing may come between this look and the place in the group.
      if (!coming.has(key) && groupsDone === before) return undefined;
      if (coming.has(key)) await flush();
    }
  }

  async function finish(outcome: CollectionOutcome["outcome"]): Promise<CollectionOutcome> {
    await flush();
    // What was tried and refused is told as well, also when nothing came of it; what is held already is no news.
    if (collection !== undefined || refused.length > 0) {
      const report = refused.length === 0 ? null : await keepReport(vault, refused);
      await writer.append((numbers) => {
        const id = collection ?? numbers.collection();
        const started = collection === undefined ? [startOf(id)] : [];
        collection = id;
        return [...started, { kind: "collection.finished", data: { collection: id, ...count, refused: refused.length, outcome, report } }];
      });
    }
    await memory.flush();
    return { collection, ...count, refused, outcome };
  }

  return { add, refuse: (source) => void refused.push(source), flush, finish };
}

const comingKey = (digest: Digest, shown: string) => `${digest} ${shown}`;

/** Tells an error of the source from an error of the case: the first costs one file, the second stops the work. */
class SourceFailed extends Error {}

async function stageLong(vault: Vault, open: () => LongSource, { onBytes, signal }: AddControl): Promise<StagedObject> {
  const ofSource = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new SourceFailed(reasonOf(error), { cause: error });
    }
  };
  const source = ofSource(open);
  try {
    demandGoingOn(signal);
    return await vault.stageFile({
      descriptor: source.descriptor,
      size: source.size,
      onBytes(count) {
        demandGoingOn(signal);
        onBytes?.(count);
      },
      onEnd: (count) => ofSource(() => source.demandUnchanged(count)),
      onFailed: (error) => new SourceFailed(reasonOf(error), { cause: error }),
    });
  } finally {
    source.close();
  }
}

function demandGoingOn(signal: Cancellation | undefined): void {
  if (signal?.aborted === true) throw new CollectingStopped("collecting: stopped by the person");
}

async function* readOf(file: SourceFile, { onBytes, signal }: AddControl): ByteStream {
  const bytes = file.open()[Symbol.asyncIterator]();
  try {
    for (;;) {
      demandGoingOn(signal);
      let next: IteratorResult<Uint8Array>;
      try {
        next = await bytes.next();
      } catch (error) {
        throw new SourceFailed(reasonOf(error), { cause: error });
      }
      if (next.done === true) return;
      onBytes?.(next.value.length);
      yield next.value;
    }
  } finally {
    await bytes.return?.();
  }
}

function refusalOf(error: unknown): string | undefined {
  return error instanceof SourceFailed ? error.message : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof CaseError) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  return `could not be read: ${typeof code === "string" ? (inWords[code] ?? code) : String(error)}`;
}

const inWords: { readonly [code: string]: string | undefined } = {
  ENOENT: "it was gone when its turn came",
  EACCES: "no permission",
  EPERM: "no permission",
  ELOOP: "a link took its place",
  ENXIO: "a pipe or device took its place",
  EIO: "the disk it lies on failed (EIO)",
  ESTALE: "the disk it lies on went away (ESTALE)",
};

async function keepReport(vault: Vault, refused: readonly RefusedSource[]): Promise<Digest> {
  const list = refused.map(({ shown, reason }) => ({ shown: shown.toWellFormed(), reason: reason.toWellFormed() }));
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(list)}\n`)));
  await vault.commit([staged]);
  return staged.digest;
}

async function* once(bytes: Uint8Array): ByteStream {
  yield bytes;
}

/**
 * Collecting into the case, in groups: bytes staged and hashed, made durable, then one line per item, then reported.
 * What the case already holds under the same name is skipped; the same bytes under another name are another item.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { RefusedSource, SourceFile, SourceMemory } from "../core/collection/source.port.ts";
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
  /** Takes a file in; what it became is known when its group is durable. `onBytes` is told of bytes as they are copied. */
  add(file: SourceFile, onBytes?: (count: number) => void): Promise<{ readonly durable: Promise<Collected> }>;
  refuse(refused: RefusedSource): void;
  /** Makes everything added so far durable. */
  flush(): Promise<void>;
  finish(outcome: CollectionOutcome["outcome"]): Promise<CollectionOutcome>;
}

/** A group ends at this many files or bytes: few syncs, and little to do again after a crash. */
const groupFiles = 512;
const groupBytes = 256 * 1024 * 1024;

interface Pending {
  readonly file: SourceFile;
  readonly staged: StagedObject;
  readonly capturedAt: UtcInstant;
  readonly settle: (collected: Collected) => void;
  readonly fail: (error: unknown) => void;
}

export function createCollector(ports: CollectorPorts, request: CollectionRequest): Collector {
  const { writer, vault, clock, memory } = ports;
  let collection: string | undefined;
  let group: Pending[] = [];
  let bytes = 0;
  const refused: RefusedSource[] = [];
  const count = { collected: 0, alreadyHeld: 0 };

  let flushing: Promise<void> = Promise.resolve();

  /** One group at a time: the first one opens the collection. */
  function flush(): Promise<void> {
    const mine = flushing.then(flushNow);
    flushing = mine.catch(() => undefined);
    return mine;
  }

  async function flushNow(): Promise<void> {
    const mine = group;
    group = [];
    bytes = 0;
    if (mine.length === 0) return;
    try {
      await vault.commit(mine.map(({ staged }) => staged));
      const items = await appendItems(mine);
      count.collected += mine.length;
      for (const [i, { file, staged, settle }] of mine.entries()) {
        memory.remember(file.fingerprint, staged.digest);
        settle({ state: "collected", item: items[i] as ItemId });
      }
    } catch (error) {
      for (const { fail } of mine) fail(error);
      throw error;
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

  async function add(file: SourceFile, onBytes: (count: number) => void = () => undefined): ReturnType<Collector["add"]> {
    const shown = shownName(file.name);
    const held = await ports.objectsNamed(shown);
    const known = request.rehash === true ? undefined : memory.digestOf(file.fingerprint);
    const heldAs = (digest: string) => held.find(({ object }) => object === digest);
    const same = known === undefined ? undefined : heldAs(known);
    if (same !== undefined) return already(same.item);
    const gone = known === undefined ? undefined : await ports.erasedByLine(known as Digest);
    if (gone !== undefined) return refuseErased(shown, gone);
    let staged: StagedObject;
    try {
      staged = await vault.stage(readOf(file, onBytes));
    } catch (error) {
      const reason = refusalOf(error);
      if (reason === undefined) throw error;
      refused.push({ shown, reason });
      return { durable: Promise.resolve({ state: "refused", reason }) };
    }
    const erased = await ports.erasedByLine(staged.digest);
    // The staged copy is let go when the case is closed.
    if (erased !== undefined) return refuseErased(shown, erased);
    const twin = heldAs(staged.digest) ?? (await inGroup(shown, staged.digest));
    if (twin !== undefined) {
      // The object is there; committing compares it with what was just read and lets the copy go.
      await vault.commit([staged]);
      memory.remember(file.fingerprint, staged.digest);
      return already(twin.item);
    }
    const durable = new Promise<Collected>((settle, fail) => {
      group.push({ file, staged, capturedAt: clock.now(), settle, fail });
    });
    // A caller that only waits for flush() meets the same error there.
    durable.catch(() => undefined);
    bytes += staged.size;
    if (group.length >= groupFiles || bytes >= groupBytes) await flush();
    return { durable };
  }

  function refuseErased(shown: string, line: number): { durable: Promise<Collected> } {
    const reason = `these bytes were erased from the case by line ${line}`;
    refused.push({ shown, reason });
    return { durable: Promise.resolve({ state: "refused", reason }) };
  }

  function already(item: number): { durable: Promise<Collected> } {
    count.alreadyHeld++;
    return { durable: Promise.resolve({ state: "already-held", item: `i${item}` as ItemId }) };
  }

  /** The same file given twice in one group is one item; its number is known once the group is durable. */
  async function inGroup(shown: string, digest: Digest): Promise<{ readonly item: number } | undefined> {
    if (!group.some(({ file, staged }) => staged.digest === digest && shownName(file.name) === shown)) return undefined;
    await flush();
    return (await ports.objectsNamed(shown)).find(({ object }) => object === digest);
  }

  async function finish(outcome: CollectionOutcome["outcome"]): Promise<CollectionOutcome> {
    await flush();
    const id = collection;
    if (id !== undefined) {
      const report = refused.length === 0 ? null : await keepReport(vault, refused);
      await writer.append(() => [
        { kind: "collection.finished", data: { collection: id, ...count, refused: refused.length, outcome, report } },
      ]);
    }
    await memory.flush();
    return { collection: id, ...count, refused, outcome };
  }

  return { add, refuse: (source) => void refused.push(source), flush, finish };
}

/** Tells an error of the source from an error of the case: the first costs one file, the second stops the work. */
class SourceFailed extends Error {}

async function* readOf(file: SourceFile, onBytes: (count: number) => void): ByteStream {
  const bytes = file.open()[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await bytes.next();
    } catch (error) {
      throw new SourceFailed(reasonOf(error), { cause: error });
    }
    if (next.done === true) return;
    onBytes(next.value.length);
    yield next.value;
  }
}

function refusalOf(error: unknown): string | undefined {
  return error instanceof SourceFailed ? error.message : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof CaseError) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? `could not be read: ${code}` : `could not be read: ${String(error)}`;
}

async function keepReport(vault: Vault, refused: readonly RefusedSource[]): Promise<Digest> {
  const list = refused.map(({ shown, reason }) => ({ shown: shown.toWellFormed(), reason: reason.toWellFormed() }));
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(list)}\n`)));
  await vault.commit([staged]);
  return staged.digest;
}

async function* once(bytes: Uint8Array): ByteStream {
  yield bytes;
}

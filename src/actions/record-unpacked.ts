/**
 * Members of an archive become items that are held, in groups as when collecting: bytes staged and made durable, then a line
 * each. What could not be unpacked becomes an item that is known and not held. A stop costs nothing done: a place of a
 * container is unpacked once.
 */
import type { ContainerReading } from "../core/analysis/reading-result.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId, ItemName } from "../core/item/item.ts";
import type { Member } from "../core/unpacking/member.ts";
import { readMembers } from "../core/unpacking/members-file.ts";
import type { ByteStream, StagedObject, Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface UnpackingPorts {
  /** Places of a container that are items already. */
  readonly unpackedPlaces: (container: number) => Promise<ReadonlySet<string>>;
  /** The container's shown path; undefined where this copy withholds it. */
  readonly pathOfItem: (item: number) => Promise<string | undefined>;
  /** Bytes that were erased, with the line that did: they do not come back out of an archive that holds them too. */
  readonly erasedObjects: () => Promise<ReadonlyMap<Digest, number>>;
  /** Bytes of a file that the reader made, from `start` up to and without `end`. */
  readonly readRange: (path: string, range: { readonly start: number; readonly end: number }) => ByteStream;
}

interface Ports {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly knownPlaces: (item: number) => Promise<ReadonlyMap<string, number>>;
  readonly unpacking: UnpackingPorts;
}

/** A group ends at this many members or bytes: few syncs, and little to do again after a stop. */
const groupMembers = 256;
const groupBytes = 256 * 1024 * 1024;

type Unpacked = Extract<Member, { state: "unpacked" }>;
interface Group {
  readonly unpacked: { readonly member: Unpacked; readonly staged: StagedObject }[];
  readonly leftOut: { readonly where: string; readonly path: string; readonly reason: string }[];
  bytes: number;
}

/** `bytesPath`: the file with the bytes of all members. Throws RecordsUnreadable when `list` is not what the reading promises. */
export async function recordUnpacked(
  ports: Ports,
  container: ItemId,
  { counts }: ContainerReading,
  { list, bytesPath }: { readonly list: ByteStream; readonly bytesPath: string },
  signal?: Cancellation,
): Promise<"all" | "stopped"> {
  const number = Number(container.slice(1));
  const { unpacking, vault } = ports;
  const standing = await unpacking.unpackedPlaces(number);
  const known = await ports.knownPlaces(number);
  const outer = (await unpacking.pathOfItem(number)) ?? container;
  let group = emptyGroup();
  const flush = async () => {
    const mine = group;
    group = emptyGroup();
    if (mine.unpacked.length + mine.leftOut.length === 0) return;
    await vault.commit(mine.unpacked.map(({ staged }) => staged));
    await ports.writer.append((numbers) => [
      ...mine.unpacked.map((one) => unpackedDraft(one, { item: numbers.item(), container, outer }, ports.writer)),
      ...mine.leftOut.map((one) => leftOutDraft(one, { item: numbers.item(), container, outer }, ports.writer)),
    ]);
  };
  for await (const member of readMembers(list, counts.members)) {
    const { where, path } = member;
    if (standing.has(where) || known.has(where)) continue;
    if (member.state === "left-out") group.leftOut.push({ where, path, reason: member.reason });
    else {
      const erased = (await unpacking.erasedObjects()).get(member.sha256 as Digest);
      if (erased !== undefined) group.leftOut.push({ where, path: where, reason: `its bytes were erased from the case by line ${erased}` });
      else {
        const range = { start: member.start, end: member.start + member.size };
        const staged = await vault.stage(member.size === 0 ? nothing() : unpacking.readRange(bytesPath, range));
        if (staged.digest !== member.sha256 || staged.size !== member.size)
          throw new Error(
            `${container} ${where}: expected the bytes that its reader wrote; found others. The folder for temporary files was changed.`,
          );
        group.unpacked.push({ member, staged });
        group.bytes += member.size;
      }
    }
    if (group.unpacked.length + group.leftOut.length < groupMembers && group.bytes < groupBytes) continue;
    await flush();
    if (signal?.aborted === true) return "stopped";
  }
  await flush();
  return "all";
}

function emptyGroup(): Group {
  return { unpacked: [], leftOut: [], bytes: 0 };
}

interface Place {
  readonly item: ItemId;
  readonly container: ItemId;
  /** Path of the container. */
  readonly outer: string;
}

function unpackedDraft({ member, staged }: Group["unpacked"][number], { item, container, outer }: Place, writer: CaseWriter): EntryDraft {
  const name = writer.seal(nameIn(outer, member.path));
  const { where, written } = member;
  return {
    kind: "item.unpacked",
    data: { item, from: container, where, name: name.sealed, object: staged.digest, size: staged.size, fileWrittenAt: written },
    opens: [name.opened],
  };
}

function leftOutDraft(
  { where, path, reason }: Group["leftOut"][number],
  { item, container, outer }: Place,
  writer: CaseWriter,
): EntryDraft {
  const name = writer.seal(nameIn(outer, path));
  return {
    kind: "item.known",
    data: { item, name: name.sealed, statedBy: { item: container, where }, reason: `not unpacked: ${reason}` },
    opens: [name.opened],
  };
}

function nameIn(outer: string, path: string): ItemName {
  return { encoding: "utf-8", path: `${outer}/${path}` };
}

async function* nothing(): ByteStream {
  // An empty file has no bytes to give.
}

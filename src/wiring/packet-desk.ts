/**
 * Opens a packet to be answered on a page: its media go into a case that lives in a folder of its own as long as the desk is open, with
 * a key of its own, so that they are read, covered and played by what reads, covers and plays every item. Nothing of it stays, and
 * nothing of the person's settings enters it. The answer goes to the person's own store, as one by command does.
 */
import { mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { collectItems } from "../actions/collect-items.ts";
import type { AnsweringPorts } from "../actions/answer-packet.ts";
import type { OutsidePorts } from "../actions/seal-outside-answer.ts";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { codeOf, namedFailure, replaceFile } from "../keep/durable.ts";
import { unpackBlindPacket } from "../keep/read-blind-packet.ts";
import { walkSources } from "../keep/walk-folder.ts";
import { type Around, openCase } from "./open-case.ts";

export interface OpenPacketDesk {
  readonly document: PacketDocument;
  readonly name: string;
  readonly at: string;
  readonly session: CaseSession;
  readonly items: ReadonlyMap<ItemId, ItemId>;
  readonly answering: AnsweringPorts;
  readonly keptIn: string;
  close(): Promise<void>;
}

export interface PacketDeskParts {
  readonly path: string;
  readonly around: Pick<Around, "program" | "verifyPage" | "receiptPage">;
  readonly configFolder: string;
  outsideAnswerer(): Promise<OutsidePorts>;
  demandPlaceForFile(path: string): void;
  readonly onProgress: (detail: string) => void;
}

/** Throws CaseError INPUT_INVALID for what is no packet, or one whose media were changed; PASSPHRASE_WRONG, DISK_FULL. */
export async function openPacketDesk(parts: PacketDeskParts): Promise<OpenPacketDesk> {
  const { path, onProgress } = parts;
  const folder = await mkdtemp(join(tmpdir(), "witnessmark-packet-")).catch((error: unknown) => {
    throw namedFailure(error, "the folder for temporary files");
  });
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    onProgress("checking the packet");
    const unpacked = join(folder, "items");
    await mkdir(unpacked, { mode: 0o700 });
    const { document } = await unpackBlindPacket(path, unpacked);
    const outside = await parts.outsideAnswerer();
    const session = await sessionOn(parts, folder);
    try {
      onProgress("reading its items");
      await collect(session, unpacked);
      await rm(unpacked, { recursive: true });
      session.queue.wake();
      await session.queue.idle();
      return {
        ...{ document, name: basename(path), at: (await stat(path)).mtime.toISOString(), session },
        items: await numbersOf(session, document),
        answering: { outside, beside: besideOf(path, parts) },
        keptIn: join(parts.configFolder, "answers", document.caseId),
        close: () => session.close().finally(remove),
      };
    } catch (error) {
      await session.close();
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

function sessionOn({ around, onProgress }: PacketDeskParts, folder: string): Promise<CaseSession> {
  const nothing = () => Promise.reject(new CaseError("NOT_ALLOWED", "a packet: expected no passphrase to be asked for; found that one is"));
  const desk: Around = { ...around, ownPassphrase: nothing, casePassphrase: nothing, configFolder: join(folder, "config") };
  return openCase(desk, join(folder, "case"), { access: "write", create: { title: "packet" }, onProgress });
}

async function collect({ collectorPorts, viewer, collecting }: CaseSession, from: string): Promise<void> {
  const { signal } = new AbortController();
  const { refused } = await collectItems(
    collectorPorts,
    viewer,
    { method: "folder", from: "packet", rehash: false, ...collecting },
    walkSources([from], { signal }),
    { signal, onProgress: () => undefined },
  );
  const [first] = refused;
  if (first !== undefined)
    throw new CaseError("INPUT_INVALID", `the packet: expected items that can be kept; found ${first.shown}: ${first.reason}`);
}

/** Items of the same bytes are one. */
async function numbersOf({ reader }: CaseSession, { items }: PacketDocument): Promise<ReadonlyMap<ItemId, ItemId>> {
  const rows = await reader.views.db.selectFrom("item").select(["number", "object"]).execute();
  const numbers = new Map(rows.map(({ number, object }) => [object, number]));
  return new Map(
    items.flatMap(({ item, object }) => {
      const number = numbers.get(object);
      return number === undefined ? [] : [[item, `i${number}` as ItemId] as const];
    }),
  );
}

function besideOf(path: string, { demandPlaceForFile }: PacketDeskParts): AnsweringPorts["beside"] {
  const stem = join(dirname(path), basename(path).replace(/\.zip$/i, ""));
  return {
    sealed: `${stem}.sealed-answer.json`,
    revealed: `${stem}.revealed-answer.json`,
    read: (file) =>
      readFile(file).catch((error: unknown) => {
        if (codeOf(error) === "ENOENT") return undefined;
        throw namedFailure(error, file);
      }),
    write: (file, bytes) => replaceFile(file, bytes, { mode: 0o600 }),
    demandPlace: demandPlaceForFile,
  };
}

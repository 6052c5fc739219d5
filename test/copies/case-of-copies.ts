/** A case opened in this process as the program opens it, with everything real: children, tables, ledger. And small clips that are copies of each other. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { collectItems } from "../../src/actions/collect-items.ts";
import type { CitingPorts } from "../../src/actions/exhibit-ports.ts";
import type { EntryBodyOf, EntryKind } from "../../src/core/entry/entry.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { CaseSession } from "../../src/jobs/case-session.ts";
import { walkSources } from "../../src/keep/walk-folder.ts";
import { unknownItems } from "../../src/reads/case-index.ts";
import { eventIndex } from "../../src/reads/event-index.ts";
import { exhibitIndex } from "../../src/reads/exhibits/exhibit-index.ts";
import { openCase } from "../../src/wiring/open-case.ts";

export interface CopiesDesk {
  readonly folder: string;
  readonly casePath: string;
  /** `as`: whose configuration folder; another name is another person. */
  open(as?: string, access?: "write" | "read"): Promise<CaseSession>;
  /** Keeps a folder, reads what is in it, and compares; ends when nothing is left to do. */
  add(session: CaseSession, source: string): Promise<void>;
  /** Lines of the ledger of one kind. */
  lines<K extends EntryKind>(kind: K): (EntryBodyOf<K> & { readonly seq: number })[];
  close(): void;
}

const nothing = () => Promise.reject(new Error("expected not to be asked for"));

export function createCopiesDesk(): CopiesDesk {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-copies-"));
  const casePath = join(folder, "case");
  const before = process.env["WITNESSMARK_CONFIG"];
  return {
    folder,
    casePath,
    open(as = "me", access = "write") {
      process.env["WITNESSMARK_CONFIG"] = join(folder, `config-${as}`);
      const around = { program: "test", ownPassphrase: nothing, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
      return openCase(around, casePath, {
        access,
        ...(access === "write" ? { create: { title: "Copies" } } : {}),
        onProgress: () => undefined,
      });
    },
    async add(session, source) {
      await collectItems(
        session.collectorPorts,
        session.viewer,
        { method: "folder", from: source, rehash: false, ...session.collecting },
        walkSources([source], { signal: new AbortController().signal }),
        { signal: new AbortController().signal, onProgress: () => undefined },
      );
      await settle(session);
    },
    lines: (kind) =>
      readFileSync(join(casePath, "ledger.jsonl"), "utf8")
        .trimEnd()
        .split("\n")
        .flatMap((line, at) => {
          const { body } = JSON.parse(line) as { body?: EntryBodyOf<EntryKind> };
          return body?.kind === kind ? [{ ...(body as EntryBodyOf<typeof kind>), seq: at + 1 }] : [];
        }),
    close() {
      if (before === undefined) delete process.env["WITNESSMARK_CONFIG"];
      else process.env["WITNESSMARK_CONFIG"] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function settle({ queue, copies }: CaseSession): Promise<void> {
  queue.wake();
  await queue.idle();
  copies.wake();
  await copies.idle();
}

export function eventPortsOf({ writer, reader, gazetteers }: CaseSession): CitingPorts {
  const exhibits = exhibitIndex(reader, gazetteers);
  return { writer, unknownItems: (numbers) => unknownItems(reader, numbers), known: eventIndex(reader), exhibits };
}

/** The item whose name ends so. */
export async function itemNamed({ reader }: CaseSession, ending: string): Promise<ItemId> {
  const rows = await reader.views.db.selectFrom("item").select(["number", "name"]).orderBy("number").execute();
  const found = rows.find(({ name }) => name?.endsWith(ending));
  if (found === undefined) throw new Error(`expected an item named ...${ending}`);
  return `i${found.number}`;
}

/** A moving picture with sound, the same for the same seed. */
export function makeClip(path: string, { seed = 1, seconds = 6, size = "480x270" } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  ffmpeg(
    ...["-f", "lavfi", "-i", `mandelbrot=size=${size}:rate=25:start_scale=${2 + seed / 3}:end_scale=0.3:end_pts=200`],
    ...["-f", "lavfi", "-i", `anoisesrc=color=pink:seed=${seed}:duration=${seconds}:amplitude=0.3`],
    ...["-vf", `noise=alls=8:all_seed=${seed},hue=H=${seed}*0.5+t*0.3`, "-t", String(seconds)],
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", "-c:a", "aac", path],
  );
}

/** `options`: ffmpeg options between input and output. */
export function makeCopy(from: string, to: string, ...options: string[]): void {
  mkdirSync(dirname(to), { recursive: true });
  ffmpeg("-i", from, ...options, "-c:v", "libx264", "-preset", "veryfast", "-crf", "28", "-pix_fmt", "yuv420p", to);
}

function ffmpeg(...options: string[]): void {
  execFileSync("ffmpeg", ["-v", "error", "-y", ...options]);
}

/** A chat export of one message that carries a file of the folder. */
export function writePost(folder: string, file: string, postedAt: string, more: object = {}): void {
  mkdirSync(folder, { recursive: true });
  const message = {
    ...{ id: 7, type: "message", date: postedAt.slice(0, 19), date_unixtime: String(Date.parse(postedAt) / 1000) },
    ...{ from: "Ostrel Today", from_id: "channel1000000001", text: "synthetic", file, media_type: "video_file", mime_type: "video/mp4" },
    ...more,
  };
  const chat = { name: "Ostrel Today", type: "public_channel", id: 1000000001, messages: [message] };
  writeFileSync(join(folder, "result.json"), JSON.stringify(chat, null, 1));
}

/**
 * What a run of handing over has on the disk outside the case, noted in the case's `derived/handing-over` while it lasts: a folder per
 * note. Whoever opens the case after a run that was killed finds what it left, and whether a line knows the pack that lies there.
 */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { Leftover } from "../core/edition/leftover.ts";
import { Digest } from "../core/hash/digest.ts";
import { manifestName } from "../formats/bagit/pack-files.ts";
import { codeOf, removeIfThere, replaceFile, syncFolder } from "./durable.ts";
import { digestOfFile } from "./digest-of-file.ts";
import type { PackWritten } from "./write-pack.ts";

const Note = z.strictObject({
  v: z.literal(1),
  /** Folder in which it is made, and the name that it is to get; null for one that gets none. */
  staged: z.string().min(1),
  out: z.string().min(1).or(z.null()),
  /** Hash that names the pack; null until it is whole. */
  manifest: Digest.or(z.null()),
});
type Note = z.infer<typeof Note>;

export interface PackNotes {
  /** Durable when it resolves; said again of the same folder it takes the place of the first. */
  note(note: Omit<Note, "v">): Promise<void>;
  forget(staged: string): void;
}

/** `folder`: of the case. */
export function openPackNotes(folder: string): PackNotes {
  const fileOf = (staged: string): string =>
    join(folder, ...place, `${createHash("sha256").update(staged).digest("hex").slice(0, 32)}.json`);
  return {
    async note(note) {
      const file = fileOf(note.staged);
      await mkdir(dirname(file), { recursive: true });
      await replaceFile(file, encodeUtf8(`${JSON.stringify({ v: 1, ...note } satisfies Note)}\n`));
      await syncFolder(join(folder, place[0]));
    },
    forget: (staged) => removeIfThere(fileOf(staged)),
  };
}

const place = ["derived", "handing-over"] as const;

/** Notes of one pack, from before it is made until it has its name or is gone. `say`: as `PackRequest.say`. */
export function notedPack(notes: PackNotes, out: string, say: (written: PackWritten) => Promise<void>) {
  let staged: string | undefined;
  return {
    async begin(folder: string) {
      staged = folder;
      await notes.note({ staged: folder, out, manifest: null });
    },
    async say(written: PackWritten, folder: string) {
      await notes.note({ staged: folder, out, manifest: written.manifest });
      await say(written);
    },
    /** However writing ended. A pack that waits for its name stays noted. */
    end() {
      if (staged !== undefined && !existsSync(staged)) notes.forget(staged);
    },
  };
}

/** `lineOf`: the line that says that the pack of this manifest was sealed. Only for whoever may write: nobody hands over meanwhile. */
export async function settlePacks(folder: string, lineOf: (manifest: Digest) => Promise<number | undefined>): Promise<Leftover[]> {
  const left: Leftover[] = [];
  for (const { file, note } of notesIn(join(folder, ...place))) {
    const line = note.manifest === null ? undefined : await lineOf(note.manifest);
    const found = line === undefined || note.out === null ? unknown(note) : await settleKnown({ ...note, out: note.out }, line);
    if (found !== undefined) left.push(found);
    // What still lies there is named again whenever the case is opened.
    if (found === undefined || found.is === "named" || found.is === "gone") removeIfThere(file);
  }
  return left;
}

function unknown({ staged, manifest }: Note): Leftover | undefined {
  return existsSync(staged) ? { is: "unknown", staged, whole: manifest !== null } : undefined;
}

async function settleKnown({ staged, out, manifest }: Note & { out: string }, line: number): Promise<Leftover | undefined> {
  if (!existsSync(staged)) return (await manifestIn(out)) === manifest ? undefined : { is: "gone", line, out };
  if ((await manifestIn(staged)) !== manifest) return { is: "unnamed", line, staged, out, why: "altered" };
  if (lstatSync(out, { throwIfNoEntry: false }) !== undefined) return { is: "unnamed", line, staged, out, why: "taken" };
  renameSync(staged, out);
  await syncFolder(dirname(out));
  return { is: "named", line, out };
}

async function manifestIn(pack: string): Promise<Digest | undefined> {
  const file = join(pack, manifestName);
  return existsSync(file) ? digestOfFile(file) : undefined;
}

/** What is no note of ours is left alone. */
function notesIn(folder: string): { file: string; note: Note }[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
  return names.toSorted().flatMap((name) => {
    const file = join(folder, name);
    const note = name.endsWith(".json") ? noteOf(readFileSync(file, "utf8")) : undefined;
    return note === undefined ? [] : [{ file, note }];
  });
}

function noteOf(text: string): Note | undefined {
  try {
    return Note.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

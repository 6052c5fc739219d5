/**
 * Makes the media of an edition: whole recordings as they are, excerpts and redacted copies through the redactor, frames for the
 * report. Of each file it is said who made it, from which bytes, what stretch, by which command and program.
 */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { EditionItem, EditionPlan } from "../core/edition/edition.ts";
import { publicCut } from "../core/edition/public-cut.ts";
import type { EditionStaging } from "../core/edition/staging.port.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { RedactionId } from "../core/redaction/redaction.ts";
import type { MarkToRender, RenderProgram } from "../core/redaction/redactor.port.ts";
import type { EditionFile } from "../core/report/report-item.ts";
import { stretchCode, unreadWords } from "../core/report/report-words.ts";
import { counted } from "../core/text/counted.ts";
import { type RenderOncePorts, renderMediaOnce, renderStillOnce } from "./render-once.ts";

/** What is to be shown of an item, and what is covered on it. */
export interface ItemMedia {
  readonly kind: "video" | "picture" | "sound" | "other";
  readonly object: Digest;
  /** Absolute path of the original's bytes; only read. */
  readonly path: string;
  /** Ending of a file of that sort, with its dot. */
  readonly ending: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly marks: readonly MarkToRender[];
  /** Marks that stand and cannot be read here. */
  readonly unreadableMarks: readonly RedactionId[];
  /** All of it on its own clock; null where its end is not known. */
  readonly whole: { readonly fromS: number; readonly toS: number } | null;
  readonly shielded: boolean;
}

export interface EditionMediaPorts extends RenderOncePorts {
  readonly staging: EditionStaging;
  /** Undefined for an item that this copy does not hold. */
  readonly mediaOf: (item: ItemId) => Promise<ItemMedia | undefined>;
  readonly signal: Cancellation;
  readonly onProgress: (done: number, detail: string) => void;
}

export interface MadeMedia {
  readonly files: ReadonlyMap<ItemId, readonly EditionFile[]>;
  /** Second of the item that stands at 0 in each file, by path: what a leak test compares. */
  readonly starts: ReadonlyMap<string, number>;
}

/** Longest side of a still: a plate can be read on the recording, the report shows where to look. */
const widestStill = 1280;

/** Throws CaseError INPUT_INVALID naming the item, PROGRAM_MISSING, DISK_FULL; AbortError once it is stopped. */
export async function makeEditionMedia(ports: EditionMediaPorts, plan: EditionPlan, by: string): Promise<MadeMedia> {
  const files = new Map<ItemId, EditionFile[]>();
  const starts = new Map<string, number>();
  const shown = plan.items.filter(({ as, stills }) => as === "full" || as === "redacted" || stills.length > 0);
  for (const [at, asked] of shown.entries()) {
    ports.onProgress(at / shown.length, asked.item);
    const media = await ports.mediaOf(asked.item);
    if (media === undefined)
      throw new CaseError(
        "INPUT_INVALID",
        `item ${asked.item}: expected one whose bytes this case holds; found none. Choose it as described or left out.`,
      );
    files.set(asked.item, await mediaOfItem(ports, plan, asked, media, { by, starts, share: (done) => (at + done) / shown.length }));
  }
  return { files, starts };
}

interface Making {
  readonly by: string;
  readonly starts: Map<string, number>;
  readonly share: (done: number) => number;
}

async function mediaOfItem(
  ports: EditionMediaPorts,
  plan: EditionPlan,
  asked: EditionItem,
  media: ItemMedia,
  making: Making,
): Promise<EditionFile[]> {
  const { item, as, excerpts, stills } = asked;
  const made: EditionFile[] = [];
  const isRecording = media.kind === "video" || media.kind === "sound";
  if (as === "full") made.push(wholeFile(item, media));
  if (as === "redacted" && media.kind === "picture")
    made.push(await still(ports, asked, media, making, { atS: null, redacted: true, path: `media/${item}-redacted.jpg` }));
  if (isRecording && (as === "full" || as === "redacted")) {
    if (excerpts.length === 0 && as === "redacted") {
      const cut = plan.sort === "public" && media.whole !== null ? publicCut(media.whole) : null;
      made.push(await rendered(ports, asked, media, making, { sort: "redacted", part: cut, edition: plan.sort, number: 1 }));
    }
    for (const [at, part] of excerpts.entries())
      made.push(await rendered(ports, asked, media, making, { sort: "excerpt", part, edition: plan.sort, number: at + 1 }));
  }
  for (const [at, { atS, redacted }] of stills.entries())
    made.push(
      await still(ports, asked, media, making, {
        atS: media.kind === "picture" ? null : atS,
        redacted: redacted || plan.sort === "public",
        path: `media/${item}-frame-${at + 1}.jpg`,
      }),
    );
  return made;
}

/** Packed straight from where it lies: its hash is its name there. */
function wholeFile(item: ItemId, { object, ending, bytes, mediaType, shielded }: ItemMedia): EditionFile {
  return { path: `media/${item}${ending}`, sort: "full", mediaType, digest: object, bytes, range: null, made: null, shielded };
}

interface Wanted {
  readonly sort: "redacted" | "excerpt";
  /** Null for all of it. */
  readonly part: { readonly fromS: number; readonly toS: number } | null;
  readonly number: number;
  readonly edition: EditionPlan["sort"];
}

async function rendered(
  ports: EditionMediaPorts,
  { item, as }: EditionItem,
  media: ItemMedia,
  { by, starts, share }: Making,
  { sort, part, number, edition }: Wanted,
): Promise<EditionFile> {
  const marks = as === "redacted" ? demandMarks(item, media) : [];
  const ending = media.kind === "video" ? ".mp4" : ".m4a";
  const path = sort === "redacted" ? `media/${item}-redacted${ending}` : `media/${item}-excerpt-${number}${ending}`;
  const out = await ports.staging.room(path);
  const request = { path: media.path, kind: media.kind as "video" | "sound", marks, excerpt: part, out };
  const answer = await renderMediaOnce(ports, media.object, request, {
    signal: ports.signal,
    onProgress: (done) => ports.onProgress(share(done), path),
  });
  if (answer === undefined) throw stopped();
  starts.set(path, answer.startS);
  const covered = marks.length === 0 ? "" : ` It has ${counted(answer.frames, "frame")}, and ${coveredWords(answer.covered)}.`;
  const unread = unreadFrames(answer, edition);
  const lost = unread === undefined ? "" : ` ${unreadWords(unread)}`;
  return {
    ...{ path, mediaType: media.kind === "video" ? "video/mp4" : "audio/mp4", shielded: media.shielded },
    sort,
    ...(await ports.staging.facts(path)),
    range: part,
    ...(unread === undefined ? {} : { unreadFrames: unread }),
    made: {
      ...{ label: by, from: media.object, program: programWords(answer.program) },
      command: commandWords(answer.program, item, part, marks),
      says: `${derivedWords(item, sort, part, as === "full")}${covered}${lost}`,
    },
  };
}

function derivedWords(item: ItemId, sort: Wanted["sort"], part: Wanted["part"], withWhole: boolean): string {
  if (part === null) return `Re-encoded from the whole of ${item}.`;
  if (sort === "redacted") return `Re-encoded from ${item}, up to a whole second before its end: its exact length is withheld.`;
  return `Cut from ${item}, ${stretchCode(part)}, and re-encoded; the whole is ${withWhole ? "in this edition too" : "not in this edition"}.`;
}

async function still(
  ports: EditionMediaPorts,
  { item }: EditionItem,
  media: ItemMedia,
  { by, starts }: Making,
  { atS, redacted, path }: { atS: number | null; redacted: boolean; path: string },
): Promise<EditionFile> {
  const marks = redacted ? demandMarks(item, media) : [];
  const out = await ports.staging.room(path);
  const answer = await renderStillOnce(
    ports,
    media.object,
    { path: media.path, atS, marks, out, widest: widestStill },
    { signal: ports.signal, onProgress: () => undefined },
  );
  if (answer === undefined) throw stopped();
  starts.set(path, answer.atS ?? 0);
  const range = answer.atS === null ? null : { fromS: answer.atS, toS: answer.atS };
  return {
    ...{ path, sort: redacted && atS === null ? "redacted" : "still", mediaType: "image/jpeg", shielded: media.shielded, range },
    ...(await ports.staging.facts(path)),
    made: {
      ...{
        label: by,
        from: media.object,
        program: programWords(answer.program),
        command: commandWords(answer.program, item, range, marks),
      },
      says: `${range === null ? `The picture ${item}` : `The frame of ${item} at ${stretchCode(range)}`}, ${answer.width} by ${answer.height} pixels${redacted ? `; ${coveredWords(answer.covered)}` : ""}.`,
    },
  };
}

/** Undefined where every frame of the stretch could be read. How many the original has is told to a court alone: it finds it again. */
function unreadFrames(
  { frames, framesOfOriginal }: { readonly frames: number; readonly framesOfOriginal: number },
  sort: EditionPlan["sort"],
): EditionFile["unreadFrames"] {
  return framesOfOriginal > frames ? { read: frames, of: sort === "public" ? null : framesOfOriginal } : undefined;
}

/** The rules of editions name them before; nothing is rendered without them all the same. */
function demandMarks(item: ItemId, { marks, unreadableMarks }: ItemMedia): readonly MarkToRender[] {
  if (unreadableMarks.length === 0) return marks;
  throw new CaseError(
    "OBJECT_MISSING",
    `item ${item}: expected the documents of its marks in this copy of the case; found none of ${unreadableMarks.join(", ")}`,
  );
}

/** Of the item's marks, those that lie on what was made. */
function coveredWords(marks: number): string {
  if (marks === 0) return "no mark lies on it";
  return `${counted(marks, "mark")} on it ${marks === 1 ? "is" : "are"} covered`;
}

function programWords({ name, version, build }: RenderProgram): string {
  return `${name} ${version}, ${build}`;
}

function commandWords(
  { name, version, settings }: RenderProgram,
  item: string,
  range: { fromS: number; toS: number } | null,
  marks: readonly MarkToRender[],
): string {
  const part = range === null ? "all" : `${range.fromS} to ${range.toS} s`;
  return `${name} ${version}: ${item}, ${part}, marks ${marks.map(({ redaction }) => redaction).join(" ") || "none"}; ${settings}`;
}

export function stopped(): Error {
  const error = new Error("handing over was stopped");
  error.name = "AbortError";
  return error;
}

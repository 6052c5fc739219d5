/**
 * Brings a subtitle, transcript or annotation file in as tiers of an item, all in one append. It must be said who wrote the words: of a
 * person's, whoever brings them in answers as their transcriber; a program's are its drafts, held against the sound where there is
 * one. Names of speakers are told back and become labels.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import { faultOfTier } from "../core/tier/check-tier.ts";
import type { TierDocument, TierId, TierSort } from "../core/tier/tier.ts";
import { namesInWords } from "../core/tier/names-in-words.ts";
import { TierFileRefused } from "../core/tier/tier-file.ts";
import { tierChanges } from "../core/tier/tier-changes.ts";
import { tiersOfFile, type TiersOfFile } from "../core/tier/tiers-of-file.ts";
import { encodingOf } from "../formats/text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../formats/text-encoding/text-decoder.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { refuseFault } from "./event-ports.ts";
import { heldAgainstSound, type HeardPorts, type HeldAgainstSound, isHeard } from "./held-against-sound.ts";
import { programDrafts } from "./program-drafts.ts";
import { fileClock } from "./tier-clock.ts";
import { type TierFormat, tierFormats } from "./tier-formats.ts";
import { demandOriginal, type OriginalKnown, type TierPorts } from "./tier-ports.ts";
import { changedRanges, keepDocument } from "./write-tier.ts";

export interface ImportTierPorts extends TierPorts {
  readonly makeDecoder: MakeDecoder;
  readonly heard: HeardPorts;
}

export interface TierFileGiven {
  readonly item: ItemId;
  readonly format: TierFormat;
  readonly content: string | Uint8Array;
  /** What the file does not say itself. */
  readonly sort: TierSort;
  readonly language: string;
  /** A file does not say it: recognisers write every one of these formats. */
  readonly writtenBy: "person" | "program";
  /** Which program, where that is known. */
  readonly program?: string | undefined;
  /** What seems to be a speaker's name at the beginning of the words stays there. */
  readonly keepNames: boolean;
  /** Only say what would be read. */
  readonly preview: boolean;
}

export interface TiersImported {
  seq: number | null;
  tiers: { id: TierId | null; sort: TierSort; language: string; segments: number; machine: number; suspect: number }[];
  speakers: { label: string; was: string }[];
  notes: string[];
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function importTier(ports: ImportTierPorts, viewer: Viewer, given: TierFileGiven): Promise<TiersImported> {
  demand(viewer, given.preview ? "read" : "append");
  const thing = `file for ${given.item}`;
  demandWriter(thing, given);
  const original = await demandOriginal(ports, given.item);
  const { found, told } = readGiven(ports, thing, given, original);
  const { speakers } = found;
  const held = await againstSound(ports, given, original, found);
  const tiers = found.tiers.map(({ from }, at) => ({ from, document: held.documents[at] as TierDocument }));
  for (const { document, from } of tiers) {
    const above = from === null ? undefined : tiers[from];
    refuseFault(thing, faultOfTier(document, above === undefined ? null : new Set(above.document.segments.map(({ id }) => id))));
  }
  const answer = (ids: readonly TierId[], seq: number | null): TiersImported => ({
    seq,
    tiers: tiers.map(({ document }, at) => ({ id: ids[at] ?? null, ...summary(document) })),
    speakers: [...speakers],
    notes: [...told, ...found.notes, ...held.notes],
  });
  if (given.preview) return answer([], null);
  const drafts = await Promise.all(
    tiers.map(async ({ document, from }) => ({
      from,
      data: {
        ...{ item: document.item, sort: document.sort, language: document.language, document: await keepDocument(ports, document) },
        ...{ version: 1, made: makingOf(given), reason: null },
        changed: changedRanges(thing, tierChanges(undefined, document)),
      },
    })),
  );
  const ids: TierId[] = [];
  const lines = await ports.writer.append((numbers) =>
    drafts.map(({ from, data }): EntryDraft => {
      const tier = numbers.next("w");
      ids.push(tier);
      const above = from === null ? undefined : ids[from];
      return { kind: "tier.written", data: { tier, ...data, from: above === undefined ? null : { tier: above, version: 1 } }, opens: [] };
    }),
  );
  return answer(ids, lines.at(-1)?.head.seq ?? 0);
}

function summary({ sort, language, segments }: TierDocument) {
  const machine = segments.filter((one) => one.machine !== null);
  return {
    sort,
    language,
    segments: segments.length,
    machine: machine.length,
    suspect: machine.filter((one) => (one.machine?.suspect.length ?? 0) > 0).length,
  };
}

function makingOf({ format, writtenBy, program }: TierFileGiven) {
  return { by: "import" as const, format, writtenBy, ...(program === undefined ? {} : { program }) };
}

function demandWriter(thing: string, { format, writtenBy, program }: TierFileGiven): void {
  if (writtenBy === "program") return;
  if (format === "whisper-json")
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected JSON of a recogniser to be a program's words, until a person takes them over in the case; found them said to be a person's`,
    );
  if (program !== undefined) throw new CaseError("INPUT_INVALID", `${thing}: expected no program of a person's words; found one`);
}

async function againstSound(
  { heard }: ImportTierPorts,
  { item, preview }: TierFileGiven,
  { object, hasSound }: OriginalKnown,
  { tiers }: TiersOfFile,
): Promise<HeldAgainstSound> {
  const documents = tiers.map(({ document }) => document);
  if (!documents.some(isHeard)) return { documents, notes: [] };
  const so = "the words of a program were not held against it: words on silence or on noise alone may stand in them";
  if (!hasSound) return { documents, notes: [`There is no sound that is known of: ${so}`] };
  // To look at a file costs no decoding.
  if (preview) return { documents, notes: ["When it is brought in, a program's words on silence or on noise alone are left out"] };
  return heldAgainstSound(heard, item, object, documents);
}

function readGiven(
  ports: ImportTierPorts,
  thing: string,
  { item, format, content, sort, language, writtenBy, keepNames }: TierFileGiven,
  original: OriginalKnown,
): { found: TiersOfFile; told: string[] } {
  const { object, startSec, durationSec } = original;
  const clock = fileClock(thing, item, format, original);
  const { text, told } = decoded(ports, thing, content);
  const endMs = durationSec === null ? null : Math.round((startSec + durationSec) * 1000);
  try {
    const file = namesInWords(tierFormats[format].read(text), !keepNames);
    const written = writtenBy === "program" ? programDrafts(file) : file;
    const found = tiersOfFile(written, { item, object, sort, language, zeroMs: clock.zeroMs, endMs });
    if (found.tiers.every(({ document }) => document.segments.length === 0))
      throw new TierFileRefused("the file: expected words with times; found none");
    return { found, told: [...clock.told, ...told] };
  } catch (error) {
    if (!(error instanceof TierFileRefused)) throw error;
    throw new CaseError("INPUT_INVALID", `${thing}: ${error.message}`, { cause: error });
  }
}

function decoded({ makeDecoder }: ImportTierPorts, thing: string, content: string | Uint8Array): { text: string; told: string[] } {
  if (typeof content === "string") return { text: content, told: [] };
  const { label, by, markLength } = encodingOf(content.subarray(0, 64 * 1024));
  const decoder = makeDecoder(label);
  if (decoder === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected text in an encoding that is known here; found ${label}`);
  const text = decoder.decode(content.subarray(markLength), { stream: false });
  const told = by === "guess" ? [`The file does not say its encoding: read as ${label}, a guess by the shape of its bytes`] : [];
  if (text.includes("\ufffd")) told.push(`Some bytes are none of ${label} and stand as \ufffd`);
  return { text, told };
}

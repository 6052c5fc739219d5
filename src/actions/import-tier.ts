/**
 * Brings a subtitle, transcript or annotation file in as tiers of an item, all in one append. Whoever brings it in answers for its
 * words as their transcriber; those of a recogniser's file stay a machine's. Names of speakers are told back and written nowhere.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import { faultOfTier } from "../core/tier/check-tier.ts";
import type { TierDocument, TierId, TierSort } from "../core/tier/tier.ts";
import { type TierFile, TierFileRefused } from "../core/tier/tier-file.ts";
import { tierChanges } from "../core/tier/tier-changes.ts";
import { tiersOfFile, type TiersOfFile } from "../core/tier/tiers-of-file.ts";
import { encodingOf } from "../formats/text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../formats/text-encoding/text-decoder.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { refuseFault } from "./event-ports.ts";
import { type TierFormat, tierFormats } from "./tier-formats.ts";
import { demandOriginal, type OriginalKnown, type TierPorts } from "./tier-ports.ts";
import { changedRanges, keepDocument } from "./write-tier.ts";

export interface ImportTierPorts extends TierPorts {
  readonly makeDecoder: MakeDecoder;
}

export interface TierFileGiven {
  readonly item: ItemId;
  readonly format: TierFormat;
  readonly content: string | Uint8Array;
  /** What the file does not say itself. */
  readonly sort: TierSort;
  readonly language: string;
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
  const original = await demandOriginal(ports, given.item);
  const { found, told } = readGiven(ports, thing, given, original);
  const { speakers, notes } = found;
  for (const { document, from } of found.tiers) {
    const above = from === null ? undefined : found.tiers[from];
    refuseFault(thing, faultOfTier(document, above === undefined ? null : new Set(above.document.segments.map(({ id }) => id))));
  }
  const answer = (ids: readonly TierId[], seq: number | null): TiersImported => ({
    seq,
    tiers: found.tiers.map(({ document }, at) => ({ id: ids[at] ?? null, ...summary(document) })),
    speakers: [...speakers],
    notes: [...told, ...notes],
  });
  if (given.preview) return answer([], null);
  const drafts = await Promise.all(
    found.tiers.map(async ({ document, from }) => ({
      from,
      data: {
        ...{ item: document.item, sort: document.sort, language: document.language, document: await keepDocument(ports, document) },
        ...{ version: 1, made: { by: "import" as const, format: given.format }, reason: null },
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

function readGiven(
  ports: ImportTierPorts,
  thing: string,
  { item, format, content, sort, language }: TierFileGiven,
  { object, startSec, soundStartSec, durationSec }: OriginalKnown,
): { found: TiersOfFile; told: string[] } {
  const { text, told } = decoded(ports, thing, content);
  // A recogniser is given the sound alone, whose first sample is its zero; players count from the beginning of the file.
  const zeroMs = Math.round((format === "whisper-json" ? soundStartSec : startSec) * 1000);
  const endMs = durationSec === null ? null : Math.round((startSec + durationSec) * 1000);
  try {
    const file: TierFile = tierFormats[format].read(text);
    const found = tiersOfFile(file, { item, object, sort, language, zeroMs, endMs });
    if (found.tiers.every(({ document }) => document.segments.length === 0))
      throw new TierFileRefused("the file: expected words with times; found none");
    return { found, told };
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

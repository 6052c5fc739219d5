/**
 * Makes tiers of what a reader found in a file: labels for whoever it names, ids, times on the clock of the original. Names are handed
 * back beside the labels and stand in no tier. Nothing is left out in silence.
 */
import type { ItemId } from "../item/item.ts";
import type { Digest } from "../hash/digest.ts";
import { inOrder } from "./check-tier.ts";
import { SpeakerLabel, type TierDocument, TierLanguage, type TierSegment, type TierSort } from "./tier.ts";
import { type FileCue, type FileTier, type TierFile, TierFileRefused } from "./tier-file.ts";
import { createTold, type Told } from "./told.ts";

export interface FileOccasion {
  readonly item: ItemId;
  readonly object: Digest;
  /** What the file does not say itself. */
  readonly sort: TierSort;
  readonly language: TierLanguage;
  /** Milliseconds of item time at which the file's clock begins. */
  readonly zeroMs: number;
  /** Where the recording ends on its own clock; null where that is not known. */
  readonly endMs: number | null;
}

export interface TiersOfFile {
  /** Those that others are written from come first; `from` is a place among them. */
  readonly tiers: readonly { readonly document: TierDocument; readonly from: number | null }[];
  readonly speakers: readonly { readonly label: SpeakerLabel; readonly was: string }[];
  readonly notes: readonly string[];
}

const longestText = 20_000;
const furthestMs = 1_000_000_000;
const highestId = 1_000_000;
const mostSpeakers = 999;

/** Throws TierFileRefused. */
export function tiersOfFile(file: TierFile, occasion: FileOccasion): TiersOfFile {
  const told = createTold("segment");
  const label = labels(file, told);
  if (occasion.zeroMs !== 0)
    told.say(`Times of the file are counted from the beginning of the recording, ${occasion.zeroMs} ms on its own clock`);
  const made: { document: TierDocument; from: number | null; idOf: readonly (number | null)[] }[] = [];
  for (const tier of file.tiers) {
    const sort = tier.sort ?? occasion.sort;
    const above = tier.from === null ? undefined : made[tier.from];
    const allowed = above !== undefined && mayBeFrom(sort, above.document.sort);
    if (above !== undefined && !allowed) told.say(`A tier of ${sort} is not kept as written from one of ${above.document.sort}`);
    const { segments, idOf } = segmentsOf(tier, sort, occasion, allowed ? above.idOf : null, label.of, told);
    const language = tier.language ?? occasion.language;
    const { item, object } = occasion;
    made.push({
      document: { format: "witnessmark-tier-v1", item, object, sort, language, segments },
      from: allowed ? tier.from : null,
      idOf,
    });
  }
  return { tiers: made.map(({ document, from }) => ({ document, from })), speakers: label.all(), notes: [...file.notes, ...told.notes()] };
}

function mayBeFrom(sort: TierSort, above: TierSort): boolean {
  if (sort === "verbatim" || sort === "on-screen") return false;
  return above === "verbatim" || above === "on-screen" || (sort === "notes" && above === "translation");
}

/** Labels of the file itself stay; whoever else it names gets the next that is free, in the order of the file. */
function labels(file: TierFile, told: Told) {
  const names = [...new Set(file.tiers.flatMap(({ cues }) => cues.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.trim()]))))];
  const own = new Set(names.filter((name) => SpeakerLabel.safeParse(name).success));
  const given = new Map<string, SpeakerLabel>();
  let next = 1;
  for (const name of names) {
    if (own.has(name)) continue;
    while (own.has(`SPK${next}`)) next++;
    if (next > mostSpeakers) told.say(`More than ${mostSpeakers} speakers: the others have no label`);
    else given.set(name, `SPK${next++}`);
  }
  return {
    of: (name: string | null): SpeakerLabel | null =>
      name === null ? null : own.has(name.trim()) ? name.trim() : (given.get(name.trim()) ?? null),
    all: () => [...given].map(([was, label]) => ({ label, was })),
  };
}

function segmentsOf(
  { cues }: FileTier,
  sort: TierSort,
  { zeroMs, endMs }: FileOccasion,
  above: readonly (number | null)[] | null,
  labelOf: (name: string | null) => SpeakerLabel | null,
  told: Told,
): { segments: TierSegment[]; idOf: (number | null)[] } {
  const ids = idsOf(cues, told);
  const idOf: (number | null)[] = [];
  const segments: TierSegment[] = [];
  for (const [place, cue] of cues.entries()) {
    const id = ids[place] ?? place + 1;
    const times = timesOf(cue, zeroMs, told);
    idOf.push(times === undefined ? null : id);
    if (times === undefined) continue;
    if (endMs !== null && times.endMs > endMs + 1000)
      told.add("# reaching more than a second beyond the end of the recording: check that the file is of it");
    const language = cue.language === null ? undefined : TierLanguage.safeParse(cue.language);
    if (language?.success === false) told.add("# with a language that is no BCP 47 tag, which is not kept");
    const text = clean(cue.text, told);
    segments.push({
      ...{ id, ...times, text, overlap: cue.overlap, machine: cue.machine, box: null },
      speaker: sort === "on-screen" ? null : labelOf(cue.speaker),
      alternatives: [...new Set(cue.alternatives.map((one) => clean(one, told)))]
        .filter((one) => one.trim() !== "" && one !== text)
        .slice(0, 10),
      language: language?.data ?? null,
      of: cue.of === null || above === null ? null : (above[cue.of] ?? null),
    });
  }
  return { segments: inOrder(segments), idOf };
}

/** Numbers of the file where they are all there and each once; else in the order of time. */
function idsOf(cues: readonly FileCue[], told: Told): number[] {
  const given = cues.flatMap(({ id }) => (id === null || id > highestId ? [] : [id]));
  if (given.length === cues.length && new Set(given).size === given.length) return given;
  if (given.length > 0) told.say("Numbers of the file are missing, or stand twice: its segments are counted anew");
  const order = [...cues.keys()].sort((a, b) => (cues[a]?.startMs ?? 0) - (cues[b]?.startMs ?? 0) || a - b);
  const ids: number[] = [];
  for (const [at, place] of order.entries()) ids[place] = at + 1;
  return ids;
}

function timesOf(cue: FileCue, zeroMs: number, told: Told): { startMs: number; endMs: number } | undefined {
  const [startMs, endMs] = [cue.startMs + zeroMs, cue.endMs + zeroMs];
  if (Math.abs(startMs) >= furthestMs || Math.abs(endMs) > furthestMs) {
    told.add("# left out: its times are beyond eleven days");
    return undefined;
  }
  if (endMs > startMs) return { startMs, endMs };
  told.add("# that ends no later than it starts: it is given one millisecond");
  return { startMs, endMs: startMs + 1 };
}

// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

function clean(text: string, told: Told): string {
  const plain = text.replace(/\r\n?/g, "\n").toWellFormed();
  const cleaned = plain.replace(control, "\ufffd");
  if (cleaned !== plain) told.add("# with control characters, which stand as \ufffd");
  if (cleaned.length > longestText)
    throw new TierFileRefused(`a segment: expected at most ${longestText} characters; found ${cleaned.length}`);
  return cleaned;
}

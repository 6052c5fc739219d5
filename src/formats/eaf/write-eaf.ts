/**
 * Tiers as an ELAN file (EAF 3.0, as "ELAN Annotation Format, EAF 3.0" describes it): an ELAN tier for each speaker, translations and
 * notes as tiers of symbolic association below them. ELAN allows neither overlaps in a tier nor two associations of one annotation.
 */
import { withMarks } from "../../core/tier/plain-marks.ts";
import type { TierSegment } from "../../core/tier/tier.ts";
import type { TierToWrite, WrittenFile } from "../../core/tier/tier-file.ts";
import { createTold, type Told } from "../../core/tier/told.ts";
import { xmlText } from "../kml/xml-text.ts";
import { fileTimes } from "../srt/file-times.ts";

export interface EafOccasion {
  /** ISO 8601, of the newest version among the tiers. */
  readonly date: string;
  /** What the recording is called in the file: its own name only where that was asked for. */
  readonly media: string;
  readonly mediaType: string;
}

interface Lane {
  readonly id: string;
  readonly type: string;
  readonly speaker: string | null;
  readonly language: string;
  readonly parent: Lane | null;
  readonly annotations: string[];
  end: number;
}

interface Sheet {
  readonly slots: string[];
  readonly lanes: Lane[];
  /** By tier and speaker, or by tier and the lane above. */
  readonly byKey: Map<string, Lane[]>;
  readonly told: Told;
  /** Lane and annotation of every segment that has times, by tier and segment. */
  readonly at: Map<
    string,
    { readonly lane: Lane; readonly annotation: string; readonly startMs: number; readonly endMs: number; refs: Set<string> }
  >;
  annotations: number;
}

/** Tiers that others are written from come first. */
export function writeEaf(tiers: readonly TierToWrite[], { date, media, mediaType }: EafOccasion): WrittenFile {
  const sheet: Sheet = { slots: [], lanes: [], byKey: new Map(), told: createTold("segment"), at: new Map(), annotations: 0 };
  for (const tier of tiers) for (const segment of tier.document.segments) take(sheet, tier, segment);
  sheet.told.say("Who wrote and who reviewed each segment, and the versions, are not in the file");
  const types = [...new Map(sheet.lanes.map(({ type, parent }) => [type, parent !== null]))];
  const languages = [...new Set(sheet.lanes.map(({ language }) => language))];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ANNOTATION_DOCUMENT AUTHOR="" DATE="${xmlText(date)}" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">`,
    '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">',
    `<MEDIA_DESCRIPTOR MEDIA_URL="${xmlText(encodeURI(media))}" MIME_TYPE="${xmlText(mediaType)}" RELATIVE_MEDIA_URL="./${xmlText(encodeURI(media))}"/>`,
    `<PROPERTY NAME="lastUsedAnnotationId">${sheet.annotations}</PROPERTY>`,
    "</HEADER>",
    "<TIME_ORDER>",
    ...sheet.slots,
    "</TIME_ORDER>",
    ...sheet.lanes.map(writeLane),
    ...types.map(([type, refers]) =>
      refers
        ? `<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="${type}" TIME_ALIGNABLE="false"/>`
        : `<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="${type}" TIME_ALIGNABLE="true"/>`,
    ),
    ...languages.map((code) => `<LANGUAGE LANG_ID="${code}" LANG_LABEL="${code}"/>`),
    '<CONSTRAINT DESCRIPTION="1-1 association with a parent annotation" STEREOTYPE="Symbolic_Association"/>',
    "</ANNOTATION_DOCUMENT>",
  ];
  return { text: `${lines.join("\n")}\n`, notes: sheet.told.notes() };
}

function take(sheet: Sheet, tier: TierToWrite, segment: TierSegment): void {
  const { told } = sheet;
  const times = fileTimes(segment, tier.zeroMs, told);
  if (times === undefined) return;
  if (segment.language !== null) told.add("#: its own language is not in the file");
  if (segment.box !== null) told.add("#: where the words stand on the picture is not in the file");
  if (segment.machine !== null) told.add("# marked as a machine's draft in its words; how sure the machine was is not in the file");
  const value = `<ANNOTATION_VALUE>${xmlText(withMarks(segment))}</ANNOTATION_VALUE>`;
  const [startMs, endMs] = times;
  const source = segment.of === null ? undefined : sheet.at.get(`${tier.from} ${segment.of}`);
  if (source !== undefined && !source.refs.has(tier.id)) {
    source.refs.add(tier.id);
    if (source.startMs !== startMs || source.endMs !== endMs)
      told.add("# with other times than what it is written from: ELAN gives it those");
    if (segment.speaker !== null && segment.speaker !== source.lane.speaker) told.add("#: its speaker is not in the file");
    const lane = laneUnder(sheet, tier, source.lane);
    lane.annotations.push(
      `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a${++sheet.annotations}" ANNOTATION_REF="${source.annotation}">${value}</REF_ANNOTATION></ANNOTATION>`,
    );
    return;
  }
  if (segment.of !== null) told.add("#: which segment it is written from is not in the file, as another one is written from it already");
  const lane = freeLane(sheet, tier, segment, startMs);
  endsAt(sheet, laneKey(tier, segment), lane, endMs);
  const annotation = `a${++sheet.annotations}`;
  const [from, to] = [slot(sheet, startMs), slot(sheet, endMs)];
  lane.annotations.push(
    `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="${annotation}" TIME_SLOT_REF1="${from}" TIME_SLOT_REF2="${to}">${value}</ALIGNABLE_ANNOTATION></ANNOTATION>`,
  );
  sheet.at.set(`${tier.id} ${segment.id}`, { lane, annotation, startMs, endMs, refs: new Set() });
}

function slot({ slots }: Sheet, ms: number): string {
  const id = `ts${slots.length + 1}`;
  slots.push(`<TIME_SLOT TIME_SLOT_ID="${id}" TIME_VALUE="${ms}"/>`);
  return id;
}

/** The first lane of the speaker that is free at that time: annotations of one ELAN tier do not overlap. */
function freeLane(sheet: Sheet, { id, document }: TierToWrite, { speaker }: TierSegment, startMs: number): Lane {
  const type = `${document.sort} ${id}`;
  const key = laneKey({ id, document }, { speaker });
  const own = sheet.byKey.get(key) ?? [];
  // Segments come in the order of their start: the lane whose turn is longest ago stands first.
  const [free] = own;
  if (free !== undefined && free.end <= startMs) return free;
  if (own.length > 0) sheet.told.add("# that overlaps another one of the same speaker, in a tier beside it");
  const name = [document.sort, id, ...(speaker === null ? [] : [speaker]), ...(own.length > 0 ? [own.length + 1] : [])].join("-");
  return newLane(sheet, key, { id: name, type, speaker, language: document.language, parent: null });
}

function laneKey({ id, document }: Pick<TierToWrite, "id" | "document">, { speaker }: Pick<TierSegment, "speaker">): string {
  return `${document.sort} ${id} ${speaker}`;
}

/** Keeps the lanes of a speaker in the order in which they are free again. */
function endsAt({ byKey }: Sheet, key: string, lane: Lane, endMs: number): void {
  const own = byKey.get(key) ?? [];
  own.splice(own.indexOf(lane), 1);
  lane.end = endMs;
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((own[middle]?.end ?? 0) <= endMs) low = middle + 1;
    else high = middle;
  }
  own.splice(low, 0, lane);
}

function laneUnder(sheet: Sheet, { id, document }: TierToWrite, parent: Lane): Lane {
  const type = `${document.sort} of ${id}`;
  const key = `${type} under ${parent.id}`;
  const [found] = sheet.byKey.get(key) ?? [];
  if (found !== undefined) return found;
  return newLane(sheet, key, {
    id: `${document.sort}-${id}@${parent.id}`,
    type,
    speaker: parent.speaker,
    language: document.language,
    parent,
  });
}

function newLane(sheet: Sheet, key: string, lane: Omit<Lane, "annotations" | "end">): Lane {
  const made: Lane = { ...lane, annotations: [], end: Number.NEGATIVE_INFINITY };
  sheet.lanes.push(made);
  const others = sheet.byKey.get(key);
  if (others === undefined) sheet.byKey.set(key, [made]);
  else others.push(made);
  return made;
}

function writeLane({ id, type, speaker, language, parent, annotations }: Lane): string {
  const attributes = [
    `LANG_REF="${language}"`,
    `LINGUISTIC_TYPE_REF="${type}"`,
    ...(parent === null ? [] : [`PARENT_REF="${parent.id}"`]),
    ...(speaker === null ? [] : [`PARTICIPANT="${speaker}"`]),
    `TIER_ID="${id}"`,
  ];
  return `<TIER ${attributes.join(" ")}>\n${annotations.join("\n")}\n</TIER>`;
}

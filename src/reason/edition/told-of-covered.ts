/**
 * Words that tell what an edition covers. What is muted in a recording is not to be read in an observation, a claim or a segment
 * instead, and what is painted over is not to be read in words about that region. Where nothing says which seconds words are about,
 * nothing shows that they are not about covered ones.
 */
import type { RedactionMark, ShareBox } from "../../core/redaction/redaction.ts";
import type { ReportGround } from "../../core/report/report-finding.ts";
import type { ReportTier } from "../../core/report/report-item.ts";
import type { RecordExhibit, ReportRecord, ReportRecordSort } from "../../core/report/report-record.ts";
import type { ReportModel } from "../../core/report/report.ts";

/** A stretch of an item that a mark covers, item time, seconds. */
export interface CoveredStretch {
  readonly item: string;
  readonly what: "box" | "sound";
  readonly fromS: number;
  readonly toS: number;
  /** Of a box: all of the picture that it covers at some moment; absent where that is not told, and then all of the picture. */
  readonly within?: ShareBox | undefined;
}

/** A box that moves covers at most what its keys reach together. */
export function coveredBy(item: string, { sort }: RedactionMark): CoveredStretch {
  const { what, fromS, toS } = sort;
  if (sort.what === "sound") return { item, what, fromS, toS };
  const boxes = sort.keys.map(({ box }) => box);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const [right, below] = [Math.max(...boxes.map((box) => box.x + box.w)), Math.max(...boxes.map((box) => box.y + box.h))];
  return { item, what, fromS, toS, within: { x, y, w: right - x, h: below - y } };
}

export interface CoveredWords {
  readonly records: ReadonlySet<string>;
  /** As they stand in the case: nobody may read them anywhere in the edition. */
  readonly phrases: readonly string[];
}

export const coveredInRecording = "[covered in the recording: left out]";

/** What people say in words of their own or of somebody else's. Of others only what was measured or stated in fields goes out. */
const inWords: ReadonlySet<ReportRecordSort> = new Set(["observation", "claim", "exhibit", "line", "other"]);
/** A frame's worth: when in doubt words are left out. */
const slackS = 0.05;

export function coveredWords(model: ReportModel, covered: readonly CoveredStretch[]): CoveredWords {
  if (covered.length === 0) return { records: new Set(), phrases: [] };
  const segments = coveredSegments(model.tiers, covered);
  const direct = model.records.filter((record) => isCovered(record, model.tiers, covered, segments));
  const records = new Set(direct.map(({ name }) => name));
  // Whose unit it is may be known from what was said: its words go with those of the observation.
  const identified = model.records.filter(({ sort, restsOn }) => sort === "identification" && restsOn.some((name) => records.has(name)));
  for (const { name } of identified) records.add(name);
  return { records, phrases: [...new Set([...segments.map(({ text }) => text), ...direct.flatMap(ownWords)])].filter(isPhrase) };
}

/** Without what the program says around them, which stands in every report. */
function ownWords({ sort, title, says }: ReportRecord): readonly string[] {
  if (sort === "claim") return says.slice(0, 1).map((quote) => quote.replace(/^"(.*)"$/su, "$1"));
  return sort === "observation" ? [title, ...says] : sort === "exhibit" ? says : [];
}

/** Records of which nothing tells the seconds, on an item of which a stretch of sound is covered. */
export function wordsWithoutSeconds(model: ReportModel, covered: readonly CoveredStretch[]): { record: string; item: string }[] {
  const muted = new Set(covered.filter(({ what }) => what === "sound").map(({ item }) => item));
  if (muted.size === 0) return [];
  const segments = coveredSegments(model.tiers, covered);
  return model.records.flatMap((record) => {
    if (!inWords.has(record.sort) || isCovered(record, model.tiers, covered, segments)) return [];
    const item = itemsOf(record).find((one) => muted.has(one) && !hasSeconds(record, one, model.tiers));
    return item === undefined ? [] : [{ record: record.name, item }];
  });
}

/** The report without them. What a state is stays; the free words beside it go. */
export function withoutCoveredWords(model: ReportModel, covered: readonly CoveredStretch[]): ReportModel {
  const { records } = coveredWords(model, covered);
  const segments = coveredSegments(model.tiers, covered);
  const ground = (one: ReportGround): ReportGround =>
    one.shows !== "" && (records.has(one.record) || groundIsCovered(one, covered)) ? { ...one, shows: coveredInRecording } : one;
  return {
    ...model,
    records: model.records.map((record) => withoutWords(record, records, covered)),
    findings: model.findings.map((one) => ({
      ...one,
      evidenceFor: one.evidenceFor.map(ground),
      evidenceAgainst: one.evidenceAgainst.map(ground),
    })),
    elementSheets: model.elementSheets.map((sheet) => ({
      ...sheet,
      elements: sheet.elements.map((element) => ({
        ...element,
        cells: element.cells.map((cell) => ({ ...cell, grounds: cell.grounds.map(ground) })),
      })),
    })),
    claims: {
      ...model.claims,
      rows: model.claims.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          records.has(cell.claim) || isQuoted(cell.words, segments) ? { ...cell, words: coveredInRecording, hedges: [] } : cell,
        ),
      })),
    },
    tiers: model.tiers.map((tier) => ({
      ...tier,
      segments: tier.segments.map((segment) =>
        segmentIsCovered(tier, segment, covered) ? { ...segment, text: coveredInRecording, alternatives: [] } : segment,
      ),
    })),
  };
}

function withoutWords(record: ReportRecord, records: ReadonlySet<string>, covered: readonly CoveredStretch[]): ReportRecord {
  if (records.has(record.name)) return { ...record, title: record.name, says: [coveredInRecording] };
  if (record.sort === "subject-state" && record.exhibits.some((exhibit) => exhibitIsCovered(exhibit, covered)))
    return { ...record, says: record.says.map((one) => one.replace(/ \(.*\)$/su, "")) };
  const { computation } = record;
  if (computation === null || !computation.told.some(({ rests }) => rests.some((name) => records.has(name)))) return record;
  const told = computation.told.map((one) => (one.rests.some((name) => records.has(name)) ? { ...one, says: coveredInRecording } : one));
  return { ...record, computation: { ...computation, told } };
}

type Segment = ReportTier["segments"][number];

function coveredSegments(tiers: readonly ReportTier[], covered: readonly CoveredStretch[]): Segment[] {
  return tiers.flatMap((tier) => tier.segments.filter((segment) => segmentIsCovered(tier, segment, covered)));
}

/** What is written in the picture goes by boxes, all else by sound. */
function segmentIsCovered(tier: ReportTier, { startS, endS }: Segment, covered: readonly CoveredStretch[]): boolean {
  const what = tier.sort === "on-screen" ? "box" : "sound";
  return covered.some((one) => one.item === tier.item && one.what === what && meets(one, { fromS: startS, toS: endS }));
}

function isCovered(
  record: ReportRecord,
  tiers: readonly ReportTier[],
  covered: readonly CoveredStretch[],
  segments: readonly Segment[],
): boolean {
  if (!inWords.has(record.sort)) return false;
  if (record.sort === "claim" && quotedBy(record, tiers).some((one) => segments.includes(one))) return true;
  return record.exhibits.some((exhibit) => exhibitIsCovered(exhibit, covered));
}

function exhibitIsCovered({ item, range, box }: RecordExhibit, covered: readonly CoveredStretch[]): boolean {
  return covered.some((one) => {
    if (one.item !== item) return false;
    // A picture has the one moment; of a recording without seconds somebody has to say whether it is about covered ones.
    const when = range ?? (one.what === "box" && one.fromS === 0 && one.toS === 0 ? one : undefined);
    if (when === undefined || !meets(one, when)) return false;
    return one.what === "sound" || (box !== null && (one.within === undefined || overlaps(one.within, box)));
  });
}

function groundIsCovered({ item, at }: ReportGround, covered: readonly CoveredStretch[]): boolean {
  return at !== null && covered.some((one) => one.item === item && one.what === "sound" && meets(one, at));
}

function meets(one: { readonly fromS: number; readonly toS: number }, other: { readonly fromS: number; readonly toS: number }): boolean {
  return one.fromS <= other.toS + slackS && one.toS >= other.fromS - slackS;
}

/** A box of an observation counts in millionths of the picture. */
function overlaps(share: ShareBox, box: NonNullable<RecordExhibit["box"]>): boolean {
  const [x, y, w, h] = [box.x / 1e6, box.y / 1e6, box.width / 1e6, box.height / 1e6];
  return share.x < x + w && x < share.x + share.w && share.y < y + h && y < share.y + share.h;
}

function itemsOf({ exhibits, restsOn }: ReportRecord): string[] {
  return [...new Set([...exhibits.map(({ item }) => item), ...restsOn.filter((name) => /^i[1-9][0-9]*$/.test(name))])];
}

function hasSeconds(record: ReportRecord, item: string, tiers: readonly ReportTier[]): boolean {
  if (record.sort === "claim") return quotedBy(record, tiers).length > 0;
  const own = record.exhibits.filter((exhibit) => exhibit.item === item);
  return own.length > 0 && own.every(({ range }) => range !== null);
}

/** Segments of its item that a claim's quote stands in, or that stand in it. */
function quotedBy(record: ReportRecord, tiers: readonly ReportTier[]): Segment[] {
  const quote = folded(record.says[0] ?? "");
  const items = itemsOf(record);
  return quote === ""
    ? []
    : tiers
        .filter(({ item }) => items.includes(item))
        .flatMap(({ segments }) => segments)
        .filter(({ text }) => {
          const words = folded(text);
          return words !== "" && (` ${words} `.includes(` ${quote} `) || ` ${quote} `.includes(` ${words} `));
        });
}

function isQuoted(words: string, segments: readonly Segment[]): boolean {
  const quote = folded(words);
  return [...quote].length >= 4 && segments.some(({ text }) => ` ${folded(text)} `.includes(` ${quote} `));
}

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** One word by itself stands in every text: of such only what somebody marked is looked for. */
function isPhrase(text: string): boolean {
  const words = folded(text);
  return (
    (words.includes(" ") && words.length >= 8) || (!words.includes(" ") && [...words].length >= 8 && /[^\p{Script=Latin}]/u.test(words))
  );
}

/**
 * Every record that the grounds of a report name, and what those rest on, until nothing new comes: a reader can walk from any
 * sentence to frames, measurement and computation without leaving the report.
 */
import type { ReportPlace, ReportSync } from "../../core/report/report-figures.ts";
import type { ReportRecord, ReportRecordSort } from "../../core/report/report-record.ts";
import type { RecordSort } from "../../core/review/record-sort.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { describeEntry } from "../describe-entry.ts";
import { lastLines } from "../records/last-lines.ts";
import { type RecordCard, recordCards } from "../records/record-card.ts";
import { type AnyLine, detailOfLine } from "./detail-of-line.ts";
import { makingLines } from "./making-lines.ts";
import type { FrameClock } from "./frame-seconds.ts";
import { noDetail, type RecordDetail } from "./record-detail.ts";

/** A ground as it is cited. */
export interface Cited {
  readonly record: string | null;
  readonly line: number;
}

export interface ResolvedRecords {
  readonly records: readonly ReportRecord[];
  readonly places: readonly (ReportPlace & Pick<RecordDetail["places"][number], "about">)[];
  readonly windows: readonly (RecordDetail["windows"][number] & { readonly of: string })[];
  readonly sync: ReportSync | null;
  /** Records beyond what a report holds: said, not hidden. */
  readonly leftOut: number;
}

/** A report that rests on more is no report that anybody reads; what is beyond is counted. */
const recordsAtMost = 3000;

export function nameOfGround({ record, line }: Cited): string {
  return record ?? `line ${line}`;
}

export async function resolveRecords(
  reader: CaseReader,
  viewer: Viewer,
  around: Around,
  cited: readonly Cited[],
): Promise<ResolvedRecords> {
  const lineOf = new Map<string, number>();
  for (const one of cited) if (!lineOf.has(nameOfGround(one))) lineOf.set(nameOfGround(one), one.line);
  const found = new Map<string, { record: ReportRecord; detail: RecordDetail }>();
  let wave = [...lineOf.keys()];
  let leftOut = 0;
  while (wave.length > 0) {
    const room = recordsAtMost - found.size;
    leftOut += Math.max(0, wave.length - room);
    const resolved = await resolveWave(reader, viewer, around, wave.slice(0, Math.max(0, room)), lineOf);
    for (const one of resolved) found.set(one.record.name, one);
    wave = [...new Set(resolved.flatMap(({ record }) => record.restsOn))].filter((name) => !found.has(name));
    if (room <= wave.length && found.size >= recordsAtMost) break;
  }
  const all = [...found.values()];
  const known = new Set(found.keys());
  return {
    records: all.map(({ record }) => ({ ...record, restsOn: record.restsOn.filter((name) => known.has(name) && name !== record.name) })),
    places: all.flatMap(({ record, detail }) => detail.places.map((place) => ({ ...place, id: "", of: record.name }))),
    windows: all.flatMap(({ record, detail }) => detail.windows.map((window) => ({ ...window, of: record.name }))),
    sync: all.find(({ detail }) => detail.sync !== null)?.detail.sync ?? null,
    leftOut,
  };
}

export interface Around {
  readonly clock: FrameClock;
  readonly labelOf: (person: string) => string;
  /** Label of an item in place of its file's name. */
  readonly itemTitle: (item: string) => string;
}

async function resolveWave(
  reader: CaseReader,
  viewer: Viewer,
  around: Around,
  names: readonly string[],
  lineOf: ReadonlyMap<string, number>,
): Promise<{ record: ReportRecord; detail: RecordDetail }[]> {
  const asRecords = names.filter((name) => !name.startsWith("line "));
  const cards = await recordCards(reader, viewer, asRecords);
  const newest = await lastLines(reader, asRecords);
  const made = await makingLines(reader, asRecords);
  const resolved = [];
  for (const card of cards) {
    const line = made.get(card.record);
    const detail = line === undefined ? noDetail : await detailOfLine(reader, around.clock, line);
    const cited = lineOf.get(card.record) ?? line?.seq ?? card.line;
    resolved.push({ record: recordOf(card, line, detail, around, { cited, last: newest.get(card.record) ?? card.line }), detail });
  }
  for (const name of names.filter((one) => one.startsWith("line "))) resolved.push(await resolveLine(reader, around, name));
  return resolved;
}

function recordOf(
  card: RecordCard,
  line: AnyLine | undefined,
  detail: RecordDetail,
  { labelOf, itemTitle }: Around,
  { cited, last }: { cited: number; last: number },
): ReportRecord {
  return {
    ...{ name: card.record, sort: sortOf(card.sort), line: cited, withdrawn: card.withdrawn },
    // A file's name may say more than a report wants to; the item's own section has it where the edition does.
    title: card.sort === "item" ? itemTitle(card.record) : card.title,
    // Lines about an item are looks, notes and analyses; its bytes do not change.
    laterLine: last > cited && card.sort !== "item" ? last : null,
    by: line === undefined ? null : labelOf(line.by),
    at: line === undefined ? null : line.at,
    ...{ says: detail.says, exhibits: detail.exhibits, marks: detail.marks },
    ...{ measurements: detail.measurements, computation: detail.computation },
    restsOn: detail.restsOn,
  };
}

async function resolveLine(reader: CaseReader, { labelOf }: Around, name: string): Promise<{ record: ReportRecord; detail: RecordDetail }> {
  const seq = Number(name.slice("line ".length));
  const row = await reader.views.db.selectFrom("entry").selectAll().where("seq", "=", seq).executeTakeFirst();
  const items = await reader.views.db.selectFrom("entry_item").select("item").where("seq", "=", seq).limit(50).execute();
  const body = row?.body === null || row === undefined ? undefined : (JSON.parse(row.body) as Parameters<typeof describeEntry>[0]);
  const record: ReportRecord = {
    ...{ name, sort: "line", title: describeEntry(body, JSON.parse(row?.open ?? "{}") as Parameters<typeof describeEntry>[1]), line: seq },
    ...{ says: [], laterLine: null, withdrawn: null, by: row?.by == null ? null : labelOf(row.by), at: row?.at ?? null },
    ...{ exhibits: [], marks: [], measurements: [], computation: null, restsOn: items.map(({ item }) => `i${item}`) },
  };
  return { record, detail: noDetail };
}

const sorts: { readonly [sort in RecordSort]?: ReportRecordSort } = {
  ...{ item: "item", observation: "observation", inference: "inference", claim: "claim", tier: "tier", place: "place", time: "time" },
  ...{ event: "event", identification: "identification", exhibit: "exhibit", subject: "subject", subjectState: "subject-state" },
  ...{ vehicle: "scene-object", sceneThing: "scene-object", scenePair: "scene-pair", loggedSearch: "search", source: "source" },
  ...{ elementSheet: "element-sheet", syncMark: "sync" },
};

function sortOf(sort: RecordSort): ReportRecordSort {
  return sorts[sort] ?? "other";
}

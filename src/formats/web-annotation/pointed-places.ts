/**
 * Every place of the material that a report points at: what is seen or heard in it, what is marked on its frames, words of its texts,
 * what is said in it, and what findings and element sheets cite of it. Of a public report only items that it shows.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import type { ReportGround } from "../../core/report/report-finding.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import type { ReportModel } from "../../core/report/report.ts";

export interface PointedPlace {
  /** Unique in the report, and the same whenever it is written again. */
  readonly id: string;
  readonly motivation: "describing" | "linking" | "identifying";
  readonly words: string;
  /** BCP 47. */
  readonly language: string;
  readonly by: string | null;
  readonly at: string | null;
  readonly item: ItemId;
  readonly range: { readonly fromS: number; readonly toS: number } | null;
  readonly box: FrameBox | null;
  readonly quote: string | null;
}

export function pointedPlaces(model: ReportModel): PointedPlace[] {
  const shown = new Set(model.items.filter(({ as }) => as === "full" || as === "redacted").map(({ item }) => item));
  const all = [...ofRecords(model), ...ofSubjects(model), ...ofTiers(model), ...ofGrounds(model)];
  return model.edition.sort === "court" ? all : all.filter(({ item }) => shown.has(item));
}

type Place = Pick<PointedPlace, "item" | "range" | "box" | "quote"> & { readonly says: string };

function ofRecords({ records }: ReportModel): PointedPlace[] {
  const named = new Map(records.map((record) => [record.name, record]));
  return records
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap((record) =>
      placesOf(record, named).map(({ says, ...place }, n) => ({
        ...place,
        id: `${record.name.replaceAll(" ", "-")}:${record.line}:${n + 1}`,
        motivation: record.sort === "identification" ? ("identifying" as const) : ("describing" as const),
        words: lines([record.title, ...record.says, says]),
        language: "en",
        ...{ by: record.by, at: record.at },
      })),
    );
}

/** Marks say more exactly where than frames do: beside them the frames that they lie on are not told once more. */
function placesOf(record: ReportRecord, named: ReadonlyMap<string, ReportRecord>): Place[] {
  const marks = record.marks.map((mark): Place => ({ ...mark }));
  const marked = new Set(marks.map(({ item, range }) => `${item} ${range?.fromS ?? ""}`));
  const frames = record.exhibits.filter(({ item, range }) => !marked.has(`${item} ${range?.fromS ?? ""}`));
  const own = [...marks, ...frames.map(({ item, range, box }): Place => ({ item, range, box, quote: null, says: "" }))];
  if (own.length > 0 || record.sort !== "identification") return own;
  // What was identified is where it was observed; where nothing is cited, somewhere in the item.
  const cited = record.restsOn.flatMap((name) => named.get(name)?.exhibits ?? []);
  if (cited.length > 0) return cited.map(({ item, range, box }) => ({ item, range, box, quote: null, says: "" }));
  const item = record.restsOn.find((name): name is ItemId => /^i[1-9][0-9]*$/.test(name));
  return item === undefined ? [] : [{ item, range: null, box: null, quote: null, says: "" }];
}

/** Those that no finding cites are told all the same: they say who has to be looked for where. */
function ofSubjects({ subjects, records }: ReportModel): PointedPlace[] {
  const told = new Set(records.map(({ name }) => name));
  return subjects.flatMap(({ subject, states }) =>
    states
      .filter(({ record }) => !told.has(record))
      .map(({ record, item, fromS, toS, says }) => ({
        ...{ id: record, motivation: "describing" as const, words: lines([subject, says]), language: "en", by: null, at: null },
        ...{ item, range: { fromS, toS }, box: null, quote: null },
      })),
  );
}

function ofTiers({ tiers }: ReportModel): PointedPlace[] {
  return tiers.flatMap(({ tier, version, item, language, segments }) =>
    segments
      .filter(({ text }) => text !== "")
      .map(({ id, startS, endS, speaker, text, draft }) => ({
        ...{ id: `${tier}:v${version}:${id}`, motivation: "describing" as const, by: null, at: null },
        words: `${draft ? "[Draft, read by no second person] " : ""}${speaker === null ? "" : `${speaker}: `}${text}`,
        language,
        ...{ item, range: { fromS: startS, toS: endS }, box: null, quote: null },
      })),
  );
}

/** What a finding or a cell cites, at the moment that it cites; else wherever the cited record is. */
function ofGrounds(model: ReportModel): PointedPlace[] {
  const named = new Map(model.records.map((record) => [record.name, record]));
  const cites = (id: string, why: string, { record, item, at, segments, shows }: ReportGround): PointedPlace[] => {
    const tier = model.tiers.find((one) => one.tier === record);
    const cited = tier?.segments.filter((segment) => segments.includes(String(segment.id))) ?? [];
    const places: readonly Omit<Place, "says" | "quote">[] =
      item !== null && at !== null
        ? [{ item, range: at, box: null }]
        : tier !== undefined && cited.length > 0
          ? cited.map(({ startS, endS }) => ({ item: tier.item, range: { fromS: startS, toS: endS }, box: null }))
          : (named.get(record)?.exhibits ?? []);
    return places.map(({ item: of, range, box }, n) => ({
      ...{ id: `${id}:${n + 1}`, motivation: "linking" as const, words: lines([`${why} cites ${record}.`, shows]), language: "en" },
      ...{ by: null, at: null, item: of, range, box, quote: null },
    }));
  };
  return [
    ...model.findings.flatMap(({ finding, version, evidenceFor, evidenceAgainst }) => [
      ...evidenceFor.flatMap((ground, n) => cites(`${finding}:v${version}:for${n + 1}`, `Finding ${finding}, as evidence for it,`, ground)),
      ...evidenceAgainst.flatMap((ground, n) =>
        cites(`${finding}:v${version}:against${n + 1}`, `Finding ${finding}, as evidence against it,`, ground),
      ),
    ]),
    ...model.elementSheets.flatMap(({ sheet, version, elements }) =>
      elements.flatMap(({ key, title, cells }) =>
        cells.flatMap(({ text, coverage, grounds }, cell) =>
          grounds.flatMap((ground, n) =>
            cites(`${sheet}:v${version}:${key}:${cell + 1}:${n + 1}`, `Element sheet ${sheet}, ${title}: ${coverage}. ${text} It`, ground),
          ),
        ),
      ),
    ),
  ];
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== "").join("\n");
}

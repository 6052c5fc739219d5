/**
 * What the tables of other tools hold a row of: a finding, or an event, with one place, one date and its links. They know no radius,
 * no zone and no interval: where a cell would say more than the report knows it stays empty, and the words beside it say what is known.
 */
import { placeWords, windowWords } from "../../core/report/report-words.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";

export interface TableRow {
  readonly id: string;
  readonly sort: "finding" | "event";
  readonly description: string;
  /** WGS 84. Null where the report has none for it. */
  readonly place: { readonly lat: number; readonly lon: number; readonly radiusM: number } | null;
  readonly placeSays: string;
  /** UTC, both ends. Null where an end is not known. */
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly timeSays: string;
  readonly tags: readonly string[];
  /** What the table has no column for. */
  readonly more: string;
  readonly approved: boolean;
  readonly items: readonly ReportItem[];
}

export function tableRows(model: ReportModel): TableRow[] {
  const itemOf = new Map(model.items.map((item) => [item.item, item]));
  const named = (items: readonly (string | null)[]) =>
    [...new Set(items)].flatMap((item) => (item === null ? [] : (itemOf.get(item as ReportItem["item"]) ?? [])));
  const recordOf = new Map(model.records.map((record) => [record.name, record]));
  /** Whatever records rest on, however far down: a window of time comes of a clip as much as what is seen in it. */
  const itemsUnder = (names: Iterable<string>): string[] => {
    const reached = new Set(names);
    for (const name of reached) {
      const record = recordOf.get(name);
      for (const next of record?.restsOn ?? []) reached.add(next);
      for (const { item } of record?.exhibits ?? []) reached.add(item);
    }
    return [...reached];
  };
  const findings = model.findings.map((finding): TableRow => {
    const { answer, question } = finding;
    const grounds = [...finding.evidenceFor, ...finding.evidenceAgainst];
    const records = new Set(grounds.map(({ record }) => record));
    const window = answer.sort === "time" ? answer : null;
    return {
      id: finding.finding,
      sort: "finding",
      description: finding.statement,
      place: answer.sort === "place" ? answer : null,
      placeSays: answer.sort === "place" ? placeWords(answer.lat, answer.lon, answer.radiusM) : "",
      window: closed(window),
      timeSays: window === null ? "" : windowWords(window),
      tags: [question.sort, finding.grade],
      more: [
        `Question ${question.id}: ${question.text}`,
        answer.sort === "choice" || answer.sort === "cannot-tell"
          ? `Answer: ${answer.sort === "choice" ? answer.choice : `cannot tell: ${answer.why}`}`
          : "",
        `Confidence ${finding.confidence.level}.`,
        finding.limits === "" ? "" : `Limits: ${finding.limits}`,
        `Rests on ${[...records].join(", ") || "nothing"}.`,
      ]
        .filter((part) => part !== "")
        .join("\n"),
      approved: finding.approved.length > 0 && finding.staleSince.length === 0,
      items: named([...grounds.map(({ item }) => item), ...itemsUnder(records)]),
    };
  });
  const events = model.events.flatMap((event): TableRow[] => {
    if (event.event === null) return [];
    const circle = model.places.find(({ of, role }) => of === event.event && role !== "rejected" && role !== "cone");
    const region = circle?.region.shape === "circle" ? circle.region : undefined;
    const window =
      event.windows.find(({ role }) => role === "answer") ?? event.windows.find(({ role }) => role === "computed") ?? event.windows[0];
    return [
      {
        id: event.event,
        sort: "event",
        description: event.title,
        place: region === undefined ? null : { ...region.centre, radiusM: region.radiusM },
        placeSays:
          circle === undefined
            ? ""
            : `${circle.title}${region === undefined ? "" : `: ${placeWords(region.centre.lat, region.centre.lon, region.radiusM)}`}`,
        window: closed(window ?? null),
        timeSays: event.windows.map((one) => `${windowWords(one)} (${one.role}: ${one.basis})`).join("; "),
        tags: event.sort === null ? [] : [event.sort],
        more: event.gaps.join("\n"),
        approved: false,
        items: named([...event.shownBy.map(({ item }) => item), ...itemsUnder(event.windows.map(({ of }) => of))]),
      },
    ];
  });
  return [...findings, ...events];
}

/** Of a row without items nobody knows what it shows: it is shielded, as what nobody assessed is. */
export function isGraphic({ items }: Pick<TableRow, "items">): boolean {
  return items.length === 0 || !items.every(({ graphic }) => graphic === "none" || graphic === "mild");
}

function closed(window: { readonly from: string; readonly to: string } | null): TableRow["window"] {
  return window === null || window.from === "open" || window.to === "open" ? null : { from: window.from, to: window.to };
}

/** The day in UTC that holds all of it, and the minute; each only where the window leaves no other. */
export function dayAndMinute(window: TableRow["window"]): { readonly day: string | null; readonly minute: string | null } {
  if (window === null) return { day: null, minute: null };
  const [from, to] = [new Date(window.from), new Date(window.to)].map((at) => (Number.isNaN(at.getTime()) ? null : at.toISOString())) as [
    string | null,
    string | null,
  ];
  if (from === null || to === null || from.slice(0, 10) !== to.slice(0, 10)) return { day: null, minute: null };
  return { day: from.slice(0, 10), minute: from.slice(0, 16) === to.slice(0, 16) ? from.slice(11, 16) : null };
}

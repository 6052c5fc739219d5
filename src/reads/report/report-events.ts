/** Events of an edition on one line of time: every window that is stated or computed, what shows each, and where nothing was filmed. */
import type { EventId } from "../../core/event/event.ts";
import type { ReportEvent, ReportWindow } from "../../core/report/report-figures.ts";
import type { ReportFinding } from "../../core/report/report-finding.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { bearingRows } from "../list-bearings.ts";
import { listEvents } from "../list-events.ts";
import type { FrameClock } from "./frame-seconds.ts";
import type { ResolvedRecords } from "./report-records.ts";

/** Event that each question of the findings is about. */
export type EventOfFinding = ReadonlyMap<string, EventId | null>;

export async function reportEvents(
  reader: CaseReader,
  viewer: Viewer,
  clock: FrameClock,
  { findings, windows, eventOf }: { findings: readonly ReportFinding[]; windows: ResolvedRecords["windows"]; eventOf: EventOfFinding },
): Promise<ReportEvent[]> {
  const rows = new Map((await listEvents(reader, viewer)).map((row) => [row.id, row]));
  const found = new Map<string, { event: EventId | null; title: string; windows: ReportWindow[] }>();
  const add = (event: EventId | null, title: string, window: ReportWindow): void => {
    const key = event ?? title;
    const row = found.get(key) ?? { event, title: event === null ? title : (rows.get(event)?.title ?? title), windows: [] };
    row.windows.push(window);
    found.set(key, row);
  };
  for (const { finding, answer, question } of findings) {
    if (answer.sort !== "time") continue;
    const { from, to, zone } = answer;
    add(eventOf.get(finding) ?? null, question.text, { from, to, zone, of: finding, role: "answer", basis: `answer of ${finding}` });
  }
  for (const { event, title, window, of } of windows) add(event, title, { ...window, of });
  for (const event of eventOf.values()) {
    const row = event === null ? undefined : rows.get(event);
    if (row !== undefined && !found.has(row.id)) found.set(row.id, { event: row.id, title: row.title, windows: [] });
  }
  const events: ReportEvent[] = [];
  for (const row of found.values()) {
    const shownBy = row.event === null ? [] : await shown(reader, clock, row.event);
    events.push({ ...row, sort: row.event === null ? null : (rows.get(row.event)?.sort ?? null), shownBy, gaps: gapsOf(row, shownBy) });
  }
  return events.toSorted((a, b) => firstOf(a) - firstOf(b));
}

function firstOf({ windows }: ReportEvent): number {
  const moments = windows.flatMap(({ from, to }) => [from, to]).filter((at) => at !== "open");
  return Math.min(...moments.map((at) => Date.parse(at)), Number.MAX_SAFE_INTEGER);
}

async function shown(reader: CaseReader, clock: FrameClock, event: EventId): Promise<ReportEvent["shownBy"]> {
  const bearings = await bearingRows(reader, { on: event });
  const found: ReportEvent["shownBy"][number][] = [];
  for (const { item, sort, part, withdrawn } of bearings) {
    if (sort !== "shows" || withdrawn !== undefined) continue;
    const [from, to] =
      part === null
        ? [undefined, undefined]
        : await Promise.all([clock.secondsOf(item, part.range.startFrame), clock.secondsOf(item, part.range.endFrame)]);
    found.push({ item, fromS: from ?? null, toS: to ?? null });
  }
  return found;
}

function gapsOf({ windows }: { windows: readonly ReportWindow[] }, shownBy: ReportEvent["shownBy"]): string[] {
  return [
    ...(shownBy.length === 0 ? ["No item of the case shows it."] : []),
    ...(windows.length === 0 ? ["No time of it is stated."] : []),
    ...(windows.some(({ from }) => from === "open") ? ["Its beginning is not bounded."] : []),
    ...(windows.some(({ to }) => to === "open") ? ["Its end is not bounded."] : []),
  ];
}

/** One row per event and item with the times that are said of it, each an interval with its standing. */
import type { EventSort } from "../core/event/event.ts";
import type { ShownStanding } from "../core/place/map-feature.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import type { CaseReader } from "./case-reader.ts";
import type { EventRow } from "./list-events.ts";
import type { TimeStatement } from "./list-statements.ts";

/** Items drawn one by one. */
const mostItems = 2000;

export interface TimelineRow {
  record: string;
  sort: "event" | "item";
  title: string;
  eventSort?: EventSort;
  times: { id: string; standing: ShownStanding; claim: TimeClaim }[];
}

export async function timelineRows(
  reader: CaseReader,
  events: readonly EventRow[],
  stated: readonly TimeStatement[],
): Promise<{ rows: TimelineRow[]; leftOut: number }> {
  const { db } = reader.views;
  const statedOf = Map.groupBy(stated, ({ about }) => about as string);
  const timesStated = (record: string): TimelineRow["times"] =>
    (statedOf.get(record) ?? []).flatMap(({ id, standing, claim }) => (claim === "withheld" ? [] : [{ id, standing, claim }]));
  const rows: TimelineRow[] = [];
  for (const event of events) {
    if (event.withdrawn !== undefined) continue;
    const own =
      event.time === "unknown" || event.time === "withheld"
        ? []
        : [{ id: `${event.id} time`, standing: "stated" as const, claim: event.time }];
    const times = [...own, ...timesStated(event.id)];
    if (times.length > 0) rows.push({ record: event.id, sort: "event", title: event.title, eventSort: event.sort, times });
  }
  const seen = Map.groupBy(await db.selectFrom("seen_time").selectAll().orderBy("item").orderBy("ord").execute(), ({ item }) => item);
  const numbers = [...statedOf.keys()].filter((record) => record.startsWith("i")).map((record) => Number(record.slice(1)));
  const timed = db
    .selectFrom("item")
    .where((eb) =>
      eb.or([eb("posted_json", "is not", null), eb("number", "in", [...new Set([...numbers, ...seen.keys()])].slice(0, 30_000))]),
    );
  const { total } = await timed.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  for (const item of await timed.select(["number", "name", "posted_json"]).orderBy("number").limit(mostItems).execute()) {
    const record = `i${item.number}`;
    const posted =
      item.posted_json === null
        ? []
        : [{ id: `${record} posted`, standing: "seen" as const, claim: JSON.parse(item.posted_json) as TimeClaim }];
    const recorded = (seen.get(item.number) ?? []).map(({ ord, claim_json }) => ({
      id: `${record} seen ${ord}`,
      standing: "seen" as const,
      claim: JSON.parse(claim_json) as TimeClaim,
    }));
    const times = [...timesStated(record), ...recorded, ...posted];
    if (times.length > 0) rows.push({ record, sort: "item", title: item.name ?? "name withheld", times });
  }
  return { rows, leftOut: Math.max(0, total - mostItems) };
}

/** One row of the item table, as lists and the bench show it. */
import type { Selectable } from "kysely";
import { isReader } from "../core/analysis/analysis.ts";
import { analysersAfterProbe } from "../core/analysis/analysis-plan.ts";
import { saidByName } from "../core/file-name/said-by-name.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { GraphicLevel, ItemId, TriageState } from "../core/item/item.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import type { ItemTable } from "../views/schema.ts";
import type { CaseReader } from "./case-reader.ts";
import { type LinkOfRow, linksOfRows } from "./link-of-row.ts";
import { type ConditionSigns, conditionSigns } from "./condition-signs.ts";
import { itemBindings } from "./item-bindings.ts";

export interface ItemRow {
  id: ItemId;
  number: number;
  name: string;
  nameState: ItemTable["name_state"];
  kind: ItemTable["kind"];
  held: boolean;
  size: number | "unknown";
  durationSec: number | "unknown";
  dimensions: { width: number; height: number } | "unknown";
  posted: TimeClaim | "unknown";
  source: string;
  graphicLevel: GraphicLevel;
  triage: TriageState;
  assessed: boolean;
  noteCount: number;
  lastNote?: string;
  trapCount: number;
  poster: "ready" | "waiting" | "none" | "failed";
  analysis: "waiting" | "running" | "done" | "failed" | "not-applicable";
  failure?: string;
  sameBytes: ItemId[];
  link?: LinkOfRow;
  conditions: ConditionSigns;
}

export function itemId(number: number): ItemId {
  return `i${number}` as ItemId;
}

/** Rows of the table with what stands beside them: duplicates, analyses done, posters made. A few queries for any number of rows. */
export async function itemRows(reader: CaseReader, rows: readonly Selectable<ItemTable>[]): Promise<ItemRow[]> {
  const { db } = reader.views;
  const numbers = rows.map((row) => row.number);
  const objects = [...new Set(rows.flatMap((row) => (row.object === null ? [] : [row.object])))];
  const twins =
    objects.length === 0
      ? []
      : await db.selectFrom("item").select(["number", "object"]).where("object", "in", objects).orderBy("number").execute();
  const analyses =
    numbers.length === 0 ? [] : await db.selectFrom("analysis").select(["item", "analyser"]).where("item", "in", numbers).execute();
  const bindings = await itemBindings(reader, numbers);
  const at = new Date().toISOString();
  const links = await linksOfRows(reader, numbers);
  const underway = reader.underway();
  const twinsOf = Map.groupBy(twins, (twin) => twin.object);
  const analysersOf = Map.groupBy(analyses, (analysis) => analysis.item);
  return Promise.all(
    rows.map(async (row) => ({
      id: itemId(row.number),
      number: row.number,
      name: row.name ?? "name withheld",
      nameState: row.name_state,
      kind: row.kind,
      held: row.held === 1,
      size: row.size ?? ("unknown" as const),
      durationSec: row.duration_sec ?? ("unknown" as const),
      dimensions: row.width === null || row.height === null ? ("unknown" as const) : { width: row.width, height: row.height },
      posted: row.posted_json === null ? ("unknown" as const) : (JSON.parse(row.posted_json) as TimeClaim),
      source: row.source ?? "unknown",
      graphicLevel: row.level,
      triage: row.triage,
      assessed: row.assessed === 1,
      noteCount: row.note_count,
      ...(row.last_note === null ? {} : { lastNote: row.last_note }),
      trapCount: row.trap_count + saidByName(row.name ?? "", row.kind).traps.length,
      poster: await posterState(reader, row),
      analysis: analysisState(row, new Set(analysersOf.get(row.number)?.map((analysis) => analysis.analyser)), underway),
      ...(row.failure === null ? {} : { failure: row.failure }),
      ...linkPart(links.get(row.number)),
      sameBytes:
        row.object === null
          ? []
          : (twinsOf.get(row.object) ?? []).filter((twin) => twin.number !== row.number).map((twin) => itemId(twin.number)),
      conditions: conditionSigns(bindings.get(row.number) ?? [], at),
    })),
  );
}

function linkPart(link: LinkOfRow | undefined): { link?: LinkOfRow } {
  return link === undefined ? {} : { link };
}

async function posterState(reader: CaseReader, row: Selectable<ItemTable>): Promise<ItemRow["poster"]> {
  if (row.object === null || row.held === 0 || (row.kind !== "video" && row.kind !== "picture")) return "none";
  const answer = await reader.derived.read({ object: row.object as Digest, analyser: "poster", version: reader.versionOf("poster") });
  return answer === undefined ? "waiting" : answer.state === "done" ? "ready" : "failed";
}

function analysisState(row: Selectable<ItemTable>, done: ReadonlySet<string>, underway: ReadonlySet<number>): ItemRow["analysis"] {
  if (row.held === 0) return "not-applicable";
  if (underway.has(row.number)) return "running";
  if (row.failure !== null) return "failed";
  if (!done.has("probe")) return "waiting";
  const next = analysersAfterProbe({
    kind: row.kind,
    container: row.container,
    browserPlays: row.browser_plays === 1,
    hasSound: row.has_sound === 1,
    depth: row.depth,
  });
  const reader = next.find(isReader);
  return reader === undefined || done.has(reader) ? "done" : "waiting";
}

/** What jobs still have to do, derived from what is not there. */
import { sql } from "kysely";
import { type AnalyserName, isCitable } from "../core/analysis/analysis.ts";
import { analysersAfterProbe, deepestOpened } from "../core/analysis/analysis-plan.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { CaseReader } from "./case-reader.ts";

export interface MissingAnalysis {
  readonly item: number;
  readonly name: string;
  readonly object: Digest;
  readonly analyser: AnalyserName;
}

/** Held items without a recorded answer of the current probe, oldest first. A failure is an answer. */
export async function itemsWithoutProbe(reader: CaseReader, limit: number): Promise<MissingAnalysis[]> {
  const version = reader.versionOf("probe");
  const rows = await reader.views.db
    .selectFrom("item")
    .leftJoin("analysis", (join) =>
      join.onRef("analysis.item", "=", "item.number").on("analyser", "=", "probe").on("version", "=", version),
    )
    .select(["item.number", "item.name", "item.object"])
    .where("held", "=", 1)
    .where("analysis.item", "is", null)
    .orderBy("item.number")
    .limit(limit)
    .execute();
  return rows.map(({ number, name, object }) => ({ item: number, name: name ?? "", object: object as Digest, analyser: "probe" }));
}

/** Held items whose probe found no bytes, and that have them again. */
export async function itemsWithBytesAgain(reader: CaseReader): Promise<MissingAnalysis[]> {
  const rows = await reader.views.db
    .selectFrom("item")
    .innerJoin("analysis", "analysis.item", "item.number")
    .select(["item.number", "item.name", "item.object"])
    .where("held", "=", 1)
    .where("analyser", "=", "probe")
    .where("version", "=", reader.versionOf("probe"))
    .where("state", "=", "failed")
    .where(sql`json_extract(failure_json, '$.code')`, "=", "object-missing")
    .orderBy("item.number")
    .execute();
  const found: MissingAnalysis[] = [];
  for (const { number, name, object } of rows) {
    if (await reader.vault.has(object as Digest))
      found.push({ item: number, name: name ?? "", object: object as Digest, analyser: "probe" });
  }
  return found;
}

/** Archives and e-mails whose members are not all out: a stop came in between. They go first, since what they hold is not even listed yet. */
export async function unopenedContainers(reader: CaseReader): Promise<MissingAnalysis[]> {
  const version = reader.versionOf("unpack");
  const rows = await reader.views.db
    .selectFrom("item")
    .leftJoin("analysis", (join) =>
      join.onRef("analysis.item", "=", "item.number").on("analyser", "=", "unpack").on("version", "=", version),
    )
    .select(["item.number", "item.name", "item.object"])
    .where("held", "=", 1)
    .where("container", "in", ["zip", "e-mail"])
    .where("depth", "<=", deepestOpened)
    .where("analysis.item", "is", null)
    .orderBy("item.number")
    .execute();
  return rows.map(({ number, name, object }) => ({ item: number, name: name ?? "", object: object as Digest, analyser: "unpack" }));
}

/** What a probed item still lacks: its reading, or what is looked at. Looks at derived files, so it is asked item by item. */
export async function missingAfterProbe(reader: CaseReader, item: number): Promise<MissingAnalysis[]> {
  const { db } = reader.views;
  const row = await db.selectFrom("item").selectAll().where("number", "=", item).executeTakeFirst();
  const recorded = await db.selectFrom("analysis").select(["analyser", "version", "state"]).where("item", "=", item).execute();
  if (row === undefined || row.object === null || row.held === 0) return [];
  if (!recorded.some(({ analyser, state }) => analyser === "probe" && state === "done")) return [];
  const object = row.object as Digest;
  const wanted = analysersAfterProbe({
    kind: row.kind === "posts" || row.kind === "article" || row.kind === "sheet" ? "document" : row.kind,
    container: row.container,
    browserPlays: row.browser_plays === 1,
    hasSound: row.has_sound === 1,
    depth: row.depth,
  });
  const missing: MissingAnalysis[] = [];
  for (const analyser of wanted) {
    const version = reader.versionOf(analyser);
    const there = isCitable(analyser)
      ? recorded.some((found) => found.analyser === analyser && found.version === version)
      : (await reader.derived.read({ object, analyser, version })) !== undefined;
    if (!there) missing.push({ item, name: row.name ?? "", object, analyser });
  }
  return missing;
}

/** Held items in order, from a number on, for a pass over what follows the probe. */
export async function probedItems(reader: CaseReader, after: number, limit: number): Promise<number[]> {
  const rows = await reader.views.db
    .selectFrom("item")
    .select("number")
    .where("held", "=", 1)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

/** How many held items still wait for their probe. */
export async function countWithoutProbe(reader: CaseReader): Promise<number> {
  const { db } = reader.views;
  const held = await db
    .selectFrom("item")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("held", "=", 1)
    .executeTakeFirstOrThrow();
  const probed = await db
    .selectFrom("analysis")
    .innerJoin("item", "item.number", "analysis.item")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("analyser", "=", "probe")
    .where("version", "=", reader.versionOf("probe"))
    .where("held", "=", 1)
    .executeTakeFirstOrThrow();
  return held.count - probed.count;
}

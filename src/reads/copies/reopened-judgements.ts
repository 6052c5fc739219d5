/**
 * Judgements that are to be looked at again: re-opened by a line, and since then neither stated anew, nor taken back, nor kept by
 * somebody who looked. And judgements on matches that the comparison, as it now is, does not find where they were made.
 */
import { sql } from "kysely";
import type { ReopenedJudgement } from "../../core/copies/reopening.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { EntryBody, EntryKind } from "../../core/entry/entry.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { objectIs } from "../../reason/copies/arrange-copies.ts";
import { segmentJudged } from "../../reason/copies/judged-pairs.ts";
import type { CaseReader } from "../case-reader.ts";
import { describeEntry } from "../describe-entry.ts";
import { copyCase } from "./copy-case.ts";
import type { ToReopen } from "./copy-rows.ts";

type Open = ReopenedJudgement & { readonly movedBy: number };

/** The last re-opening of each judgement that is still open, by line. */
export async function openReopenings(reader: CaseReader): Promise<Open[]> {
  const { db } = reader.views;
  const rows = await db.selectFrom("reopened").select(["cause", "json"]).orderBy("cause").execute();
  const last = new Map<string, Open>();
  for (const { cause, json } of rows) {
    const judgement = JSON.parse(json) as ReopenedJudgement;
    last.set(`${judgement.line} ${judgement.record}`, { ...judgement, movedBy: cause });
  }
  for (const judgement of await detachedJudgements(reader)) last.set(`${judgement.line} ${judgement.record}`, judgement);
  const kept = await db.selectFrom("kept_judgement").select(["line", "seq"]).execute();
  const keptAt = new Map<number, number>();
  for (const { line, seq } of kept) keptAt.set(line, Math.max(seq, keptAt.get(line) ?? 0));
  const newer = await newerWords(reader, [...last.values()]);
  return [...last.values()]
    .filter((one) => (keptAt.get(one.line) ?? 0) < one.movedBy && !newer(one))
    .toSorted((one, other) => one.line - other.line);
}

/** Whether the record was stated anew or taken back after it was re-opened. */
async function newerWords({ views: { db } }: CaseReader, open: readonly Open[]): Promise<(one: Open) => boolean> {
  const last = await lastJudged(
    db,
    open.filter(({ record }) => !record.startsWith("line ")),
  );
  const judged = await db.selectFrom("match_judgement").select(["seq", "a", "b", "part_json", "withdrawn_seq"]).execute();
  const uploads = await db.selectFrom("upload_judgement").select(["seq", "item", "by_json", "claim_json", "withdrawn_seq"]).execute();
  const about = new Map<number, { key: string; withdrawn: number | null }>([
    ...judged.map(
      ({ seq, a, b, part_json, withdrawn_seq }) =>
        [seq, { key: `${Math.min(a, b)} ${Math.max(a, b)} ${part_json}`, withdrawn: withdrawn_seq }] as const,
    ),
    ...uploads.map(
      ({ seq, item, by_json, claim_json, withdrawn_seq }) =>
        [seq, { key: `${item} ${by_json} ${claim_json}`, withdrawn: withdrawn_seq }] as const,
    ),
  ]);
  const lastOn = new Map<string, number>();
  for (const [seq, { key }] of about) lastOn.set(key, Math.max(seq, lastOn.get(key) ?? 0));
  return ({ record, line, movedBy }) => {
    if (!record.startsWith("line ")) return (last.get(record) ?? 0) > movedBy;
    const own = about.get(line);
    return own !== undefined && ((own.withdrawn ?? 0) > movedBy || (lastOn.get(own.key) ?? 0) > movedBy);
  };
}

/** Lines that judge such a record anew or take it back. Every other line that names it, a comment or a link, leaves it to be looked at. */
const judgedBy: { readonly [sort in ReopenedJudgement["sort"]]?: { readonly kinds: readonly EntryKind[]; readonly own: string } } = {
  "time-stated": { kinds: ["time.stated"], own: "time" },
  "place-stated": { kinds: ["place.stated"], own: "place" },
  "bearing-stated": { kinds: ["bearing.stated", "bearing.withdrawn"], own: "bearing" },
  "event-described": { kinds: ["event.described", "event.withdrawn"], own: "event" },
  "hypothesis-described": { kinds: ["hypothesis.described"], own: "hypothesis" },
  "source-graded": { kinds: ["source.graded"], own: "source" },
};

async function lastJudged(db: CaseReader["views"]["db"], open: readonly Open[]): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>();
  for (const [sort, some] of Map.groupBy(open, (one) => one.sort)) {
    const by = judgedBy[sort];
    const records = JSON.stringify([...new Set(some.map(({ record }) => record))]);
    if (by === undefined) continue;
    const { rows } = await sql<{ record: string; seq: number }>`
      select r.record, max(r.seq) as seq from entry_record r join entry on entry.seq = r.seq
        where r.record in (select value from json_each(${records})) and entry.kind in (${sql.join(by.kinds)})
          and json_extract(entry.body, ${`$.data.${by.own}`}) = r.record
        group by r.record`.execute(db);
    for (const { record, seq } of rows) last.set(record, seq);
  }
  return last;
}

/** Judgements that stand on what the pair, as compared last, does not have any more. */
async function detachedJudgements(reader: CaseReader): Promise<Open[]> {
  const { material, pair } = await copyCase(reader);
  const comparedAt = await lastComparisons(reader);
  return material.judgements.flatMap((judgement): Open[] => {
    const { line, a, b, part, verdict } = judgement;
    const [first, second] = [material.bytes.get(a), material.bytes.get(b)];
    if (part.of === "text" || verdict === "noted" || first === undefined || second === undefined || first === second) return [];
    const found = pair(first, second);
    // Both must have been compared since: a comparison that is not there says nothing.
    const movedBy = found?.line ?? (comparedAt.has(first) && comparedAt.has(second) ? Math.max(...[first, second].map(at)) : 0);
    if (movedBy <= line) return [];
    if (found !== undefined && segmentJudged(judgement, found.comparison, objectIs(material.items, found.comparison.a)) !== "none")
      return [];
    return [{ line, record: `line ${line}`, sort: "match-judged", path: [a, b], againstBound: "cannot-be-told", movedBy }];
  });
  function at(object: string): number {
    return comparedAt.get(object) ?? 0;
  }
}

/** Line of the last comparison of each object. */
async function lastComparisons({ views: { db } }: CaseReader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("copy_compared")
    .innerJoin("item", "item.number", "copy_compared.item")
    .select(["item.object", "copy_compared.seq"])
    .where("item.object", "is not", null)
    .orderBy("copy_compared.seq")
    .execute();
  return new Map(rows.map(({ object, seq }) => [object as string, seq]));
}

/** With what each says. `items`: only what the way to leads through one of these; all when undefined. */
export async function reopenedJudgements(reader: CaseReader, items?: ReadonlySet<ItemId>): Promise<ToReopen[]> {
  const open = (await openReopenings(reader)).filter(({ path }) => items === undefined || items.has(path[0] as ItemId));
  const says = new Map<number, string>();
  const lines = [...new Set(open.map(({ line }) => line))];
  for (let at = 0; at < lines.length; at += 500) {
    const rows = await reader.views.db
      .selectFrom("entry")
      .select(["seq", "body", "open"])
      .where("seq", "in", lines.slice(at, at + 500))
      .execute();
    for (const { seq, body, open: opened } of rows) {
      const words = body === null ? undefined : (JSON.parse(body) as EntryBody);
      says.set(seq, describeEntry(words, JSON.parse(opened) as { readonly [digest: string]: Json }));
    }
  }
  return open.map((one) => ({ ...one, path: [...one.path], says: says.get(one.line) ?? "" }));
}

/** Those whose way begins at an item that stands in no group any more: a rejection may have taken it out of the last one. */
export async function reopenedOutside(reader: CaseReader, viewer: Viewer): Promise<ToReopen[]> {
  demand(viewer, "read");
  const { groups } = await copyCase(reader);
  const grouped = new Set<string>(groups.flatMap(({ items }) => items));
  return (await reopenedJudgements(reader)).filter(({ path }) => !grouped.has(path[0] ?? ""));
}

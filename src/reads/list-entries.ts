/** The custody log: every entry with what bounds its time. */
import { sql } from "kysely";
import type { EntryBody } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { shortCode } from "../core/ledger/ledger-line.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { foldText } from "../views/fold-text.ts";
import type { CaseReader } from "./case-reader.ts";
import { describeEntry } from "./describe-entry.ts";
import { tierDrafts } from "./tiers/tier-drafts.ts";
import { itemId } from "./item-row.ts";

export interface EntriesWanted {
  readonly kind?: string | undefined;
  readonly item?: ItemId | undefined;
  readonly q?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly newestFirst?: boolean | undefined;
}

export interface EntryProof {
  state: "proven-between" | "proven-before" | "proven-after" | "claimed-only";
  before?: string;
  after?: string;
}

export async function listEntries(reader: CaseReader, viewer: Viewer, wanted: EntriesWanted) {
  demand(viewer, "read");
  const { db } = reader.views;
  const { offset = 0, limit = 100, newestFirst = true } = wanted;
  let query = db.selectFrom("entry");
  if (wanted.kind !== undefined) query = query.where("kind", "=", wanted.kind);
  if (wanted.item !== undefined) {
    const number = Number(wanted.item.slice(1));
    query = query.where("seq", "in", db.selectFrom("entry_item").select("seq").where("item", "=", number));
  }
  for (const word of foldText(wanted.q ?? "").split(/\s+/u)) {
    if (word !== "") query = query.where(sql<boolean>`instr(text || ' ' || kind || ' ' || seq, ${word}) > 0`);
  }
  const { total } = await query.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy("seq", newestFirst ? "desc" : "asc")
    .limit(limit)
    .offset(offset)
    .execute();
  const kinds = await db
    .selectFrom("entry")
    .select(["kind as value", sql<number>`count(*)`.as("count")])
    .groupBy("kind")
    .orderBy("kind")
    .execute();
  const stamps = await db
    .selectFrom("timestamp")
    .innerJoin("checkpoint", "checkpoint.digest", "timestamp.checkpoint")
    .select(["timestamp.recorded_seq", "timestamp.gen_time", "checkpoint.seq as covers"])
    .orderBy("timestamp.gen_time")
    .execute();
  const people = new Map((await db.selectFrom("person").selectAll().execute()).map(({ id, name }) => [id, name ?? "name withheld"]));
  const itemsOf = Map.groupBy(
    rows.length === 0
      ? []
      : await db
          .selectFrom("entry_item")
          .selectAll()
          .where(
            "seq",
            "in",
            rows.map((row) => row.seq),
          )
          .orderBy("item")
          .execute(),
    (row) => row.seq,
  );
  const erased = new Set(
    (
      await db
        .selectFrom("entry")
        .select(sql<number>`json_extract(body, '$.data.seq')`.as("seq"))
        .where("kind", "=", "entry.erased")
        .execute()
    ).map(({ seq }) => seq),
  );
  const drafts = await tierDrafts(reader, rows);
  const head = reader.views.head();
  return {
    total,
    offset,
    head:
      head === undefined
        ? { seq: 0, digest: noHead, shortCode: shortCode(noHead) }
        : { seq: head.seq, digest: head.head, shortCode: shortCode(head.head) },
    kinds,
    entries: rows.map((row) => {
      const body = row.body === null ? undefined : (JSON.parse(row.body) as EntryBody);
      return {
        seq: row.seq,
        head: row.head as Digest,
        kind: row.kind === "withheld" && erased.has(row.seq) ? "erased" : row.kind,
        ...(row.at === null ? {} : { at: row.at }),
        clockSteppedBack: row.stepped_back === 1,
        ...(row.by === null ? {} : { by: row.by, byName: people.get(row.by) ?? row.by }),
        items: (itemsOf.get(row.seq) ?? []).map(({ item }) => itemId(item)),
        summary: describeEntry(body, JSON.parse(row.open) as { [digest: string]: Json }, drafts.get(row.seq)),
        signed: row.signed === 1,
        proof: proofOf(row.seq, stamps),
        ...(body === undefined ? {} : { body: body as unknown as Json }),
      };
    }),
  };
}

const noHead: Digest = `sha256:${"0".repeat(64)}`;

/** A token over a head at or past the entry shows that the entry was there by then; a token recorded before it shows that it was not there yet. */
function proofOf(seq: number, stamps: readonly { recorded_seq: number; gen_time: string; covers: number }[]): EntryProof {
  const before = stamps.find((stamp) => stamp.covers >= seq)?.gen_time;
  const after = stamps.findLast((stamp) => stamp.recorded_seq < seq)?.gen_time;
  if (before !== undefined && after !== undefined) return { state: "proven-between", before, after };
  if (before !== undefined) return { state: "proven-before", before };
  if (after !== undefined) return { state: "proven-after", after };
  return { state: "claimed-only" };
}

/** Entries about tiers: a tier says what its last version says; who wrote each segment is gathered over all of them. */
import type { EntryBodyOf } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId } from "../core/key/key.ts";
import { countIds, holdsId, idsOf, type SegmentRanges } from "../core/tier/segment-ranges.ts";
import { type VersionWritten, writersAfter, type WrittenSegment } from "../core/tier/segment-writers.ts";
import { mostSegments, TierDocument, type TierId, type TierSegment, type TierSort } from "../core/tier/tier.ts";
import type { SegmentChange } from "../core/tier/tier-change.ts";
import { tierChanges } from "../core/tier/tier-changes.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { indexText, unindexText } from "./index-text.ts";
import { ofRecord, openedText } from "./project-events.ts";

const tierWritten: Handler<"tier.written"> = async ({ at, by, data }, on) => {
  on.tookId(data.tier);
  ofRecord(on, data.tier);
  const tier = itemNumber(data.tier);
  const item = itemNumber(data.item);
  const line = on.line.head.seq;
  const from = data.from === null ? null : itemNumber(data.from.tier);
  const [held] = on.all<Held>(
    "select item, sort, document, from_tier as source, next_segment as next, withdrawn from tier where id = ?",
    tier,
  );
  const document = await documentOf(on, data);
  const words = document?.segments ?? [];
  const changed = await changedIn(on, data, held, document);
  const values = [data.document, data.language, from, data.from?.version ?? null, JSON.stringify(data.made)];
  on.run(
    `insert or replace into tier_version (tier, version, document, language, from_tier, from_version, made_json, changed, drafts, reason, at, by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[tier, data.version, ...values, changed.count],
    ...[document === undefined ? null : words.filter(({ machine }) => machine !== null).length, openedText(on, data.reason), at, by, line],
  );
  const used = words.reduce((most, { id }) => Math.max(most, id), data.changed.at(-1)?.[1] ?? 0);
  on.run(
    `insert or replace into tier (id, item, sort, version, document, language, from_tier, from_version, made_json, next_segment, at, by, seq, withdrawn)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[tier, item, data.sort, data.version, ...values, Math.max(held?.next ?? 1, used + 1), at, by, line, held?.withdrawn ?? null],
  );
  const before = segmentsBefore(on, tier);
  // Of a version whose words this copy does not hold, who wrote it still counts.
  const segments = document === undefined ? withoutWords(before, data.changed) : words;
  const after = writersAfter(before, { by, made: data.made, line, version: data.version, segments, ...changed });
  takeSegments(on, tier, before, after, words);
  unindexText(on, item, "tier", tier);
  // A tier that was taken back stays so, whatever is written after that.
  if (document !== undefined && (held?.withdrawn ?? null) === null)
    indexText(on, item, null, words.map(({ text }) => text).join("\n"), { sort: "tier", ref: tier });
};

type Written = EntryBodyOf<"tier.written">["data"];

interface Held {
  readonly item: number;
  readonly sort: TierSort;
  readonly document: string;
  readonly source: number | null;
  readonly next: number;
  readonly withdrawn: string | null;
}

/** Undefined where this copy does not hold it, and of one that is of something else than its line says. */
async function documentOf(on: Projecting, { document, item, sort, language }: Written): Promise<TierDocument | undefined> {
  const { data } = TierDocument.safeParse(await on.result(document));
  return data?.item === item && data.sort === sort && data.language === language ? data : undefined;
}

/**
 * What the line says that it changed and what differs, together: whoever signs a line could leave out of it what they changed, and a
 * review of the old words would count for the new ones. Where one of the two documents is not here, everything may be another.
 */
async function changedIn(
  on: Projecting,
  data: Written,
  held: Held | undefined,
  document: TierDocument | undefined,
): Promise<Pick<VersionWritten, "isChanged" | "isReworded"> & { count: number }> {
  const said = (id: number): boolean => holdsId(data.changed, id);
  if (document === undefined) return { isChanged: said, isReworded: said, count: countIds(data.changed) };
  const { data: before } = TierDocument.safeParse(held === undefined ? undefined : await on.result(held.document as Digest));
  const known =
    before !== undefined && held?.item === itemNumber(data.item) && held.sort === data.sort && before.object === document.object;
  if (!known) return { isChanged: () => true, isReworded: () => true, count: document.segments.length };
  const source: TierId | null = held.source === null ? null : `w${held.source}`;
  const changes = tierChanges({ ...before, source }, { ...document, source: data.from?.tier ?? null });
  const differs = new Map(changes.map((change) => [change.id, change]));
  const isChanged = (id: number): boolean => differs.has(id) || said(id);
  const isReworded = (id: number): boolean => rewords(differs.get(id));
  return { isChanged, isReworded, count: document.segments.filter(({ id }) => isChanged(id)).length };
}

function rewords(change: SegmentChange | undefined): boolean {
  if (change?.is !== "changed") return change !== undefined;
  return change.fields.some((field) => field === "words" || field === "time" || field === "alternatives");
}

function segmentsBefore(on: Projecting, tier: number): WrittenSegment[] {
  return on
    .all<{ id: number; startMs: number; endMs: number; writers: string; changedAt: number; changedIn: number }>(
      `select segment as id, start_ms as startMs, end_ms as endMs, writers_json as writers, changed_at as changedAt, changed_in as changedIn
       from tier_segment where tier = ?`,
      tier,
    )
    .map(({ writers, ...rest }) => ({ ...rest, writers: JSON.parse(writers) as PersonId[] }));
}

function withoutWords(before: readonly WrittenSegment[], changed: SegmentRanges): Pick<TierSegment, "id" | "startMs" | "endMs">[] {
  const known = new Set(before.map(({ id }) => id));
  // A line of a stranger may name any stretch: no version has more segments than that.
  const more = countIds(changed) > mostSegments ? [] : [...idsOf(changed)].filter((id) => !known.has(id));
  return [...before, ...more.map((id) => ({ id, startMs: 0, endMs: 0 }))];
}

function takeSegments(
  on: Projecting,
  tier: number,
  before: readonly WrittenSegment[],
  after: readonly WrittenSegment[],
  words: readonly TierSegment[],
): void {
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) on.run("delete from tier_segment where tier = ? and segment = ?", tier, id);
  const held = new Set(before.map(({ id }) => id));
  const said = new Map(words.map((segment) => [segment.id, segment]));
  const line = on.line.head.seq;
  for (const { id, startMs, endMs, writers, changedAt, changedIn } of after) {
    if (held.has(id) && changedAt !== line && said.size > 0) continue;
    const segment = said.get(id);
    on.run(
      `insert or replace into tier_segment (tier, segment, start_ms, end_ms, text, language, machine, suspect, source, writers_json, changed_at, changed_in)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[tier, id, startMs, endMs, segment?.text ?? null, segment?.language ?? null],
      ...[segment?.machine == null ? 0 : 1, (segment?.machine?.suspect.length ?? 0) > 0 ? 1 : 0, segment?.of ?? null],
      ...[JSON.stringify(writers), changedAt, changedIn],
    );
  }
}

const tierReviewed: Handler<"tier.reviewed"> = ({ at, by, data }, on) => {
  ofRecord(on, data.tier);
  ofItemOf(on, data.tier);
  on.run(
    "insert into tier_review (line, tier, version, segments_json, verdict, note, withdrawn, at, by) values (?, ?, ?, ?, ?, ?, null, ?, ?)",
    ...[on.line.head.seq, itemNumber(data.tier), data.version, JSON.stringify(data.segments), data.verdict],
    ...[openedText(on, data.note), at, by],
  );
};

const tierReviewWithdrawn: Handler<"tier.review-withdrawn"> = ({ by, data }, on) => {
  const [review] = on.all<{ tier: number; by: string }>("select tier, by from tier_review where line = ?", data.reviewed);
  if (review !== undefined) {
    ofRecord(on, `w${review.tier}`);
    ofItemOf(on, `w${review.tier}`);
  }
  // Nobody takes back for another what they said, whatever a line says.
  if (review?.by === by) on.run("update tier_review set withdrawn = ? where line = ?", openedText(on, data.reason) ?? "", data.reviewed);
};

const tierWithdrawn: Handler<"tier.withdrawn"> = ({ data }, on) => {
  ofRecord(on, data.tier);
  ofItemOf(on, data.tier);
  const tier = itemNumber(data.tier);
  const [row] = on.all<{ item: number }>("select item from tier where id = ?", tier);
  if (row !== undefined) unindexText(on, row.item, "tier", tier);
  on.run("update tier set withdrawn = ? where id = ?", openedText(on, data.reason) ?? "", tier);
};

/** The line names the tier alone: it stands among those of its item as the line that wrote it does. */
function ofItemOf(on: Projecting, tier: string): void {
  const [row] = on.all<{ item: number }>("select item from tier where id = ?", itemNumber(tier));
  if (row !== undefined) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", row.item, on.line.head.seq);
}

export const projectTiers = {
  "tier.written": tierWritten,
  "tier.reviewed": tierReviewed,
  "tier.review-withdrawn": tierReviewWithdrawn,
  "tier.withdrawn": tierWithdrawn,
};

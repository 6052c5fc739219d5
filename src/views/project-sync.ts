/**
 * Measurings of recordings against each other, sync marks and judgements of pairs. Of each pair the last measuring stands, a refusal
 * too; a measuring whose result is not there counts as none, so that what was found before stands on and the pair can be measured
 * again.
 */
import type { EntryData, Sealed } from "../core/entry/entry.ts";
import { readRecords, RecordsUnreadable } from "../core/json/records-file.ts";
import { ItemPairMeasurement } from "../core/sync/pair-measurement.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

/** 200 stretches and 20 candidates take some 40 KiB. */
const longestPair = 1024 * 1024;

const syncMeasured: Handler<"sync.measured"> = async ({ at, data }, on) => {
  const { seq } = on.line.head;
  const pairs = await pairsOf(data, on);
  if (pairs === undefined) return;
  const { measurer, soundFeatures, pictureFeatures, decoder } = data.versions;
  on.run(
    `insert into sync_run (seq, at, result, measurer, sound_features, picture_features, decoder, unread_json) values (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[seq, at, data.result, measurer, soundFeatures, pictureFeatures, decoder, JSON.stringify(data.unread)],
  );
  for (const { a, b, json } of pairs)
    on.run("insert or replace into sync_pair (a, b, run, json) values (?, ?, ?, ?)", itemNumber(a), itemNumber(b), seq, json);
};

interface PairLine {
  readonly a: string;
  readonly b: string;
  readonly json: string;
}

/** Undefined when the result was erased, is withheld in this copy, or is not what the line promises. */
async function pairsOf(
  { result, items, measured, refused }: EntryData<"sync.measured">,
  on: Projecting,
): Promise<readonly PairLine[] | undefined> {
  const bytes = await on.bytes(result);
  if (bytes === undefined) return undefined;
  const named = new Set<string>(items);
  const found: PairLine[] = [];
  const wanted = { what: "measured pair", schema: ItemPairMeasurement, count: measured + refused, longestLine: longestPair };
  try {
    for await (const some of readRecords(bytes, wanted)) {
      for (const { record } of some) {
        const { a, b, measurement } = record;
        // Pairs that the line does not name would be moved by it unseen.
        if (!named.has(a) || !named.has(b) || itemNumber(a) >= itemNumber(b)) return undefined;
        found.push({ a, b, json: JSON.stringify(measurement) });
      }
      await on.pause();
    }
  } catch (error) {
    if (error instanceof RecordsUnreadable) return undefined;
    throw error;
  }
  return found;
}

const markMade: Handler<"sync-mark.made"> = ({ at, by, data }, on) => {
  const { mark, sort, points, text, reason } = data;
  on.tookId(mark);
  ofRecord(on, mark);
  on.run(
    `insert or replace into sync_mark (id, sort, points_json, text, reason, at, by, seq, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?, null)`,
    ...[itemNumber(mark), sort, JSON.stringify(points), openedText(on, text), openedText(on, reason), at, by, on.line.head.seq],
  );
};

const markWithdrawn: Handler<"sync-mark.withdrawn"> = ({ data }, on) => {
  const id = itemNumber(data.mark);
  ofRecord(on, data.mark);
  // The line names the mark alone: it stands among those of its items as the line that made it does.
  const [row] = on.all<{ points_json: string }>("select points_json from sync_mark where id = ?", id);
  const points = JSON.parse(row?.points_json ?? "[]") as readonly { readonly item: string }[];
  aboutItems(new Set(points.map(({ item }) => itemNumber(item))), on);
  on.run("update sync_mark set withdrawn = ? where id = ?", wordsOf(data.reason, on), id);
};

const pairJudged: Handler<"sync-pair.judged"> = ({ at, by, data }, on) => {
  const { result, verdict, reason } = data;
  const [a = 0, b = 0] = [itemNumber(data.a), itemNumber(data.b)].toSorted((one, other) => one - other);
  const [row] = on.all<{ json: string }>(
    "select p.json from sync_pair p join sync_run r on r.seq = p.run where p.a = ? and p.b = ? and r.result = ?",
    ...[a, b, result],
  );
  on.run(
    "insert into sync_judgement (seq, a, b, result, verdict, reason, judged_json, at, by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, a, b, result, verdict, openedText(on, reason), row?.json ?? null, at, by],
  );
};

const judgementWithdrawn: Handler<"sync-pair.judgement-withdrawn"> = ({ data: { judged, reason } }, on) => {
  for (const { a, b } of on.all<{ a: number; b: number }>("select a, b from sync_judgement where seq = ?", judged))
    aboutItems(new Set([a, b]), on);
  on.run("update sync_judgement set withdrawn = ? where seq = ?", wordsOf(reason, on), judged);
};

/** Why it was taken back; "" where this copy withholds the words, since null says that it stands. */
function wordsOf(reason: Sealed, on: Projecting): string {
  return openedText(on, reason) ?? "";
}

function aboutItems(items: ReadonlySet<number>, on: Projecting): void {
  for (const item of items) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, on.line.head.seq);
}

export const projectSync = {
  "sync.measured": syncMeasured,
  "sync-mark.made": markMade,
  "sync-mark.withdrawn": markWithdrawn,
  "sync-pair.judged": pairJudged,
  "sync-pair.judgement-withdrawn": judgementWithdrawn,
};

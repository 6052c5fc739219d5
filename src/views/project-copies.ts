/**
 * Comparisons of prints and what people decided of them. A comparison whose result is not there counts as none, so that it is
 * made again; a pair that a later comparison of both does not find any more is gone from the tables, and stays in the ledger.
 */
import { Reopening, type Reopens } from "../core/copies/reopening.ts";
import { PairComparison } from "../core/copies/segment-match.ts";
import type { EntryData, Sealed } from "../core/entry/entry.ts";
import { readRecords, RecordsUnreadable } from "../core/json/records-file.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { openedText } from "./project-events.ts";

/** A pair of two long compilations is long; no honest one comes near. */
const longestPair = 16 * 1024 * 1024;

const copiesCompared: Handler<"copies.compared"> = async ({ data }, on) => {
  const pairs = await pairsOf(data, on);
  if (pairs === undefined) return;
  const { seq } = on.line.head;
  const { framePrint, soundPrint, matcher } = data.versions;
  for (const item of data.items) {
    on.run(
      "insert or replace into copy_compared (item, frame_print, sound_print, matcher, seq) values (?, ?, ?, ?, ?)",
      ...[itemNumber(item), framePrint, soundPrint, matcher, seq],
    );
  }
  for (const item of data.items) removeEarlierPairs(itemNumber(item), data.versions, on);
  for (const { record, json } of pairs) {
    const { a, b, picture, sound } = record;
    on.run("delete from copy_pair where (a = ? and b = ?) or (a = ? and b = ?)", a, b, b, a);
    on.run(
      "insert into copy_pair (a, b, result, seq, json, picture, sound) values (?, ?, ?, ?, ?, ?, ?)",
      ...[a, b, data.result, seq, json, segmentsOf(picture), segmentsOf(sound)],
    );
  }
};

function segmentsOf(channel: PairComparison["picture"] | PairComparison["sound"]): number {
  return channel.state === "compared" ? channel.segments.length : 0;
}

type PairLine = { readonly record: PairComparison; readonly json: string };

/** Undefined when the result was erased, is withheld in this copy, or is not what the line promises. */
async function pairsOf({ result, pairs }: EntryData<"copies.compared">, on: Projecting): Promise<PairLine[] | undefined> {
  const found: PairLine[] = [];
  if (result === null) return found;
  const bytes = await on.bytes(result);
  if (bytes === undefined) return undefined;
  const wanted = { what: "pair comparison", schema: PairComparison, count: pairs, longestLine: longestPair };
  try {
    for await (const some of readRecords(bytes, wanted)) {
      found.push(...some);
      await on.pause();
    }
  } catch (error) {
    if (error instanceof RecordsUnreadable) return undefined;
    throw error;
  }
  return found;
}

/** Pairs of this item with what was compared by the same versions: the line's own result says what is left of them. */
function removeEarlierPairs(
  item: number,
  { framePrint, soundPrint, matcher }: EntryData<"copies.compared">["versions"],
  on: Projecting,
): void {
  for (const [side, other] of [["a", "b"] as const, ["b", "a"] as const]) {
    on.run(
      `delete from copy_pair where ${side} = (select object from item where number = ?) and seq < ?
       and ${other} in (select i.object from item i join copy_compared c on c.item = i.number
        where c.frame_print = ? and c.sound_print = ? and c.matcher = ?)`,
      ...[item, on.line.head.seq, framePrint, soundPrint, matcher],
    );
  }
}

const matchJudged: Handler<"match.judged"> = async ({ at, by, data }, on) => {
  const { a, b, result, part, verdict, reason } = data;
  on.run(
    "insert into match_judgement (seq, a, b, result, part_json, verdict, reason, at, by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(a), itemNumber(b), result, JSON.stringify(part), verdict, openedText(on, reason), at, by],
  );
  await takeReopened(data.reopens, on);
};

const matchJudgementWithdrawn: Handler<"match.judgement-withdrawn"> = async ({ data }, on) => {
  for (const { a, b } of on.all<{ a: number; b: number }>("select a, b from match_judgement where seq = ?", data.judged))
    aboutItems([a, b], on);
  takenBack("match_judgement", data, on);
  await takeReopened(data.reopens, on);
};

const uploadJudged: Handler<"upload.judged"> = async ({ at, by, data }, on) => {
  const { item, claim, verdict, reason } = data;
  on.run(
    "insert into upload_judgement (seq, item, by_json, claim_json, verdict, reason, at, by) values (?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(item), JSON.stringify(data.by), claimJson(claim, on), verdict, openedText(on, reason), at, by],
  );
  await takeReopened(data.reopens, on);
};

const uploadJudgementWithdrawn: Handler<"upload.judgement-withdrawn"> = async ({ data }, on) => {
  for (const { item } of on.all<{ item: number }>("select item from upload_judgement where seq = ?", data.judged)) aboutItems([item], on);
  takenBack("upload_judgement", data, on);
  await takeReopened(data.reopens, on);
};

function takenBack(
  table: "match_judgement" | "upload_judgement",
  { judged, reason }: { readonly judged: number; readonly reason: Sealed },
  on: Projecting,
): void {
  on.run(`update ${table} set withdrawn = ?, withdrawn_seq = ? where seq = ?`, openedText(on, reason) ?? "", on.line.head.seq, judged);
}

const firstUploadMoved: Handler<"first-upload.moved"> = async ({ at, data }, on) => {
  const { item, to, from, reopens } = data;
  const found = await takeReopened(reopens, on);
  const before = from === null ? null : { item: from.item, by: from.by, claim: on.opened(from.claim) ?? "withheld" };
  const group = found === undefined ? null : { members: found.members, matches: found.matches };
  on.run(
    "insert into first_upload (seq, item, to_item, to_by_json, to_claim_json, to_edited_json, from_json, group_json, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ...[on.line.head.seq, itemNumber(item), itemNumber(to.item), JSON.stringify(to.by), claimJson(to.claim, on)],
    to.edited === null ? null : claimJson(to.edited, on),
    ...[before === null ? null : JSON.stringify(before), group === null ? null : JSON.stringify(group), at],
  );
  aboutItems((found?.members ?? []).map(itemNumber), on);
};

function claimJson(sealed: Sealed, on: Projecting): string | null {
  const claim = on.opened(sealed);
  return claim === undefined ? null : JSON.stringify(claim);
}

async function takeReopened(reopens: Reopens | null, on: Projecting): Promise<Reopening | undefined> {
  if (reopens === null) return undefined;
  const found = Reopening.safeParse(await on.result(reopens.list)).data;
  for (const judgement of found?.judgements ?? []) {
    on.run(
      "insert or ignore into reopened (cause, line, json) values (?, ?, ?)",
      ...[on.line.head.seq, judgement.line, JSON.stringify(judgement)],
    );
  }
  return found;
}

const judgementsKept: Handler<"judgements.kept"> = ({ at, by, data }, on) => {
  for (const line of data.lines) {
    on.run(
      "insert or ignore into kept_judgement (seq, line, reason, at, by) values (?, ?, ?, ?, ?)",
      ...[on.line.head.seq, line, openedText(on, data.reason), at, by],
    );
  }
};

function aboutItems(items: readonly number[], on: Projecting): void {
  for (const item of items) on.run("insert or ignore into entry_item (item, seq) values (?, ?)", item, on.line.head.seq);
}

export const projectCopies = {
  "copies.compared": copiesCompared,
  "match.judged": matchJudged,
  "match.judgement-withdrawn": matchJudgementWithdrawn,
  "upload.judged": uploadJudged,
  "upload.judgement-withdrawn": uploadJudgementWithdrawn,
  "first-upload.moved": firstUploadMoved,
  "judgements.kept": judgementsKept,
};

/**
 * Judgements that rest on items: what people stated of them, what they bear on and what was stated of that, matches and times of
 * posting that were judged, and grades of sources that gave or posted them. Each with the way from the item to it, one step of
 * linked events included; what lies further off is reached from there.
 */
import type { ReopenedJudgement } from "../../core/copies/reopening.ts";
import type { ItemId } from "../../core/item/item.ts";
import { compareInstants } from "../../core/time/compare-instants.ts";
import { TimeClaim, type UtcInstant } from "../../core/time/time-claim.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";

type Db = CaseReader["views"]["db"];

/** `bound`: against which times are held; null where there is none. */
export async function restingJudgements(
  { views: { db } }: CaseReader,
  items: readonly ItemId[],
  bound: UtcInstant | null,
): Promise<ReopenedJudgement[]> {
  const found = new Map<string, ReopenedJudgement>();
  const add = (judgement: ReopenedJudgement) => {
    // The shortest way to it is the one that is told.
    const key = `${judgement.line} ${judgement.record}`;
    if ((found.get(key)?.path.length ?? Infinity) > judgement.path.length) found.set(key, judgement);
  };
  for (let at = 0; at < items.length; at += 500) {
    const some = items.slice(at, at + 500);
    await statedOf(db, new Map(some.map((item) => [item, [item]])), bound, add);
    await throughBearings(db, some, bound, add);
    await judged(db, some, add);
    await grades(db, some, add);
  }
  return [...found.values()].toSorted((one, other) => one.line - other.line || (one.record < other.record ? -1 : 1));
}

type Add = (judgement: ReopenedJudgement) => void;
/** Records with the way to each. */
type Ways = ReadonlyMap<string, readonly string[]>;

/** Times and places stated of records. A candidate is no judgement yet. */
async function statedOf(db: Db, ways: Ways, bound: UtcInstant | null, add: Add): Promise<void> {
  for (const [table, letter, sort] of [
    ["time_statement", "t", "time-stated"],
    ["place_statement", "p", "place-stated"],
  ] as const) {
    const rows = await db
      .selectFrom(table)
      .select(["id", "about", "claim_json", "seq"])
      .where("about", "in", [...ways.keys()])
      .where("standing", "!=", "candidate")
      .execute();
    for (const { id, about, claim_json, seq } of rows) {
      const record = `${letter}${id}`;
      const againstBound = sort === "time-stated" ? heldAgainst(claim_json, bound) : "cannot-be-told";
      add({ line: seq, record, sort, path: [...(ways.get(about) ?? []), record], againstBound });
    }
  }
}

/** Whether a stated time allows times after the bound. */
function heldAgainst(claimJson: string | null, bound: UtcInstant | null): ReopenedJudgement["againstBound"] {
  const claim = claimJson === null ? undefined : TimeClaim.safeParse(JSON.parse(claimJson)).data;
  if (claim === undefined || bound === null) return "cannot-be-told";
  return compareInstants(claim.latest, bound) > 0 ? "later-than-bound" : "within";
}

async function throughBearings(db: Db, items: readonly ItemId[], bound: UtcInstant | null, add: Add): Promise<void> {
  const rows = await db
    .selectFrom("bearing")
    .select(["id", "item", "on_record", "seq"])
    .where("item", "in", items.map(numberOf))
    .where("withdrawn", "is", null)
    .orderBy("id")
    .execute();
  const ways = new Map<string, readonly string[]>();
  for (const { id, item, on_record, seq } of rows) {
    const path = [itemId(item), `b${id}`];
    add({ line: seq, record: `b${id}`, sort: "bearing-stated", path, againstBound: "cannot-be-told" });
    if (!ways.has(on_record)) ways.set(on_record, [...path, on_record]);
  }
  for (const [record, path] of await linkedEvents(db, ways)) if (!ways.has(record)) ways.set(record, path);
  await described(db, ways, bound, add);
  await statedOf(db, ways, bound, add);
}

async function linkedEvents(db: Db, ways: Ways): Promise<[string, readonly string[]][]> {
  const events = [...ways.keys()].filter((record) => record.startsWith("e")).map(numberOf);
  const rows = await db
    .selectFrom("event_link")
    .select(["id", "from_event", "to_event"])
    .where("unlinked", "is", null)
    .where((eb) => eb.or([eb("from_event", "in", events), eb("to_event", "in", events)]))
    .orderBy("id")
    .execute();
  return rows.flatMap(({ id, from_event, to_event }) =>
    [[`e${from_event}`, `e${to_event}`] as const, [`e${to_event}`, `e${from_event}`] as const].flatMap(
      ([from, to]): [string, readonly string[]][] => {
        const path = ways.get(from);
        return path === undefined ? [] : [[to, [...path, `l${id}`, to]]];
      },
    ),
  );
}

async function described(db: Db, ways: Ways, bound: UtcInstant | null, add: Add): Promise<void> {
  const ids = (letter: string) => [...ways.keys()].filter((record) => record.startsWith(letter)).map(numberOf);
  const events = await db
    .selectFrom("event")
    .select(["id", "seq", "time_json"])
    .where("id", "in", ids("e"))
    .where("withdrawn", "is", null)
    .execute();
  for (const { id, seq, time_json } of events) {
    const record = `e${id}`;
    add({ line: seq, record, sort: "event-described", path: [...(ways.get(record) ?? [])], againstBound: heldAgainst(time_json, bound) });
  }
  const hypotheses = await db.selectFrom("hypothesis").select(["id", "seq"]).where("id", "in", ids("h")).execute();
  for (const { id, seq } of hypotheses) {
    const record = `h${id}`;
    const path = [...(ways.get(record) ?? [])];
    add({ line: seq, record, sort: "hypothesis-described", path, againstBound: "cannot-be-told" });
  }
}

async function judged(db: Db, items: readonly ItemId[], add: Add): Promise<void> {
  const numbers = items.map(numberOf);
  const within = new Set<number>(numbers);
  const matches = await db
    .selectFrom("match_judgement")
    .select(["seq", "a", "b"])
    .where("withdrawn", "is", null)
    .where("verdict", "!=", "noted")
    .where((eb) => eb.or([eb("a", "in", numbers), eb("b", "in", numbers)]))
    .execute();
  for (const { seq, a, b } of matches) {
    const [from, to] = within.has(a) ? [a, b] : [b, a];
    add({
      line: seq,
      record: `line ${seq}`,
      sort: "match-judged",
      path: [itemId(from), itemId(to)],
      againstBound: "cannot-be-told",
    });
  }
  const uploads = await db
    .selectFrom("upload_judgement")
    .select(["seq", "item"])
    .where("withdrawn", "is", null)
    .where("item", "in", numbers)
    .execute();
  for (const { seq, item } of uploads) {
    add({ line: seq, record: `line ${seq}`, sort: "upload-judged", path: [itemId(item)], againstBound: "cannot-be-told" });
  }
}

/** The grade in force of each source that stands to the item in some way. */
async function grades(db: Db, items: readonly ItemId[], add: Add): Promise<void> {
  const rows = await db
    .selectFrom("attribution")
    .leftJoin("account", "account.id", "attribution.account")
    .select(["attribution.item", "attribution.account", "attribution.source", "account.source as of_account"])
    .where("attribution.item", "in", items.map(numberOf))
    .where("standing", "=", "stated")
    .execute();
  const ways = new Map<number, readonly string[]>();
  for (const { item, account, source, of_account } of rows) {
    if (source !== 0) ways.set(source, [itemId(item), `s${source}`]);
    else if (of_account !== null && !ways.has(of_account)) ways.set(of_account, [itemId(item), `a${account}`, `s${of_account}`]);
  }
  const graded = await db
    .selectFrom("source_grade")
    .select(["source", (eb) => eb.fn.max<number>("seq").as("seq")])
    .where("source", "in", [...ways.keys()])
    .groupBy("source")
    .execute();
  for (const { source, seq } of graded) {
    const path = [...(ways.get(source) ?? [])];
    add({ line: seq, record: `s${source}`, sort: "source-graded", path, againstBound: "cannot-be-told" });
  }
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** What search filters by, in typed arrays by item number, as the head of the ledger has it. A list of a million rows is gone through in milliseconds so. */
import { sql } from "kysely";
import { GraphicLevel, TriageState } from "../core/item/item.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import type { CaseReader } from "./case-reader.ts";

export interface SearchFacts {
  /** Places in `kindNames`, in the levels and states of the domain, in `sourceNames`; by item number. */
  readonly kinds: Uint8Array;
  readonly levels: Uint8Array;
  readonly triages: Uint8Array;
  readonly sources: Uint32Array;
  /** Seconds since 1970 that the item was posted, at the earliest and latest; NaN when unknown. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly kindNames: string[];
  readonly sourceNames: string[];
  /** Place in `sourceNames` of a channel of an export: `${item} ${channel}`. */
  readonly channels: ReadonlyMap<string, number>;
}

export const levelNames = GraphicLevel.options;
export const triageNames = TriageState.options;
export const unknownSource = "unknown";

interface Kept {
  seq: number;
  facts: SearchFacts;
  names: { readonly kinds: Map<string, number>; readonly sources: Map<string, number> };
}

const kept = new WeakMap<object, Promise<Kept>>();
/** More new lines than this, and everything is read again. */
const fewLines = 500;

export function searchFacts(reader: CaseReader): Promise<SearchFacts> {
  const seq = reader.views.head()?.seq ?? 0;
  const before = kept.get(reader.views);
  const now = before === undefined ? readAll(reader, seq) : before.then((facts) => upToDate(reader, facts, seq));
  kept.set(reader.views, now);
  // A read that failed is done anew.
  now.catch(() => kept.delete(reader.views));
  return now.then(({ facts }) => facts);
}

async function upToDate(reader: CaseReader, before: Kept, seq: number): Promise<Kept> {
  if (before.seq === seq) return before;
  const { db } = reader.views;
  if (seq < before.seq || seq - before.seq > fewLines) return readAll(reader, seq);
  const reading = await db
    .selectFrom("entry")
    .select("seq")
    .where("seq", ">", before.seq)
    .where("kind", "in", ["analysis.recorded", "withheld"])
    .limit(1)
    .executeTakeFirst();
  const items = await db.selectFrom("entry_item").select("item").distinct().where("seq", ">", before.seq).execute();
  // What a reading says may touch any item; and arrays have the length they have.
  if (reading !== undefined || items.some(({ item }) => item >= before.facts.kinds.length)) return readAll(reader, seq);
  const rows = await itemRows(
    reader,
    items.map(({ item }) => item),
  );
  for (const row of rows) put(before, row);
  return { ...before, seq };
}

async function readAll(reader: CaseReader, seq: number): Promise<Kept> {
  const rows = await itemRows(reader);
  const room = (rows.at(-1)?.number ?? 0) + 1 + fewLines;
  const facts = {
    kinds: new Uint8Array(room),
    levels: new Uint8Array(room),
    triages: new Uint8Array(room),
    sources: new Uint32Array(room),
    earliest: new Float64Array(room).fill(NaN),
    latest: new Float64Array(room).fill(NaN),
    kindNames: [],
    sourceNames: [unknownSource],
    channels: new Map<string, number>(),
  } satisfies SearchFacts;
  const all: Kept = { seq, facts, names: { kinds: new Map(), sources: new Map([[unknownSource, 0]]) } };
  for (const row of rows) put(all, row);
  const channels = await reader.views.db.selectFrom("channel").select(["export_item", "id", "name"]).execute();
  for (const { export_item, id, name } of channels) {
    facts.channels.set(`${export_item} ${id}`, numberOf(all.names.sources, all.facts.sourceNames, name));
  }
  return all;
}

interface Row {
  readonly number: number;
  readonly kind: string;
  readonly level: GraphicLevel;
  readonly triage: TriageState;
  readonly source: string | null;
  readonly posted_json: string | null;
}

async function itemRows(reader: CaseReader, only?: readonly number[]): Promise<Row[]> {
  const rows = reader.views.db.selectFrom("item").select(["number", "kind", "level", "triage", "source", "posted_json"]).orderBy("number");
  if (only === undefined) return rows.execute();
  return rows.where(sql<boolean>`number in (select value from json_each(${JSON.stringify(only)}))`).execute();
}

function put({ facts, names }: Kept, { number, kind, level, triage, source, posted_json }: Row): void {
  facts.kinds[number] = numberOf(names.kinds, facts.kindNames, kind);
  facts.levels[number] = levelNames.indexOf(level);
  facts.triages[number] = triageNames.indexOf(triage);
  facts.sources[number] = source === null ? 0 : numberOf(names.sources, facts.sourceNames, source);
  const posted = posted_json === null ? undefined : (JSON.parse(posted_json) as TimeClaim);
  facts.earliest[number] = secondsOf(posted?.earliest);
  facts.latest[number] = secondsOf(posted?.latest);
}

export const secondsOf = (instant: string | undefined): number => (instant === undefined ? NaN : Date.parse(instant) / 1000);

function numberOf(known: Map<string, number>, names: string[], name: string): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, names.push(name) - 1);
  return names.length - 1;
}

/** What lists show for a record that another names: a claim's quote, an event's title, an item's name; and whether it was taken back. */
import type { CaseReader } from "../case-reader.ts";

export interface RecordWords {
  readonly says: string;
  readonly withdrawn: boolean;
}

/** A record that is not there says its id. */
export async function recordWords({ views: { db } }: CaseReader): Promise<(record: string) => RecordWords> {
  const claims = await db.selectFrom("claim").select(["id", "quote", "withdrawn"]).execute();
  const events = await db.selectFrom("event").select(["id", "title", "withdrawn"]).execute();
  const named = await db
    .selectFrom("item")
    .select(["number", "name"])
    .where("number", "in", itemsAtEnds(await db.selectFrom("derivation").select(["derived", "from_end"]).execute()))
    .execute();
  const words = new Map<string, RecordWords>([
    ...claims.map(({ id, quote, withdrawn }) => [`k${id}`, { says: quote ?? "withheld", withdrawn: withdrawn !== null }] as const),
    ...events.map(({ id, title, withdrawn }) => [`e${id}`, { says: title ?? "withheld", withdrawn: withdrawn !== null }] as const),
    ...named.map(({ number, name }) => [`i${number}`, { says: name ?? "name withheld", withdrawn: false }] as const),
  ]);
  return (record) => words.get(record) ?? { says: record, withdrawn: false };
}

function itemsAtEnds(derivations: readonly { derived: string; from_end: string }[]): number[] {
  const ends = derivations.flatMap(({ derived, from_end }) => [derived, from_end]);
  return [...new Set(ends.filter((end) => end.startsWith("i")).map((end) => Number(end.slice(1))))];
}

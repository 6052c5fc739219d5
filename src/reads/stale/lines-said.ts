/** What lines say, in a sentence each. */
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { CaseReader } from "../case-reader.ts";
import { describeEntry } from "../describe-entry.ts";

export async function linesSaid({ views: { db } }: CaseReader, wanted: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const says = new Map<number, string>();
  const lines = [...new Set(wanted)];
  for (let at = 0; at < lines.length; at += 500) {
    const rows = await db
      .selectFrom("entry")
      .select(["seq", "body", "open"])
      .where("seq", "in", lines.slice(at, at + 500))
      .execute();
    for (const { seq, body, open } of rows) {
      const words = body === null ? undefined : (JSON.parse(body) as EntryBody);
      says.set(seq, describeEntry(words, JSON.parse(open) as { readonly [digest: string]: Json }));
    }
  }
  return says;
}

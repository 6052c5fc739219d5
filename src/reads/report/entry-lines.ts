/** Lines of the ledger by kind, with what their seals say in this copy: what a report is made from. */
import type { EntryBodyOf, EntryKind, Sealed } from "../../core/entry/entry.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { CaseReader } from "../case-reader.ts";

export type ReadLine<K extends EntryKind> = {
  [Kind in K]: {
    readonly seq: number;
    readonly kind: Kind;
    readonly at: string;
    readonly by: string;
    readonly data: EntryBodyOf<Kind>["data"];
    /** Undefined where this copy withholds it. */
    opened(sealed: Sealed): Json | undefined;
    /** The same as words; "(withheld)" where it is. */
    said(sealed: Sealed | null): string;
  };
}[K];

/** Oldest first; lines whose words are gone are passed over. */
export async function linesOfKinds<K extends EntryKind>({ views: { db } }: CaseReader, kinds: readonly K[]): Promise<ReadLine<K>[]> {
  const rows = await db
    .selectFrom("entry")
    .select(["seq", "kind", "at", "by", "body", "open"])
    .where("kind", "in", kinds)
    .where("body", "is not", null)
    .orderBy("seq")
    .execute();
  return rows.map((row) => readLineRow(row));
}

export interface LineRow {
  readonly seq: number;
  readonly kind: string;
  readonly at: string | null;
  readonly by: string | null;
  readonly body: string | null;
  readonly open: string;
}

/** Of a row whose words are here. */
export function readLineRow<K extends EntryKind>({ seq, kind, at, by, body, open }: LineRow): ReadLine<K> {
  const values = JSON.parse(open) as { [digest: string]: Json };
  const opened = ({ sealed }: Sealed): Json | undefined => values[sealed];
  return {
    ...{ seq, kind, at: at ?? "", by: by ?? "", opened },
    data: (JSON.parse(body as string) as EntryBodyOf<K>).data,
    said: (sealed: Sealed | null) => (sealed === null ? "" : String(opened(sealed) ?? "(withheld)")),
  } as unknown as ReadLine<K>;
}

/** The card of a record by the lines about it: the last one in words, and whether that took it back. Serves every sort that keeps a history. */
import { sql } from "kysely";
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { RecordName } from "../../core/review/ground.ts";
import { type RecordSort, sortOfRecord } from "../../core/review/record-sort.ts";
import { describeEntry } from "../describe-entry.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import type { CardBody, CardReader } from "./card-readers.ts";
import { makingKinds } from "./making-kinds.ts";

export function cardFromLines(sort: RecordSort): CardReader {
  return async (reader, names) => {
    const found: [RecordName, CardBody][] = [];
    for (const [record, lines] of await linesOf(reader, names)) {
      const made = lines.findLast((line) => makes(line, record));
      if (made === undefined) continue;
      const last = lines.findLast((line) => line.seq > made.seq && tookBack(line, record));
      const items = await reader.views.db.selectFrom("entry_item").select("item").where("seq", "=", made.seq).execute();
      const [item] = items;
      found.push([
        record,
        {
          title: describeEntry(bodyOf(made), JSON.parse(made.open) as { [digest: string]: Json }),
          seq: made.seq,
          withdrawn: last === undefined ? null : reasonIn(last),
          address: addressOf(sort, record, made.seq, item?.item),
          ...(items.length === 1 && item !== undefined ? { item: itemId(item.item) } : {}),
        },
      ]);
    }
    return found;
  };
}

interface Line {
  readonly seq: number;
  readonly kind: string;
  readonly body: string | null;
  readonly open: string;
}

/** Lines about each, oldest first. A sort that keeps no history is found by the lines that make it. */
async function linesOf({ views: { db } }: CaseReader, names: readonly RecordName[]): Promise<Map<RecordName, Line[]>> {
  const told = await db
    .selectFrom("entry_record")
    .innerJoin("entry", "entry.seq", "entry_record.seq")
    .select(["entry_record.record", "entry.seq", "entry.kind", "entry.body", "entry.open"])
    .where("entry_record.record", "in", names)
    .orderBy("entry.seq")
    .execute();
  const lines = Map.groupBy(told, (row) => row.record) as Map<RecordName, Line[]>;
  for (const name of names) {
    if (lines.has(name)) continue;
    const sort = sortOfRecord(name);
    const kinds = Object.entries(makingKinds).filter(([, making]) => making?.sort === sort);
    for (const [kind, making] of kinds) {
      const rows = await db
        .selectFrom("entry")
        .select(["seq", "kind", "body", "open"])
        .where("kind", "=", kind)
        .where(sql<string>`json_extract(body, ${`$.data.${making?.field}`})`, "=", name)
        .orderBy("seq")
        .execute();
      if (rows.length > 0) lines.set(name, rows);
    }
  }
  return lines;
}

function bodyOf({ body }: Line): EntryBody | undefined {
  return (JSON.parse(body ?? "null") as EntryBody | null) ?? undefined;
}

function makes(line: Line, record: RecordName): boolean {
  const making = makingKinds[line.kind];
  return making !== undefined && (bodyOf(line)?.data as { [field: string]: unknown } | undefined)?.[making.field] === record;
}

/** A line that takes something back names, first of its data, what it takes back. */
function tookBack(line: Line, record: RecordName): boolean {
  return /withdrawn$|\.ended$|\.unlinked$/.test(line.kind) && Object.values(bodyOf(line)?.data ?? {})[0] === record;
}

function reasonIn({ body, open }: Line): string {
  const { data } = JSON.parse(body ?? '{"data":{}}') as { data: { reason?: { sealed: string } | string | null } };
  const { reason } = data;
  if (typeof reason === "string") return reason;
  const words = reason == null ? undefined : (JSON.parse(open) as { [digest: string]: Json })[reason.sealed];
  return typeof words === "string" ? words : "withheld";
}

function addressOf(sort: RecordSort, record: RecordName, line: number, item: number | undefined): string {
  switch (sort) {
    case "question":
    case "finding":
      return `/review/${record}`;
    case "blind":
      return `/blind/${record}`;
    case "subject":
    case "vehicle":
    case "sceneThing":
    case "scenePair":
    case "elementSheet":
      return `/subjects/${record}`;
    case "edition":
      return `/handover/${record}`;
    case "task":
    case "comment":
      return "/work";
    case "account":
      return `/sources/${record}`;
    case "identification":
      return "/claims?part=identifications";
    case "derivation":
      return "/claims?part=derivations";
    case "redaction":
      return item === undefined ? `/custody/${line}` : `/redact/i${item}`;
    default:
      return `/custody/${line}`;
  }
}

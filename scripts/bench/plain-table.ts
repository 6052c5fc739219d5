/** The same items in one plain SQLite table, made without any check: what a user's own script would do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Digest, objectPathOf } from "../../src/core/hash/digest.ts";
import { startClock, type Took } from "./measure.ts";

export interface PlainTable {
  /** Reads the case's ledger, and the kinds of its items from the results that the lines name. */
  load(casePath: string): Took;
  /** Reading and parsing alone. */
  readLedger(ledger: string): Took;
  page(): unknown[];
  search(word: string): unknown[];
  ofKind(kind: string): unknown[];
  bySize(offset: number): unknown[];
  close(): void;
}

interface PlainLine {
  readonly body: {
    readonly kind: string;
    readonly data: { item?: string; name?: { sealed: string }; text?: { sealed: string }; size?: number; outcome?: { result: string } };
  };
  readonly open: Readonly<Record<string, { value: unknown }>>;
}

const linesOf = (ledger: string) =>
  readFileSync(ledger, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as PlainLine);

const pathOf = (name: { value: unknown } | undefined) => (name?.value as { path: string } | undefined)?.path ?? "";

export function openPlainTable(file: string): PlainTable {
  const db = new DatabaseSync(file);
  db.exec("create table item(number integer primary key, name text, note text, size integer, kind text)");

  function insert(lines: readonly PlainLine[], casePath: string): void {
    db.exec("begin");
    const add = db.prepare("insert into item(number, name, size) values (?, ?, ?)");
    const note = db.prepare("update item set note = ? where number = ?");
    const setKind = db.prepare("update item set kind = ? where number = ?");
    const kinds = new Map<string, string>();
    const kindIn = (result: string) => {
      const known =
        kinds.get(result) ??
        (JSON.parse(readFileSync(join(casePath, "objects", objectPathOf(Digest.parse(result))), "utf8")) as { kind: string }).kind;
      kinds.set(result, known);
      return known;
    };
    for (const { body, open } of lines) {
      const { item = "i0", name, text, size = 0, outcome } = body.data;
      const number = Number(item.slice(1));
      if (body.kind === "item.collected") add.run(number, pathOf(open[name?.sealed ?? ""]), size);
      else if (body.kind === "analysis.recorded") setKind.run(kindIn(outcome?.result ?? ""), number);
      else if (body.kind === "note.written") note.run(open[text?.sealed ?? ""]?.value as string, number);
    }
    db.exec("create index item_kind on item(kind); create index item_size on item(size); commit");
  }

  const both = (counting: string, wanted: string, ...values: (string | number)[]) => [
    ...db.prepare(counting).all(...values),
    ...db.prepare(wanted).all(...values),
  ];
  return {
    load(casePath) {
      const stop = startClock();
      insert(linesOf(join(casePath, "ledger.jsonl")), casePath);
      return withoutPeak(stop());
    },
    readLedger(ledger) {
      const stop = startClock();
      linesOf(ledger);
      return withoutPeak(stop());
    },
    page: () => both("select count(*) from item", "select * from item order by number limit 100"),
    search(word) {
      const where = "from item where name like '%' || ? || '%' or note like '%' || ?1 || '%'";
      return both(`select count(*) ${where}`, `select * ${where} order by number limit 100`, word);
    },
    ofKind: (kind) => both("select count(*) from item where kind = ?", "select * from item where kind = ? order by number limit 100", kind),
    bySize: (offset) => [
      ...db.prepare("select count(*) from item").all(),
      ...db.prepare("select * from item order by size limit 100 offset ?").all(offset),
    ],
    close: () => db.close(),
  };
}

/** The memory of this process is not the table's. */
const withoutPeak = ({ wallS, cpuS }: Took): Took => ({ wallS, cpuS });

/** Which sign parts the cells of a text: the one that gives most of its first records the same number of cells. */
import { createCsvReader } from "./csv-records.ts";

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

export interface Dialect {
  readonly delimiter: Delimiter;
  /** Cells of the records that agree. */
  readonly columns: number;
  /** How many of the first records have that many, between 0 and 1. */
  readonly agreement: number;
  readonly records: readonly (readonly string[])[];
  /** A first line `sep=;`, which spreadsheets read as an order and not as a row. */
  readonly declared: boolean;
}

/** Records looked at. */
const mostRecords = 200;
const limits = { cell: 32 * 1024, cellsPerRecord: 2000, unitsPerRecord: 64 * 1024 };

/** `head`: the beginning of the text; `whole` when it is all of it. Undefined when nothing parts it into cells. */
export function findDialect(head: string, whole: boolean): Dialect | undefined {
  const declared = /^sep=([,;\t|])(?:\r\n|\r|\n)/i.exec(head);
  const text = declared === null ? head : head.slice(declared[0].length);
  const tried = (declared === null ? delimiters : [declared[1] as Delimiter]).map((delimiter) => tryDelimiter(text, delimiter, whole));
  const [best] = tried.toSorted((a, b) => score(b) - score(a));
  if (best === undefined || (declared === null && best.columns < 2)) return undefined;
  return { ...best, declared: declared !== null };
}

/** More cells say more, as long as the records agree. */
function score({ columns, agreement }: Omit<Dialect, "declared">): number {
  return columns < 2 ? 0 : agreement * agreement * Math.log2(columns + 1);
}

function tryDelimiter(text: string, delimiter: Delimiter, whole: boolean): Omit<Dialect, "declared"> {
  const records: (readonly string[])[] = [];
  let stopped = false;
  const reader = createCsvReader(
    delimiter,
    ({ cells }) => {
      if (records.length >= mostRecords) stopped = true;
      else if (cells.some((cell) => cell.trim() !== "")) records.push(cells);
    },
    limits,
  );
  reader.push(text);
  if (whole && !stopped) reader.end();
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns, often] = [...counts].toSorted(([a, x], [b, y]) => y - x || b - a)[0] ?? [0, 0];
  return { delimiter, columns, agreement: records.length === 0 ? 0 : often / records.length, records };
}

/** A ground of a statement, as both faces of verifying say it: the record, its line, and the moment that shows it. */
import { stretchCode } from "../core/report/report-words.ts";
import type { EditionReport } from "./report.ts";

export function groundWords({ record, line, item, fromS, toS, withheld }: EditionReport["findings"][number]["rests"][number]): string {
  const moment = fromS === null || toS === null ? "" : ` at ${stretchCode({ fromS, toS })}`;
  return `${record} (line ${line}${withheld ? ", withheld here" : ""})${item === null ? "" : `: ${item}${moment}`}`;
}

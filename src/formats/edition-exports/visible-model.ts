/**
 * A report whose words look as they are in other programs: what would not be seen, or turns the words around it ("gpj.exe" read as
 * "exe.jpg" in a table), stands as its code. The words themselves stand in report.json, and what is said in recordings goes out as it is.
 */
import type { ReportModel } from "../../core/report/report.ts";
import { visibleText } from "../../core/text/visible-text.ts";

export function visibleModel(model: ReportModel): ReportModel {
  return shown(model) as ReportModel;
}

function shown(value: unknown): unknown {
  if (typeof value === "string") return visibleLines(value);
  if (Array.isArray(value)) return value.map((one) => shown(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shown(one)]));
}

/** Lines and columns of a text are no trick. */
function visibleLines(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .split("\n")
    .map((line) => line.split("\t").map(visibleText).join("\t"))
    .join("\n");
}

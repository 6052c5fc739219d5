/** The letter of a source on the day on which a text of it was published. */
import { gradeAt } from "../../core/source/grade-at.ts";
import type { Reliability, SourceId } from "../../core/source/source.ts";
import type { CaseReader } from "../case-reader.ts";
import type { TextOrigin } from "./text-origin.ts";

/** On the first day of the interval; today where nobody knows the day. F without a grade, and for nobody known. */
export async function sourceReliability({
  views,
}: CaseReader): Promise<(source: SourceId | "unknown", published: TextOrigin["published"]) => Reliability> {
  const rows = await views.db.selectFrom("source_grade").select(["source", "reliability", "as_of as asOf", "seq"]).execute();
  const grades = Map.groupBy(rows, ({ source }) => `s${source}`);
  const today = new Date().toISOString().slice(0, 10);
  return (source, published) =>
    gradeAt(grades.get(source) ?? [], published === "unknown" ? today : published.earliest.slice(0, 10))?.reliability ?? "F";
}

/** Element sheets of an edition, in their newest version: what is shown of each element, with the moments that show it. */
import type { EditionPlan } from "../../core/edition/edition.ts";
import { ElementSheetDocument } from "../../core/element/element-sheet.ts";
import type { ReportElementSheet } from "../../core/report/report-finding.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { linesOfKinds } from "./entry-lines.ts";
import { reportGround } from "./report-findings.ts";

/** What the program's data calls the elements of a list; undefined for a list of another version. */
export type ElementNames = (list: { name: string; version: string }) => { title: string; elementOf(number: number): string } | undefined;

export async function reportElementSheets(
  reader: CaseReader,
  { elementSheets }: Pick<EditionPlan, "elementSheets">,
  namesOf: ElementNames,
): Promise<ReportElementSheet[]> {
  const lines = await linesOfKinds(reader, ["element-sheet.written", "element-sheet.withdrawn"]);
  const found: ReportElementSheet[] = [];
  for (const sheet of elementSheets) {
    const last = lines.findLast(({ data }) => data.sheet === sheet);
    if (last?.kind !== "element-sheet.written" || !(await reader.vault.has(last.data.document))) continue;
    const document = ElementSheetDocument.safeParse(await readJson(reader.vault, last.data.document)).data;
    if (document === undefined) continue;
    const names = namesOf(last.data.elements);
    found.push({
      ...{ sheet, version: last.data.version, event: last.data.event },
      title: names?.title ?? `${last.data.elements.name}, ${last.data.elements.version}`,
      elements: document.cells.map(({ element, coverage, shown, missing, grounds }) => ({
        ...{ key: String(element), title: names?.elementOf(element) ?? `Element ${element}` },
        cells: [{ text: shown, coverage, why: missing, grounds: grounds.map(({ ground }) => reportGround(ground)) }],
      })),
    });
  }
  return found;
}

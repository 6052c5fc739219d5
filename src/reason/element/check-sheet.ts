/**
 * What every cell of a sheet must rest on. Shown needs grounds; partly says what is missing too; not shown says what was looked for;
 * not showable says why. What somebody knew or meant is shown by words that were spoken, or not at all. Nothing is added up.
 */
import type { ElementList, LegalElement } from "../../core/element/element-list.ts";
import type { ElementCell, ElementGround, ElementSheetDocument } from "../../core/element/element-sheet.ts";
import { isBlank } from "../../core/text/is-blank.ts";
import { conclusionIn } from "./conclusion-words.ts";

/** Why this document cannot be kept for that list, as "element 3: expected ..; found ..", or undefined. */
export function faultOfSheet(list: ElementList, { cells }: ElementSheetDocument): string | undefined {
  const found = cells.map(({ element }) => element).join(", ");
  const wanted = list.elements.map(({ number }) => number).join(", ");
  if (found !== wanted) return `expected a cell for each element in order, ${wanted}; found ${found || "none"}`;
  for (const cell of cells) {
    const element = list.elements.find(({ number }) => number === cell.element) as LegalElement;
    const fault = faultOfCell(list, element, cell);
    if (fault !== undefined) return `element ${cell.element}: ${fault}`;
  }
  return undefined;
}

/** Why a cell cannot stand as it is, or undefined. */
export function faultOfCell(list: ElementList, { sort }: LegalElement, cell: ElementCell): string | undefined {
  const { coverage, grounds } = cell;
  for (const text of [cell.shown, cell.missing, ...grounds.map(({ ground }) => ground.shows)]) {
    const words = conclusionIn(text);
    if (words !== undefined)
      return `expected what is shown and what is missing; found "${words}", which concludes. Say what is seen or heard, and when: who reads the sheet concludes, or does not.`;
  }
  const strange = grounds.find(({ fact }) => fact !== null && !list.facts.some(({ key }) => key === fact));
  if (strange !== undefined) return `expected facts of ${list.name} ${list.version}; found "${strange.fact}"`;
  const timeless = grounds.find(needsTime);
  if (timeless !== undefined) return `expected ${timeless.ground.record} at a time code; found none. Say which stretch shows it.`;
  const { shown, missing } = cell;
  switch (coverage) {
    case "shown":
      if (grounds.length === 0) return "expected at least one ground for shown; found none";
      if (isBlank(shown)) return "expected what the grounds show, in words; found none";
      if (sort === "mental" && !grounds.some(isSpoken))
        return "expected words that were spoken among the grounds (a segment of a tier, or a claim), for what somebody knew or meant; found none. Partly, or not showable, can be said without.";
      return undefined;
    case "partly":
      if (grounds.length === 0) return "expected at least one ground for partly; found none";
      if (isBlank(shown)) return "expected what the grounds show, in words; found none";
      return isBlank(missing) ? "expected what is missing, in words, for partly; found none" : undefined;
    case "not-shown":
      return isBlank(missing) ? "expected what was looked for and is missing, in words; found none" : undefined;
    case "not-showable":
      return isBlank(missing) ? "expected why this cannot be shown, in words; found none" : undefined;
  }
}

/** An item or a tier is cited by a stretch or by segments; other records carry their own time. */
function needsTime({ ground: { record, at, segments } }: ElementGround): boolean {
  return record !== null && /^[iw]\d+$/u.test(record) && at === null && (segments === null || segments.length === 0);
}

function isSpoken({ ground: { record } }: ElementGround): boolean {
  return record !== null && /^[wk]\d+$/u.test(record);
}

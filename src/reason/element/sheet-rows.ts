/**
 * A sheet as a table: one row for each ground of each element, so that whoever reads it goes from the element to the record and its
 * time. A cell without grounds is one row. There is no row that adds anything up.
 */
import type { ElementList, ElementSort } from "../../core/element/element-list.ts";
import type { ElementCoverage, ElementSheetDocument } from "../../core/element/element-sheet.ts";
import type { Ground } from "../../core/review/ground.ts";

export interface ElementRow {
  readonly element: number;
  readonly sort: ElementSort;
  readonly words: string;
  readonly coverage: ElementCoverage;
  readonly shown: string;
  readonly missing: string;
  /** Null in the one row of a cell without grounds. */
  readonly ground: Ground | null;
  /** Words of the fact that the ground bears on; null where it is none of the list. */
  readonly fact: string | null;
}

export function sheetRows(list: ElementList, { cells }: ElementSheetDocument): ElementRow[] {
  return list.elements.flatMap(({ number, sort, words }): ElementRow[] => {
    const cell = cells.find(({ element }) => element === number);
    if (cell === undefined) return [];
    const { coverage, shown, missing, grounds } = cell;
    const row = { element: number, sort, words, coverage, shown, missing };
    if (grounds.length === 0) return [{ ...row, ground: null, fact: null }];
    return grounds.map(({ ground, fact }) => ({ ...row, ground, fact: list.facts.find(({ key }) => key === fact)?.words ?? null }));
  });
}

/** A sheet as it begins: nothing is shown yet, and what footage does not show says so. */
import type { ElementList } from "../../core/element/element-list.ts";
import type { ElementSheetDocument } from "../../core/element/element-sheet.ts";

export function newSheet({ elements }: ElementList): ElementSheetDocument {
  return {
    format: "witnessmark-element-sheet-v1",
    cells: elements.map(({ number, notShowable }) => ({
      ...{ element: number, shown: "", grounds: [] },
      ...(notShowable === null
        ? { coverage: "not-shown", missing: "Nobody has looked for this yet." }
        : { coverage: "not-showable", missing: notShowable }),
    })),
  };
}

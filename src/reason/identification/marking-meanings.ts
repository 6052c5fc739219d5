/** What a marking was used for on a day, by the taxonomy: by whom it was worn, never who wears it here. */
import type { MarkingMeaning, Taxonomy } from "../../core/identification/taxonomy.ts";

export interface MeaningsOnDay {
  readonly marking: string;
  readonly label: string;
  readonly sort: "band" | "flag" | "painted";
  readonly day: string;
  /** More than one where the same mark is on record for several. Empty: nothing is on record for that day, which is not "none". */
  readonly usedBy: readonly MarkingMeaning[];
  /** Meanings of other days. */
  readonly otherDays: readonly MarkingMeaning[];
}

/** Undefined for a marking that the taxonomy does not hold. `day` is a day such as 2022-03-29. */
export function meaningsOn({ markings }: Taxonomy, key: string, day: string): MeaningsOnDay | undefined {
  const marking = markings.find((one) => one.key === key);
  if (marking === undefined) return undefined;
  const holds = ({ from, to }: MarkingMeaning) => from <= day && (to === null || day <= to);
  return {
    ...{ marking: key, label: marking.label, sort: marking.sort, day },
    usedBy: marking.meanings.filter(holds),
    otherDays: marking.meanings.filter((meaning) => !holds(meaning)),
  };
}

/** Which tab of the side panel is open: in the address while the item is, so that a link opens it too. */
import { useCallback } from "react";
import { setQuery, useAddress } from "../router/router.ts";

export const benchTabs = [
  "observe",
  "transcript",
  "notes",
  "comments",
  "sounds",
  "bearings",
  "triage",
  "conditions",
  "held",
  "provenance",
  "copies",
  "posts",
  "article",
  "metadata",
  "times",
  "custody",
] as const;
export type BenchTab = (typeof benchTabs)[number];

/** Undefined until one is chosen: the panel then opens with what suits the kind of item. */
export function useChosenTab(): [BenchTab | undefined, (tab: BenchTab) => void] {
  const given = useAddress().query.get("tab");
  const choose = useCallback((tab: BenchTab) => setQuery({ tab }), []);
  return [benchTabs.find((tab) => tab === given), choose];
}

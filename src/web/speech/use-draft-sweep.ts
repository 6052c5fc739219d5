/** Removes what is kept in this browser of items whose bytes the case holds no more: erased, or withheld from this copy. */
import { useEffect } from "react";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { dropDraftsOf, keptItems } from "./kept-draft.ts";

export function useDraftSweep(): void {
  const caseId = useCase().data?.caseId;
  useEffect(() => {
    if (caseId === undefined) return undefined;
    const left = new AbortController();
    for (const item of keptItems(caseId))
      api.item(item, left.signal).then(
        ({ row }) => row.held || dropDraftsOf(caseId, item),
        // Nobody knows whether it is held: it stays, and is asked of again when the screen is opened next.
        () => undefined,
      );
    return () => left.abort();
  }, [caseId]);
}

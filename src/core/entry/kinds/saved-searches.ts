/** Entries that keep what somebody searches for again. What was searched for elsewhere, and found there, is another kind: `search.logged`. */
import { z } from "zod";
import { recordId } from "../record-id.ts";
import { Sealed } from "../sealed.ts";

const SavedSearchId = recordId("v");

export const savedSearchKinds = {
  /** Under an id that stands, it takes the place of what was saved under it. */
  "search.saved": z.strictObject({
    search: SavedSearchId,
    name: Sealed,
    /** Sealed SearchQuery. */
    query: Sealed,
  }),
  "saved-search.removed": z.strictObject({ search: SavedSearchId }),
} as const;

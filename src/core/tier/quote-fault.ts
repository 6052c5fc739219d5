/** Why a quote may carry nothing, in words for the person who wants to cite it. */
import type { QuoteObstacle } from "./segment-state.ts";

export const quoteFault: Readonly<Record<QuoteObstacle, string>> = {
  withheld: "words that this copy of the case does not hold",
  machine: "a machine's draft that no person has taken over",
  "not-reviewed": "words that no second person has reviewed",
  disagreed: "words that a reviewer disagrees with",
  changed: "words that changed after they were reviewed",
  "no-words": "nothing that was understood",
  "no-source": "a translation without the words that it is written from",
  "source-not-reviewed": "a translation of words that no second person has reviewed",
  "source-changed": "a translation of words that changed after it was reviewed",
};

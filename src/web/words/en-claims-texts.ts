/** English words of texts that are read for claims. */
export const enClaimsTexts = {
  "claims.texts.empty": "No texts yet.",
} as const;

/** English words of pictures shown with texts. */
export const enClaimsExhibits = {
  "claims.exhibits.empty": "No pictures yet.",
} as const;

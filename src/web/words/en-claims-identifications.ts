/** English words of identifications. */
export const enClaimsIdentifications = {
  "claims.identifications.empty": "No identifications yet.",
} as const;

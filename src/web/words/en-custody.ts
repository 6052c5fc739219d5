/** English words of the custody. */
export const enCustody = {
  "custody.title": "Custody",
} as const;

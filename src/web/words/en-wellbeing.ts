/** English words of the screen "Wellbeing". */
export const enWellbeing = {
  "wellbeing.title": "Wellbeing",
} as const;

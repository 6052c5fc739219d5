/** English words of the screen "Hand over". */
export const enHandover = {
  "nav.handover": "Hand over",
  "handover.title": "Hand over",
} as const;

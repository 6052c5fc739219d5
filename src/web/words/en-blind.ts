/** English words of the screen "Blind reviews". */
export const enBlind = {
  "nav.blind": "Blind",
  "blind.title": "Blind reviews",
} as const;

/** English words of the desk. */
export const enDesk = {
  "desk.title": "Desk",
} as const;

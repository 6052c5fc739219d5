/** Words of the time bench. */
export const enTime = {
  "nav.time": "Time",
  "time.title": "Time bench",
} as const;

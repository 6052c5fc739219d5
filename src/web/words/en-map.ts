/** English words of the map and the timeline. */
export const enMap = {
  "map.standing.seen": "seen in the material",
} as const;

/** Words of the place bench. */
export const enPlace = {
  "nav.place": "Place",
  "place.title": "Place bench",
} as const;

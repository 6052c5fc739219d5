/** Words of map layers and of imagery. */
export const enLayers = {
  "bench-map.keys":
    "Arrow keys move the map, plus and minus zoom, 0 fits all, Enter points at the cross, C copies its place, M keeps the view, 1 to 9 jump to kept views.",
} as const;

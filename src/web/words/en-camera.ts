/** Words of camera positions, feature pairs and cones. */
export const enCamera = {
  "camera.frame.no-picture": "This item has no picture to mark.",
  "camera.frame.surface":
    "Frame, {width} by {height} pixels. Arrow keys move the cross or the chosen mark, Enter marks, plus and minus zoom.",
  "camera.frame.cross": "{x}, {y}",
} as const;

/** Words of measuring shadows and of the sun dial. */
export const enSun = {
  "sun.dial.title": "The sun on {day}, zone {zone}: its way over the sky, north at the top",
  "sun.dial.times": "Times on {day}, zone {zone}. Errors are half of a 95 % interval.",
  "sun.dial.n": "N",
  "sun.dial.e": "E",
  "sun.dial.s": "S",
  "sun.dial.w": "W",
  "sun.dial.bearing": "Shadow falls towards {value}° ± {error}°",
  "sun.dial.ratio": "Length: the sun stands {least}° to {most}° high",
  "sun.dial.joint": "Both together",
  "sun.dial.noon": "Noon by the sun: {time}",
  "sun.dial.twin": "Twins: a length alone does not tell which of them.",
  "sun.none-bearing": "None: no shadow falls that way while the sun is up.",
  "sun.none-ratio": "None: no shadow is of that length on this day.",
  "sun.none-joint": "None: place, day or a measurement is wrong.",
} as const;

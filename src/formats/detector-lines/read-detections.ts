/**
 * What a detector prints: a line of JSON for each region, `{"frame":"000001.jpg","class":"face","box":{"x":0.1,"y":0.2,"w":0.1,
 * "h":0.2},"score":0.9}`, and nothing else. A field beyond these four is refused by name, and so is a class that is not on the list:
 * a name, a label or a print of a face has no way in. One line that is wrong spoils all: half of a list would look like a whole one.
 */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { type DetectedRegion, type DetectionClass, detectionClasses } from "../../core/detector/detection.ts";
import { visibleText } from "../../core/text/visible-text.ts";

export class DetectionsRefused extends Error {
  override readonly name = "DetectionsRefused";
}

/** Characters; four numbers written at length and a long file name stay below. */
const longestLine = 2000;
/** Rounding of shares as they are written. */
const slack = 1e-6;
const fields = ["frame", "class", "box", "score"] as const;
const sides = ["x", "y", "w", "h"] as const;
const classes: ReadonlySet<unknown> = new Set(detectionClasses);

/** `places`: file names of the pictures that were shown, with the place of each. Throws DetectionsRefused naming line and thing. */
export function readDetections(bytes: Uint8Array, places: ReadonlyMap<string, number>, most: number): DetectedRegion[] {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new DetectionsRefused("expected text in UTF-8; found other bytes");
  const regions: DetectedRegion[] = [];
  let from = 0;
  for (let line = 1; from <= text.length; line++) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (to - from > longestLine) throw refused(line, `at most ${longestLine} characters`, `${to - from}`);
    const said = text.slice(from, to).trim();
    from = to + 1;
    if (said === "") continue;
    if (regions.length >= most) throw refused(line, `at most ${most} regions`, "more");
    regions.push(readRegion(said, line, places));
  }
  return regions;
}

function readRegion(said: string, line: number, places: ReadonlyMap<string, number>): DetectedRegion {
  const value = objectIn(parsed(said, line), line, "an object", fields);
  const { frame, class: sort, score } = value;
  const place = typeof frame === "string" ? places.get(frame) : undefined;
  if (place === undefined) throw refused(line, "frame to be the file name of a picture that it was shown", shown(frame));
  if (!classes.has(sort)) throw refused(line, `class to be one of ${detectionClasses.join(", ")}`, shown(sort));
  if (typeof score !== "number" || !(score >= 0 && score <= 1)) throw refused(line, "score to be a number from 0 to 1", shown(score));
  const box = objectIn(value["box"], line, "box to be an object", sides);
  for (const side of sides) {
    const share = box[side];
    if (typeof share !== "number" || !(share >= 0 && share <= 1))
      throw refused(line, `box.${side} to be a share of the picture from 0 to 1`, shown(share));
  }
  // Adding nothing makes a zero with a sign a plain one.
  const [x, y, w, h] = sides.map((side) => (box[side] as number) + 0) as [number, number, number, number];
  if (x + w > 1 + slack || y + h > 1 + slack) throw refused(line, "a box inside the picture", "one that leaves it");
  const inside = { x, y, w: Math.min(w, 1 - x), h: Math.min(h, 1 - y) };
  if (inside.w <= 0 || inside.h <= 0) throw refused(line, "a box with an area", "one without");
  return { frame: place, class: sort as DetectionClass, box: inside, score: score + 0 };
}

function parsed(said: string, line: number): unknown {
  try {
    return JSON.parse(said);
  } catch {
    throw refused(line, "a line of JSON", shown(said));
  }
}

/** With these names and no other one. */
function objectIn(value: unknown, line: number, expected: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused(line, expected, shown(value));
  const further = Object.keys(value).find((name) => !names.includes(name));
  if (further !== undefined) throw refused(line, `no field but ${names.join(", ")}`, `one called ${shown(further)}`);
  const missing = names.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) throw refused(line, `a field ${missing}`, "none");
  return value as Readonly<Record<string, unknown>>;
}

function refused(line: number, expected: string, found: string): DetectionsRefused {
  return new DetectionsRefused(`line ${line}: expected ${expected}; found ${found}`);
}

function shown(value: unknown): string {
  if (typeof value === "string") return `"${visibleText(value.slice(0, 40))}"`;
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined) return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

/**
 * Scenes with known truth for the camera reasoner: a camera on uneven ground, things around it, a frame with the marks that a person
 * would make, and a sheet with what that person would state. It shares no code with the reasoner and no model of errors: marks and map
 * points scatter by Student's t with three degrees of freedom, the lens is bent by two terms, its axis lies beside the middle of the
 * frame, the camera is neither level nor upright, things stand higher and lower than the camera, and two in a hundred points on the
 * map are another building. What is stated of errors is what holds 95 % of them, rounded as people round.
 */

/** Mulberry32, by T. Ettinger: small, seeded, good enough for this. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface SceneStrata {
  readonly pairs: "3" | "4" | "5-6" | "8";
  readonly field: "known" | "unknown";
  readonly spread: "narrow" | "wide";
  readonly mistaken: boolean;
}

export interface TrueScene {
  readonly strata: SceneStrata;
  /** As the command reads it. */
  readonly problem: unknown;
  readonly truth: { readonly lat: number; readonly lon: number; readonly headingDeg: number; readonly fieldDeg: number };
  /** What the best answer may know: metres from the camera, true scales. */
  readonly things: readonly {
    readonly east: number;
    readonly north: number;
    readonly up: number;
    readonly scalePx: number;
    readonly scaleM: number;
    readonly mistaken: boolean;
  }[];
  readonly held: { readonly pitch: number; readonly roll: number; readonly focal: number; readonly width: number; readonly height: number };
  /** How the camera's own unknowns were drawn: half-widths of even distributions, radians, pixels and shares. */
  readonly drawn: { readonly pitch: number; readonly roll: number; readonly axis: number; readonly bend: number; readonly field: number };
}

/** 95 % of t with three degrees of freedom. */
const t3 = 3.182446;
const rad = Math.PI / 180;

export function trueScene(number: number, seed = 20240611): TrueScene {
  const random = randomFrom(seed + number * 7919);
  const even = (low: number, high: number) => low + (high - low) * random();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const heavy = () => normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3);
  const wanted = ["3", "4", "5-6", "8"] as const;
  const pairs = wanted[number % 4] as SceneStrata["pairs"];
  const count = pairs === "5-6" ? (random() < 0.5 ? 5 : 6) : Number(pairs);
  const known = Math.floor(number / 4) % 2 === 0;
  const wide = Math.floor(number / 8) % 2 === 0;

  const portrait = random() < 0.35;
  const [width, height] = portrait ? [1080, 1920] : random() < 0.5 ? [1920, 1080] : [1440, 1080];
  const fieldDeg = portrait ? even(38, 55) : even(48, 78);
  const focal = width / 2 / Math.tan((fieldDeg / 2) * rad);
  const drawn = { pitch: 5 * rad, roll: 2.5 * rad, axis: 0.015, bend: 0.025, field: 0.03 };
  const pitch = even(-drawn.pitch, drawn.pitch);
  const roll = even(-drawn.roll, drawn.roll);
  const axis = even(-drawn.axis, drawn.axis) * Math.max(width, height);
  const bend = even(-drawn.bend, drawn.bend);
  const bendMore = even(-0.3, 0.3) * bend;
  const headingDeg = even(0, 360);
  const camera = { lat: even(-60, 65), lon: even(-179.9, 179.9) };

  // Things at distances of a street or a valley, spread over the frame or over a third of it.
  const reach = Math.exp(even(Math.log(120), Math.log(900)));
  const span = wide ? 0.92 : 0.38;
  const from = even(-0.46, 0.46 - span + 0.0001);
  const errorPx = Math.exp(even(Math.log(2), Math.log(10)));
  const errorM = Math.exp(even(Math.log(1.5), Math.log(6)));
  const statedPx = rounded(errorPx);
  const statedM = rounded(errorM);
  const sheet: object[] = [];
  const things: TrueScene["things"][number][] = [];
  for (let at = 0; at < count; at++) {
    const column = (from + (span * (at + even(0.1, 0.9))) / count) * width;
    const distance = reach * Math.exp(even(Math.log(0.35), Math.log(2.2)));
    const toRight = Math.atan(column / focal);
    const [east, north] = [distance * Math.sin(headingDeg * rad + toRight), distance * Math.cos(headingDeg * rad + toRight)];
    // Sloping ground, and roofs and masts on it.
    const up = distance * even(-0.05, 0.08) + even(0, 9) - 1.6;
    const seen = seenAt({ east, north, up }, { headingDeg, pitch, roll, focal, axis, bend, bendMore, width, height });
    const mistaken = random() < 0.02;
    const off = mistaken ? Math.exp(even(Math.log(15), Math.log(90))) : 0;
    const turn = even(0, 2 * Math.PI);
    const [byEast, byNorth] = [(errorM / t3) * heavy() + off * Math.cos(turn), (errorM / t3) * heavy() + off * Math.sin(turn)];
    const placed = moved(camera, east + byEast, north + byNorth);
    const mark = { x: seen.x + (errorPx / t3) * heavy(), y: seen.y + (errorPx / t3) * heavy() };
    things.push({ east, north, up, scalePx: errorPx / t3, scaleM: errorM / t3, mistaken });
    sheet.push({
      number: at + 1,
      name: `feature ${at + 1}`,
      frame: { x: clamp(mark.x, width), y: clamp(mark.y, height), errorPx: statedPx },
      map: { ...placed, errorM: statedM },
    });
  }
  // A camera's own figure of its field of view is off by a few per cent: stabilising crops, zoom is rounded.
  const statedFocal = focal * (1 + even(-drawn.field, drawn.field));
  const field = (2 * Math.atan(width / 2 / statedFocal)) / rad;
  const fieldError = (drawn.field * 0.95 * Math.sin(fieldDeg * rad)) / rad;
  return {
    strata: {
      pairs,
      field: known ? "known" : "unknown",
      spread: wide ? "wide" : "narrow",
      mistaken: things.some(({ mistaken }) => mistaken),
    },
    problem: {
      frame: { width, height },
      pairs: sheet,
      lens: { ...(known ? { horizontalFieldDeg: { value: Number(field.toFixed(1)), error: Number(fieldError.toFixed(2)) } } : {}) },
    },
    truth: { ...camera, headingDeg, fieldDeg },
    things,
    held: { pitch, roll, focal, width, height },
    drawn,
  };
}

interface TrueCamera {
  headingDeg: number;
  pitch: number;
  roll: number;
  focal: number;
  axis: number;
  bend: number;
  bendMore: number;
  width: number;
  height: number;
}

/** By rotation matrices: heading about the vertical, pitch about the camera's right, roll about its axis; the lens last. */
function seenAt(thing: { east: number; north: number; up: number }, of: TrueCamera): { x: number; y: number } {
  const { headingDeg, pitch, roll, focal, axis, bend, bendMore, width, height } = of;
  const [sinH, cosH] = [Math.sin(headingDeg * rad), Math.cos(headingDeg * rad)];
  const ahead = [sinH * Math.cos(pitch), cosH * Math.cos(pitch), Math.sin(pitch)] as const;
  const levelRight = [cosH, -sinH, 0] as const;
  const levelDown = [sinH * Math.sin(pitch), cosH * Math.sin(pitch), -Math.cos(pitch)] as const;
  const along = (axisOf: readonly [number, number, number]) => axisOf[0] * thing.east + axisOf[1] * thing.north + axisOf[2] * thing.up;
  const depth = along(ahead);
  const [flatX, flatY] = [along(levelRight) / depth, along(levelDown) / depth];
  const [x, y] = [flatX * Math.cos(roll) + flatY * Math.sin(roll), flatY * Math.cos(roll) - flatX * Math.sin(roll)];
  const half = Math.max(width, height) / 2 / focal;
  const square = (x * x + y * y) / half ** 2;
  const bent = 1 + bend * square + bendMore * square ** 2;
  return { x: width / 2 + axis + focal * x * bent, y: height / 2 + focal * y * bent };
}

/** Radii of curvature of the WGS 84 ellipsoid at the camera; good to a millimetre over a kilometre or two. */
function metresOfDegree(latDeg: number): { north: number; east: number } {
  const [a, e2] = [6378137, 0.00669437999014];
  const w = Math.sqrt(1 - e2 * Math.sin(latDeg * rad) ** 2);
  return { north: ((a * (1 - e2)) / w ** 3) * rad, east: (a / w) * Math.cos(latDeg * rad) * rad };
}

function moved(from: { lat: number; lon: number }, east: number, north: number): { lat: number; lon: number } {
  const degree = metresOfDegree(from.lat + north / 2 / metresOfDegree(from.lat).north);
  return { lat: from.lat + north / degree.north, lon: from.lon + east / degree.east };
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Number(value.toFixed(1))));

/** To one figure and a half, as people write errors: 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 ... never below what it is by more than a tenth. */
function rounded(value: number): number {
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12];
  return steps.find((step) => step >= value * 0.9) ?? Math.ceil(value);
}

/**
 * Scenes with known truth for the sun reasoner: a post on ground, the shadow that it casts at a moment, and what a person would
 * measure and state of it. It shares no code with the reasoner and no model of errors: the sun is that of the PSA algorithm, shadows
 * are rays followed to the ground, measurements scatter by Student's t with three degrees of freedom, ground slopes, posts lean, the
 * lens is bent, and what is stated is rounded as people round. What is stated of errors is what holds 95 % of them.
 */

export interface SunStrata {
  readonly hour: "near noon" | "higher sun" | "low sun";
  readonly measured: "bearing" | "length" | "both";
  readonly ground: "level" | "slope stated";
}

/** Scales of Student's t with three degrees of freedom; degrees, and the ratio's unit. */
export interface Scatter {
  readonly bearing: number;
  readonly ratio: number;
  readonly slope: number;
  readonly lean: number;
}

export interface SunScene {
  readonly strata: SunStrata;
  /** As the command reads it. */
  readonly problem: {
    readonly place: { readonly lat: number; readonly lon: number };
    readonly day: string;
    readonly zone: string;
    readonly shadowBearingDeg?: { readonly value: number; readonly error: number };
    readonly lengthRatio?: { readonly value: number; readonly error: number };
    readonly slopeErrorDeg?: number;
    readonly leanErrorDeg?: number;
  };
  /** Milliseconds since 1970. */
  readonly truth: number;
  readonly scatter: Scatter;
}

const rad = Math.PI / 180;
const dayMs = 86_400_000;
/** 97.5 % quantile of t with three degrees of freedom. */
const quantileT3 = 3.182446;

/** Blanco-Muriel and others, Solar Energy 70 (2001) 431: the PSA algorithm, and air by Saemundsson (1986). Degrees. */
export function psaSun(at: number, lat: number, lon: number): { readonly azimuth: number; readonly height: number } {
  const days = at / dayMs + 2_440_587.5 - 2_451_545;
  const hours = (at % dayMs) / 3_600_000;
  const omega = 2.1429 - 0.0010394594 * days;
  const anomaly = 6.24006 + 0.0172019699 * days;
  const longitude =
    4.895063 +
    0.017202791698 * days +
    0.03341607 * Math.sin(anomaly) +
    0.00034894 * Math.sin(2 * anomaly) -
    0.0001134 -
    0.0000203 * Math.sin(omega);
  const obliquity = 0.4090928 - 6.214e-9 * days + 0.0000396 * Math.cos(omega);
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
  const hourAngle = ((6.6974243242 + 0.0657098283 * days + hours) * 15 + lon) * rad - ascension;
  const [sinLat, cosLat] = [Math.sin(lat * rad), Math.cos(lat * rad)];
  let zenith = Math.acos(cosLat * Math.cos(hourAngle) * Math.cos(declination) + Math.sin(declination) * sinLat);
  const azimuth = Math.atan2(-Math.sin(hourAngle), Math.tan(declination) * cosLat - sinLat * Math.cos(hourAngle)) / rad;
  zenith += (6371.01 / 149_597_890) * Math.sin(zenith);
  const height = 90 - zenith / rad;
  const air = height < -1 ? 0 : 1.02 / 60 / Math.tan((height + 10.3 / (height + 5.11)) * rad);
  return { azimuth: (azimuth + 360) % 360, height: height + air };
}

/** sfc32 by C. Doty-Humphrey. */
function randomFrom(seed: number): () => number {
  let [a, b, c, count] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/**
 * Where the shadow of a tip ends, for one of height: `lean` moves the tip away from the sun and to its side (tangents), the ground
 * rises along the shadow and to its side (tangents). Length along the ground, and how far beside, degrees.
 */
export function shadowOf(
  height: number,
  lean: readonly [number, number],
  rise: readonly [number, number],
): { length: number; beside: number } {
  const [along, side] = lean;
  // The ray from the tip (along, side, 1), going along by 1 for every tan(height) down, meets z = rise . (x, y).
  const way = (1 - rise[0] * along - rise[1] * side) / (Math.tan(height * rad) + rise[0]);
  const [x, y] = [along + way, side];
  return { length: Math.hypot(x, y, rise[0] * x + rise[1] * y), beside: Math.atan2(y, x) / rad };
}

const hours = ["near noon", "higher sun", "low sun"] as const;
const kinds = ["bearing", "length", "both"] as const;
const grounds = ["level", "slope stated"] as const;

export function sunScene(number: number, seed = 20240611): SunScene {
  const random = randomFrom(seed + number * 104_729);
  const even = (low: number, high: number) => low + (high - low) * random();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const heavy = () => normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3);
  const strata: SunStrata = {
    hour: hours[number % 3] as SunStrata["hour"],
    measured: kinds[Math.floor(number / 3) % 3] as SunStrata["measured"],
    ground: grounds[Math.floor(number / 9) % 2] as SunStrata["ground"],
  };
  for (;;) {
    const [lat, lon] = [Number(even(-63, 66).toFixed(4)), Number(even(-180, 180).toFixed(4))];
    const truth = Math.floor(even(Date.UTC(2014, 0, 1), Date.UTC(2027, 0, 1)));
    const sun = psaSun(truth, lat, lon);
    if (!isIn(strata.hour, sun, truth, lat, lon)) continue;
    const stated = strata.ground === "slope stated";
    const [slopeError, leanError] = stated ? [even(1, 4), even(0.5, 3)] : [0, 0];
    const bearingError = even(1.5, 8);
    // Level to the eye is not level: what nobody states.
    const slope = stated ? (heavy() * slopeError) / quantileT3 : normal() * 0.2;
    const leans = [0, 0].map(() => (stated ? (heavy() * leanError) / quantileT3 : normal() * 0.2)) as [number, number];
    if (Math.abs(slope) > 25 || leans.some((lean) => Math.abs(lean) > 25) || sun.height + slope < 2) continue;
    const fallen = shadowOf(
      sun.height,
      [Math.tan(leans[0] * rad), Math.tan(leans[1] * rad)],
      [Math.tan(slope * rad), Math.tan(normal() * 0.01)],
    );
    const bent = throughLens(fallen, sun.azimuth + 180, { x: even(-0.6, 0.6), y: even(-0.6, 0.6), bend: even(-0.02, 0.02) });
    const ratioError = bent.length * even(0.03, 0.15);
    const scatter: Scatter = {
      bearing: bearingError / quantileT3,
      ratio: ratioError / quantileT3,
      slope: stated ? slopeError / quantileT3 : 0,
      lean: stated ? leanError / quantileT3 : 0,
    };
    const bearing = bent.bearing + heavy() * scatter.bearing;
    const ratio = bent.length + heavy() * scatter.ratio;
    if (ratio <= 0.02 || ratio > 60) continue;
    const offset = Math.round(lon / 15);
    const step = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005].find((size) => size <= ratioError / 2) ?? 0.002;
    return {
      strata,
      problem: {
        place: { lat, lon },
        day: new Date(truth + offset * 3_600_000).toISOString().slice(0, 10),
        zone: `${offset < 0 ? "-" : "+"}${String(Math.abs(offset)).padStart(2, "0")}:00`,
        ...(strata.measured === "length"
          ? {}
          : { shadowBearingDeg: { value: ((Math.round(bearing) % 360) + 360) % 360, error: Math.round(bearingError * 2) / 2 } }),
        ...(strata.measured === "bearing"
          ? {}
          : {
              lengthRatio: {
                value: neat(Math.max(step, Math.round(ratio / step) * step)),
                error: neat(Math.ceil(ratioError / (step / 2)) * (step / 2)),
              },
            }),
        ...(stated ? { slopeErrorDeg: Math.round(slopeError * 2) / 2, leanErrorDeg: Math.round(leanError * 2) / 2 } : {}),
      },
      truth,
      scatter,
    };
  }
}

/** Near noon: within an hour of where the sun stands highest. Low: below 20 degrees, above 5. */
function isIn(hour: SunStrata["hour"], sun: { readonly height: number }, at: number, lat: number, lon: number): boolean {
  if (sun.height < 5 || sun.height > 86) return false;
  const hourMs = 3_600_000;
  const higher = [-hourMs, hourMs].map((by) => psaSun(at + by, lat, lon).height > sun.height);
  const isNear = !higher.some(Boolean);
  if (hour === "near noon") return isNear;
  return !isNear && (hour === "low sun" ? sun.height < 20 : sun.height >= 20);
}

/** A bent lens: the foot lies at (x, y) in halves of the frame, the shadow is a third of a half long, and what is measured is taken for straight. */
function throughLens(
  { length, beside }: { readonly length: number; readonly beside: number },
  along: number,
  { x, y, bend }: { readonly x: number; readonly y: number; readonly bend: number },
): { readonly length: number; readonly bearing: number } {
  const direction = along + beside;
  const end = [x + 0.33 * Math.sin(direction * rad), y + 0.33 * Math.cos(direction * rad)] as const;
  const shown = (a: number, b: number) => [a * (1 + bend * (a * a + b * b)), b * (1 + bend * (a * a + b * b))] as const;
  const [foot, tip] = [shown(x, y), shown(...end)];
  const [east, north] = [tip[0] - foot[0], tip[1] - foot[1]];
  // The post stands at the foot and is drawn larger or smaller with it.
  const size = 1 + bend * (x * x + y * y);
  return { length: (length * Math.hypot(east, north)) / 0.33 / size, bearing: Math.atan2(east, north) / rad };
}

const neat = (value: number) => Number(value.toFixed(4));

/**
 * The one model of the invented event. Every number in the pictures, the sound, the posts, the
 * articles and TRUTH.json comes from here or is computed from here; none is typed twice.
 *
 * Place: metres east, north and up from the middle of the fountain's basin at ground level.
 * Time: seconds from the first bell stroke of four o'clock ("event time").
 */
import { sunPosition, type SunPosition, type Vector } from "./sun.ts";

export const SEED = 20240914;

/** Says on every piece what it is. */
export const SYNTHETIC_LABEL = "SYNTHETIC";

export const PLACE = {
  town: "Ostrel",
  square: "Market Square",
  river: "Velmara",
  otherTown: "Dorvane",
  otherTownDistrict: "Kessany",
  /** In the open sea, so that no real place is meant. */
  latDeg: 43.4,
  lonDeg: 31.2,
  note: "Invented town. The coordinates lie in the open sea and are used only for the sun.",
} as const;

/** The clocks of Ostrel: UTC+3, no change of clocks in the days of the sample. */
export const TOWN_UTC_OFFSET_H = 3;

/** The first bell stroke: Saturday 14 September 2024, 16:00:00 in Ostrel. */
export const EVENT_UTC_MS = Date.UTC(2024, 8, 14, 13, 0, 0);

/** Dry air at about 20 C. */
export const SPEED_OF_SOUND_M_S = 343;

export const utcMsAt = (eventSeconds: number) => EVENT_UTC_MS + Math.round(eventSeconds * 1000);

export const sunAt = (utcMs: number): SunPosition => sunPosition(utcMs, PLACE.latDeg, PLACE.lonDeg);

export interface Impulse {
  readonly id: string;
  readonly kind: "bell" | "thud" | "pop";
  readonly timeS: number;
  readonly position: Vector;
  /** Loudness one metre away, in full-scale units of the recordings. */
  readonly level: number;
}

export const BELFRY: Vector = [-10, 26, 20.5];
export const LAMP_HEAD: Vector = [6.4, 1.6, 4.6];

/** The van: from the market hall down to the fountain, handbrake slipped, nobody inside. */
export const VAN = {
  colour: "red",
  lengthM: 5,
  widthM: 2,
  startS: -3,
  stopS: 8.4,
  rolledM: 24.4,
  /** Degrees clockwise from north: towards the south-west. */
  bearingDeg: 216,
  /** Where its middle comes to rest. */
  rest: [3.15, 4.34, 0] as Vector,
} as const;

/** Metres rolled at a moment: constant acceleration, then rest. */
export function vanRolledM(eventSeconds: number): number {
  const share = (eventSeconds - VAN.startS) / (VAN.stopS - VAN.startS);
  const clamped = Math.min(1, Math.max(0, share));
  return VAN.rolledM * clamped * clamped;
}

/** Middle of the van on the ground at a moment. */
export function vanPosition(eventSeconds: number): Vector {
  const left = VAN.rolledM - vanRolledM(eventSeconds);
  const bearing = (VAN.bearingDeg * Math.PI) / 180;
  return [VAN.rest[0] - Math.sin(bearing) * left, VAN.rest[1] - Math.cos(bearing) * left, VAN.rest[2]];
}

/** A lamp by the fountain flashes once when the cable jerks: seen at once, heard late. */
export const FLASH = { timeS: 8.82, fadeS: 0.07, position: LAMP_HEAD } as const;

/** Strokes of an old clock: not quite even, so that a shift by one stroke does not fit. */
export const IMPULSES: readonly Impulse[] = [
  { id: "bell-1", kind: "bell", timeS: 0, position: BELFRY, level: 26 },
  { id: "bell-2", kind: "bell", timeS: 1.9, position: BELFRY, level: 26 },
  { id: "bell-3", kind: "bell", timeS: 3.85, position: BELFRY, level: 26 },
  { id: "bell-4", kind: "bell", timeS: 5.7, position: BELFRY, level: 26 },
  { id: "thud", kind: "thud", timeS: VAN.stopS, position: [1.7, 2.4, 0.6], level: 34 },
  { id: "pop", kind: "pop", timeS: FLASH.timeS, position: LAMP_HEAD, level: 24 },
];

export interface Announcement {
  readonly id: string;
  readonly file: string;
  readonly language: string;
  readonly text: string;
  readonly startS: number;
}

/** The loudspeaker on the market hall; the voice and its recipe are in voice/. */
export const LOUDSPEAKER = { position: [9, 29.4, 5] as Vector, level: 16 };
export const ANNOUNCEMENTS: readonly Announcement[] = [
  {
    id: "voice-en",
    file: "announcement-en.opus",
    language: "en",
    text: "This is a synthetic recording, made for testing. The Saturday market in Ostrel closes at half past four. Please keep clear of the fountain.",
    startS: -5.6,
  },
  {
    id: "voice-uk",
    file: "announcement-uk.opus",
    language: "uk",
    text: "Це синтетичний запис для перевірки. Ринок зачиняється о пів на п'яту.",
    startS: 8.95,
  },
];

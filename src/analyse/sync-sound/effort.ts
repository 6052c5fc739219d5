/** How closely a pair is looked at: two files that somebody asks about, or one of thousands of pairs, most of which share nothing. */
import type { PairLook } from "../../core/sync/pair-measurement.ts";

export interface Effort {
  /** What the answer says of it. */
  readonly looked: PairLook;
  /** Lines that the coarse search may name, and what their score must be at least, and beside that of the best. */
  readonly candidates: number;
  readonly leastScore: number;
  readonly leastShare: number;
  /** Windows of a first glance at a line, and of a closer look. */
  readonly glance: number;
  readonly windows: number;
  /** Short windows in which other sounds are looked for. */
  readonly soundWindows: number;
  /** Stretches that the search for drift takes, and what the score of a line must be at least. */
  readonly stretches: number;
  readonly leastDriftScore: number;
  /** How far from 1 speeds are searched, seconds a second. */
  readonly farthestRate: number;
  /** Whether changes of speed by a few percent and more, as programs make them, are tried when nothing else fits. */
  readonly knownSpeeds: boolean;
}

export const thorough: Effort = {
  looked: "closely",
  candidates: 8,
  leastScore: 3.3,
  leastShare: 0.35,
  glance: 8,
  windows: 32,
  soundWindows: 120,
  stretches: 24,
  leastDriftScore: 4.6,
  farthestRate: 0.012,
  knownSpeeds: true,
};

/** Trying other speeds takes a second a pair that shares nothing. */
export const withoutKnownSpeeds: Effort = { ...thorough, looked: "without-known-speeds", knownSpeeds: false };

/** Sounds that share nothing seldom reach these scores: see the method page for what is missed. */
export const quick: Effort = {
  looked: "at-a-glance",
  candidates: 4,
  leastScore: 4.4,
  leastShare: 0.5,
  glance: 6,
  windows: 20,
  soundWindows: 24,
  stretches: 12,
  leastDriftScore: 5.6,
  farthestRate: 0.0015,
  knownSpeeds: false,
};

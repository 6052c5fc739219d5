/** What the player tells of itself, and what a reveal brings to it. */
import type { PictureSource } from "./picture-source.ts";
import type { PlayerMapping } from "./player-frames.ts";

export const SPEEDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

export interface PlayerState {
  /** Frame on the canvas; while covered, the place chosen. Null before the first. */
  readonly shown: number | null;
  /** True while a picture (or sound) stands behind `shown`. */
  readonly attached: boolean;
  /** Wanted and not yet painted. */
  readonly waitingFor: number | null;
  readonly playing: "no" | "forward" | "backward";
  readonly speed: number;
  readonly loop: boolean;
  readonly markIn: number | null;
  readonly markOut: number | null;
  readonly muted: boolean;
  readonly volume: number;
  /** Why the last picture could not be shown, in the program's words. */
  readonly fault: string | null;
}

/** What a reveal brings: pictures, sound, and where to paint. The caller closes them after `detach`. */
export interface PlayerParts {
  readonly mapping: PlayerMapping;
  /** Null for sound. */
  readonly source: PictureSource | null;
  /** Plays the sound; null when there is none. With a "player" source it is the video element itself. */
  readonly element: HTMLMediaElement | null;
  readonly canvas: HTMLCanvasElement | null;
}

export const startState: PlayerState = {
  shown: null,
  attached: false,
  waitingFor: null,
  playing: "no",
  speed: 1,
  loop: false,
  markIn: null,
  markOut: null,
  muted: true,
  volume: 1,
  fault: null,
};

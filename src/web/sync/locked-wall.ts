/**
 * All clips of the wall on one clock. The clock is the sound of the clip that is heard, and the page's own while nothing is; at each
 * animation frame every clip is shown the same moment in one task. Where pictures come late the clock waits for them, and what was
 * waited for or passed over is counted: nothing runs out of step unsaid.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { FrameClock } from "../bench/frame-clock.ts";
import { SPEEDS } from "../bench/player-state.ts";
import { type ClipTiming, type Covered } from "./clip-timing.ts";
import { type DriftFigures, noDrift, withLook } from "./drift-probe.ts";
import { type ClipSight, WallClip } from "./wall-clip.ts";

/** A picture later than this makes a sounding clock wait for it, seconds: two frames at 25 a second. The page's own clock waits for each. */
const HOLD_BEYOND_SEC = 0.08;
/** A clip that keeps the others waiting for longer is left behind, and said to be. */
const PICTURES_WITHIN_MS = 3000;
/** How long the clock waits for sound to start before it goes on without. */
const SOUND_WITHIN_MS = 1500;

export interface WallState {
  readonly playing: "no" | "forward" | "backward";
  readonly speed: number;
  readonly heard: ItemId | null;
  readonly muted: boolean;
  readonly holding: "no" | "pictures" | "sound";
  /** Why the chosen sound is not heard; null when nothing is wrong. */
  readonly soundFault: string | null;
  /** Clips whose clock is known; changes with each that comes or goes. */
  readonly joined: number;
  readonly whole: Covered;
  readonly drift: DriftFigures;
  /** Clips that come so late that they are waited for no longer. The same list while they are the same. */
  readonly leftBehind: readonly ItemId[];
}

export interface WallLook {
  readonly clockSec: number;
  readonly sights: ReadonlyMap<ItemId, ClipSight>;
}

const startState: WallState = {
  playing: "no",
  speed: 1,
  heard: null,
  muted: true,
  holding: "no",
  soundFault: null,
  joined: 0,
  whole: { from: 0, to: 0 },
  drift: noDrift,
  leftBehind: [],
};

export class LockedWall {
  readonly #clips = new Map<ItemId, WallClip>();
  readonly #listeners = new Set<() => void>();
  readonly #lookers = new Set<(look: WallLook) => void>();
  #state = startState;
  #sec: number;
  #look: WallLook;
  #animation = 0;
  /** Page milliseconds of the last animation frame of playing. */
  #lastMs: number | null = null;
  #drift = noDrift;
  #told = 0;
  #counted = { due: 0, shown: 0 };
  #sound: { clip: WallClip; state: "starting" | "on"; sinceMs: number } | null = null;
  #soundRefused = false;
  #heldSinceMs: number | null = null;
  #stoodSinceMs: number | null = null;
  readonly #leftBehind = new Set<ItemId>();
  #closed = false;

  constructor(startSec: number) {
    this.#sec = startSec;
    this.#look = { clockSec: startSec, sights: new Map() };
  }

  // Clips.

  join(item: ItemId, clock: FrameClock, shiftSec: number, timing: ClipTiming): WallClip {
    const clip = new WallClip(item, clock, shiftSec, () => this.#refresh());
    clip.setTiming(timing);
    this.#clips.set(item, clip);
    this.#set({ joined: this.#state.joined + 1 });
    this.#measureWhole();
    this.#refresh();
    return clip;
  }

  leave(clip: WallClip): void {
    if (this.#sound?.clip === clip) this.#endSound();
    clip.detach();
    if (this.#clips.get(clip.item) === clip) this.#clips.delete(clip.item);
    this.#measureWhole();
  }

  setTiming(item: ItemId, timing: ClipTiming): void {
    const clip = this.#clips.get(item);
    if (clip === undefined) return;
    clip.setTiming(timing);
    if (this.#sound?.clip === clip) this.#endSound();
    this.#measureWhole();
    this.#refresh();
  }

  clip(item: ItemId): WallClip | undefined {
    return this.#clips.get(item);
  }

  #measureWhole(): void {
    const parts = [...this.#clips.values()].map((clip) => clip.covered);
    const from = Math.min(...parts.map((part) => part.from));
    const to = Math.max(...parts.map((part) => part.to));
    const whole = parts.length === 0 ? { from: 0, to: 0 } : { from, to };
    if (whole.from !== this.#state.whole.from || whole.to !== this.#state.whole.to) this.#set({ whole });
  }

  // What is told.

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): WallState => this.#state;

  /** Told at each animation frame, after painting, and once at the beginning. */
  onLook(looker: (look: WallLook) => void): () => void {
    this.#lookers.add(looker);
    looker(this.#look);
    return () => this.#lookers.delete(looker);
  }

  get clockSec(): number {
    return this.#sec;
  }

  look(): WallLook {
    return this.#look;
  }

  #set(change: Partial<WallState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  // Transport.

  seek(commonSec: number): void {
    const { from, to } = this.#state.whole;
    this.#sec = to > from ? Math.min(to, Math.max(from, commonSec)) : commonSec;
    this.#endSound();
    this.#refresh();
  }

  /** Goes to the frame `by` frames from the one of this clip; where the clip did not film, to its nearest end. */
  step(item: ItemId, by: number): void {
    const clip = this.#clips.get(item);
    if (clip === undefined) return;
    this.pause();
    const here = clip.frameAt(this.#sec);
    const edge = this.#sec < clip.covered.from ? clip.clock.shownOrder[0] : clip.clock.shownOrder.at(-1);
    const next = here === null ? edge : clip.neighbour(here, by);
    const start = next === undefined || next === null ? null : clip.startOf(next);
    if (start !== null) this.seek(start);
  }

  stepSeconds(sec: number): void {
    this.seek(this.#sec + sec);
  }

  toggle(): void {
    if (this.#state.playing === "no") this.play("forward");
    else this.pause();
  }

  play(direction: "forward" | "backward", speed = this.#state.speed): void {
    const { from, to } = this.#state.whole;
    if (to <= from) return;
    if (direction === "forward" && this.#sec >= to - 0.001) this.#sec = from;
    if (direction === "backward" && this.#sec <= from) this.#sec = to;
    if (this.#state.playing === "no") this.#drift = noDrift;
    this.#counted = this.#counts();
    this.#endSound();
    this.#soundRefused = false;
    this.#set({ playing: direction, speed, soundFault: null });
    this.#lastMs = null;
    cancelAnimationFrame(this.#animation);
    this.#animation = requestAnimationFrame(this.#tick);
  }

  pause(): void {
    if (this.#state.playing === "no") return;
    cancelAnimationFrame(this.#animation);
    this.#endSound();
    this.#heldSinceMs = null;
    this.#stoodSinceMs = null;
    this.#leftBehind.clear();
    this.#set({ playing: "no", holding: "no", drift: this.#drift, leftBehind: [] });
    this.#refresh();
  }

  shuttle(direction: "forward" | "backward"): void {
    const { playing, speed } = this.#state;
    this.play(direction, playing === direction ? Math.min(4, Math.max(1, speed * 2)) : 1);
  }

  setSpeed(speed: number): void {
    this.#endSound();
    this.#set({ speed: Math.min(4, Math.max(0.1, speed)) });
  }

  nudgeSpeed(by: 1 | -1): void {
    const { speed } = this.#state;
    const next = by === 1 ? SPEEDS.find((listed) => listed > speed + 1e-9) : SPEEDS.findLast((listed) => listed < speed - 1e-9);
    if (next !== undefined) this.setSpeed(next);
  }

  setMuted(muted: boolean): void {
    if (muted) this.#endSound();
    this.#soundRefused = false;
    this.#set({ muted });
  }

  hear(item: ItemId | null): void {
    this.#endSound();
    this.#soundRefused = false;
    this.#set({ heard: item, soundFault: null });
  }

  // The clock.

  readonly #tick = (ms: number): void => {
    if (this.#closed || this.#state.playing === "no") return;
    const passedMs = this.#lastMs === null ? 0 : Math.max(0, ms - this.#lastMs);
    this.#lastMs = ms;
    const forward = this.#state.playing === "forward";
    const before = this.#sec;
    const holding = this.#holding(ms);
    const wished = holding === "no" ? this.#advanced(passedMs / 1000, forward) : before;
    this.#sec = this.#sound?.state === "on" ? wished : this.#gated(wished, forward, ms);
    const lostSec = holding === "no" ? Math.abs(wished - this.#sec) / this.#state.speed : passedMs / 1000;
    if (holding === "pictures") this.#endSound();
    const { from, to } = this.#state.whole;
    const ended = forward ? this.#sec >= to : this.#sec <= from;
    // The last moment is one of the last frame; the end itself is nobody's.
    if (ended) this.#sec = forward ? to - 1e-5 : from;
    this.#show(forward ? 1 : -1);
    this.#record(Math.abs(this.#sec - before), lostSec);
    if (ended) return this.pause();
    if (holding !== "pictures") this.#keepSound(ms);
    if (holding !== this.#state.holding || ms - this.#told > 250) {
      this.#told = ms;
      this.#set({ holding, drift: this.#drift, leftBehind: this.#leftNow() });
    }
    this.#animation = requestAnimationFrame(this.#tick);
  };

  #advanced(passedSec: number, forward: boolean): number {
    const sounded = this.#sound?.state === "on" && forward ? this.#sound.clip.commonOfElement() : null;
    // A sound's clock may be told a little late; the wall's never runs back.
    if (sounded !== null) return Math.max(this.#sec, sounded);
    return this.#sec + (forward ? passedSec : -passedSec) * this.#state.speed;
  }

  /** The page's clock goes no further than every clip can follow: then none is ever out of step, and playing is slower where decoding is. */
  #gated(wished: number, forward: boolean, ms: number): number {
    const direction = forward ? 1 : -1;
    let sec = wished;
    const stops: ItemId[] = [];
    for (const clip of this.#clips.values()) {
      if (this.#leftBehind.has(clip.item)) continue;
      const until = clip.readyUntil(this.#sec, direction);
      if ((until - this.#sec) * direction <= 0) stops.push(clip.item);
      sec = forward ? Math.min(sec, Math.max(this.#sec, until)) : Math.max(sec, Math.min(this.#sec, until));
    }
    if (stops.length === 0) this.#stoodSinceMs = null;
    else if (ms - (this.#stoodSinceMs ??= ms) > PICTURES_WITHIN_MS) for (const item of stops) this.#leftBehind.add(item);
    return sec;
  }

  /** What the clock waits for: late pictures until they are due ones again, or sound that is starting. */
  #holding(ms: number): WallState["holding"] {
    const direction = this.#state.playing === "backward" ? -1 : 1;
    for (const [item, { framesBehind }] of this.#look.sights) {
      const until = this.#clips.get(item)?.readyUntil(this.#sec, direction) ?? this.#sec;
      if (framesBehind === 0 && (until - this.#sec) * direction > 0) this.#leftBehind.delete(item);
    }
    const waits = this.#heldSinceMs !== null;
    const late = [...this.#look.sights].filter(([item, { shown, lateSec, framesBehind }]) => {
      if (framesBehind === 0 || this.#leftBehind.has(item)) return false;
      return waits || shown === null || lateSec > HOLD_BEYOND_SEC;
    });
    if (late.length > 0) {
      this.#heldSinceMs ??= ms;
      if (ms - this.#heldSinceMs < PICTURES_WITHIN_MS) return "pictures";
      for (const [item] of late) this.#leftBehind.add(item);
    }
    this.#heldSinceMs = null;
    if (this.#sound?.state !== "starting") return "no";
    if (ms - this.#sound.sinceMs < SOUND_WITHIN_MS) return "sound";
    this.#soundRefused = true;
    this.#endSound();
    return "no";
  }

  #leftNow(): readonly ItemId[] {
    const now = [...this.#leftBehind];
    const { leftBehind } = this.#state;
    return now.length === leftBehind.length && now.every((item) => leftBehind.includes(item)) ? leftBehind : now;
  }

  #keepSound(ms: number): void {
    const { heard, muted, playing, speed } = this.#state;
    const clip = heard === null ? undefined : this.#clips.get(heard);
    const element = clip?.element ?? null;
    const wanted =
      !muted && !this.#soundRefused && playing === "forward" && clip !== undefined && element !== null && clip.covers(this.#sec);
    if (!wanted || clip === undefined || element === null) return this.#endSound();
    if (this.#sound?.clip === clip) {
      if (this.#sound.state === "on" && element.paused && !element.ended) this.#endSound();
      return;
    }
    this.#endSound();
    const sound = { clip, state: "starting" as "starting" | "on", sinceMs: ms };
    this.#sound = sound;
    element.muted = false;
    element.playbackRate = speed;
    element.currentTime = clip.elementSec(this.#sec);
    element.play().then(
      () => (sound.state = "on"),
      (error: unknown) => {
        if (this.#sound !== sound) return;
        this.#soundRefused = true;
        this.#endSound();
        this.#set({ soundFault: error instanceof Error ? error.message : String(error) });
      },
    );
  }

  #endSound(): void {
    const element = this.#sound?.clip.element;
    this.#sound = null;
    if (!element) return;
    element.pause();
    element.muted = true;
  }

  // What is shown.

  #show(direction: -1 | 0 | 1): void {
    const sights = new Map<ItemId, ClipSight>();
    for (const clip of this.#clips.values()) sights.set(clip.item, clip.present(this.#sec, direction));
    this.#look = { clockSec: this.#sec, sights };
    for (const looker of this.#lookers) looker(this.#look);
  }

  /** While the clock stands, whatever becomes ready is shown at once. */
  #refresh(): void {
    if (!this.#closed && this.#state.playing === "no") this.#show(0);
  }

  #counts(): { due: number; shown: number } {
    let [due, shown] = [0, 0];
    for (const clip of this.#clips.values()) {
      due += clip.counted.due;
      shown += clip.counted.shown;
    }
    return { due, shown };
  }

  #record(passedSec: number, heldSec: number): void {
    const now = this.#counts();
    const clips = [...this.#look.sights].flatMap(([item, sight]) => (this.#clips.get(item)?.hasPictures === true ? [{ item, sight }] : []));
    const counted = { due: now.due - this.#counted.due, shown: now.shown - this.#counted.shown };
    this.#drift = withLook(this.#drift, { clockSec: this.#sec, passedSec, heldSec, clips, ...counted });
  }

  get drift(): DriftFigures {
    return this.#drift;
  }

  close(): void {
    this.#closed = true;
    cancelAnimationFrame(this.#animation);
    this.#endSound();
    for (const clip of this.#clips.values()) clip.detach();
    this.#clips.clear();
    this.#listeners.clear();
    this.#lookers.clear();
  }
}

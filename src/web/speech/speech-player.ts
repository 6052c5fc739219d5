/**
 * Plays stretches of an item's sound at item time, as slowly as half or a quarter, at its own pitch. It holds media only while the
 * item is uncovered; before that a place can be chosen, and nothing plays. The picture, where there is one, is the element's own.
 */
import type { PlayerMapping } from "../bench/player-frames.ts";
import { type Heard, withHeard } from "./heard-stretches.ts";
import { frameStep, type ItemClock, itemOfMedia, mediaOfItem, wholeOf } from "./item-time.ts";

export const speechSpeeds = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const;

export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface SpeechState {
  /** Item time, milliseconds. */
  readonly atMs: number;
  readonly playing: Stretch | null;
  readonly loop: boolean;
  readonly speed: number;
  readonly attached: boolean;
  readonly muted: boolean;
  readonly heard: Heard;
  readonly fault: string | null;
}

/** How playing a stretch came to its end. Only what was heard to its last is heard. */
export type Played = "heard" | "muted" | "stopped" | "covered";

export class SpeechPlayer {
  readonly clock: ItemClock;
  readonly whole: Stretch;
  readonly #listeners = new Set<() => void>();
  #state: SpeechState;
  #element: HTMLMediaElement | null = null;
  #mapping: PlayerMapping | null = null;
  #animation = 0;
  #end: ((played: Played) => void) | null = null;
  /** Of the present stretch: not skipped in and not muted for any of it. */
  #heard = true;

  constructor(clock: ItemClock, atMs: number | undefined) {
    this.clock = clock;
    this.whole = wholeOf(clock);
    const start = { playing: null, loop: false, speed: 1, attached: false, muted: true, heard: [], fault: null };
    this.#state = { ...start, atMs: this.#within(atMs ?? this.whole.fromMs) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SpeechState => this.#state;

  #set(change: Partial<SpeechState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  attach(element: HTMLMediaElement, mapping: PlayerMapping): void {
    this.detach();
    this.#element = element;
    this.#mapping = mapping;
    element.preservesPitch = true;
    element.muted = this.#state.muted;
    element.playbackRate = this.#state.speed;
    this.#set({ attached: true, fault: null });
    this.#goThere(this.#state.atMs);
  }

  detach(): void {
    if (this.#element === null) return;
    this.pause();
    this.#element = null;
    this.#mapping = null;
    this.#set({ attached: false });
  }

  /** The element could not open the bytes. */
  fail(reason: string): void {
    this.pause();
    this.#set({ fault: reason });
  }

  setMuted(muted: boolean): void {
    if (this.#element) this.#element.muted = muted;
    if (muted && this.#heard) {
      this.#noteHeard();
      this.#heard = false;
    }
    this.#set({ muted });
  }

  setLoop(loop: boolean): void {
    this.#set({ loop });
  }

  setSpeed(speed: number): void {
    if (this.#element) this.#element.playbackRate = speed;
    this.#set({ speed });
  }

  /** Next listed speed up (1) or down (-1). */
  nudgeSpeed(by: 1 | -1): void {
    const at = speechSpeeds.indexOf(this.#state.speed as (typeof speechSpeeds)[number]);
    this.setSpeed(speechSpeeds[Math.min(speechSpeeds.length - 1, Math.max(0, at + by))] ?? 1);
  }

  seek(ms: number): void {
    this.pause();
    const atMs = this.#within(ms);
    this.#set({ atMs });
    this.#goThere(atMs);
  }

  step(ms: number): void {
    this.seek(this.#state.atMs + ms);
  }

  stepFrames(by: number): void {
    this.seek(frameStep(this.clock, this.#state.atMs, by));
  }

  pause(): void {
    this.#stop("stopped");
  }

  /** Goes on from here; at the end it begins anew. */
  toggle(): void {
    if (this.#state.playing !== null) return this.pause();
    const { atMs } = this.#state;
    void this.play({ fromMs: atMs >= this.whole.toMs - 30 ? this.whole.fromMs : atMs, toMs: this.whole.toMs });
  }

  /** Resolves when it ends; a loop ends when it is stopped. */
  play(stretch: Stretch): Promise<Played> {
    this.pause();
    const element = this.#element;
    if (element === null) return Promise.resolve("covered");
    const playing = { fromMs: this.#within(stretch.fromMs), toMs: this.#within(stretch.toMs) };
    this.#heard = !this.#state.muted;
    this.#set({ playing, atMs: playing.fromMs, fault: null });
    this.#goThere(playing.fromMs);
    element.playbackRate = this.#state.speed;
    return new Promise((resolve) => {
      this.#end = resolve;
      element.play().then(
        () => {
          if (this.#element === element && this.#state.playing === playing) this.#animation = requestAnimationFrame(this.#tick);
        },
        (error: unknown) => {
          if (this.#state.playing !== playing) return;
          this.#stop("stopped");
          this.#set({ fault: error instanceof Error ? error.message : String(error) });
        },
      );
    });
  }

  #stop(played: Played): void {
    if (this.#state.playing === null) return;
    cancelAnimationFrame(this.#animation);
    this.#element?.pause();
    this.#noteHeard();
    this.#set({ playing: null });
    const end = this.#end;
    this.#end = null;
    end?.(played);
  }

  readonly #tick = (): void => {
    const { playing, loop } = this.#state;
    const element = this.#element;
    if (playing === null || element === null || this.#mapping === null) return;
    const atMs = itemOfMedia(this.clock, this.#mapping, element.currentTime) * 1000;
    if (atMs >= playing.toMs || element.ended) {
      if (loop) {
        this.#set({ atMs: playing.toMs });
        this.#noteHeard();
        this.#set({ atMs: playing.fromMs });
        this.#goThere(playing.fromMs);
        if (element.paused) void element.play().catch((error: unknown) => this.fail(String(error)));
      } else {
        this.#set({ atMs: playing.toMs });
        return this.#stop(this.#heard ? "heard" : "muted");
      }
    } else if (!element.seeking) this.#set({ atMs: Math.max(playing.fromMs, Math.round(atMs)) });
    this.#animation = requestAnimationFrame(this.#tick);
  };

  /** From where the present stretch began to here, if all of it sounded. */
  #noteHeard(): void {
    const { playing, atMs, heard } = this.#state;
    if (playing !== null && this.#heard && atMs > playing.fromMs)
      this.#set({ heard: withHeard(heard, { fromMs: playing.fromMs, toMs: atMs }) });
  }

  #within(ms: number): number {
    return Math.round(Math.min(this.whole.toMs, Math.max(this.whole.fromMs, ms)));
  }

  #goThere(ms: number): void {
    // A tenth of a millisecond on: a player that rounds down would show the frame before.
    if (this.#element && this.#mapping) this.#element.currentTime = mediaOfItem(this.clock, this.#mapping, ms / 1000) + 0.0001;
  }

  close(): void {
    this.detach();
    this.#listeners.clear();
  }
}

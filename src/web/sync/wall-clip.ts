/**
 * One picture of the wall. It has no clock of its own: at each animation frame it is told the common clock, and shows the frame whose
 * time is the last not after it. The next frame is decoded ahead and held until it is due, so that all clips change in one task; a
 * frame that comes late is shown late and counted as late, never passed off as the one that was due.
 */
import type { ItemId } from "../../core/item/item.ts";
import { endOfFrame, type FrameClock, frameAtClock, lastAtOrBelow } from "../bench/frame-clock.ts";
import { paint } from "../bench/paint.ts";
import type { Picture } from "../bench/picture-source.ts";
import { grabShown } from "../bench/player-frames.ts";
import type { PlayerParts } from "../bench/player-state.ts";
import { atOffset, type ClipTiming, type Covered, covered, toCommon, toItem } from "./clip-timing.ts";

/** What a clip showed at an animation frame, against the clock. */
export interface ClipSight {
  /** Frame that the clock asks for; null where the clip did not film. */
  readonly due: number | null;
  /** Frame on the canvas; null while covered or not filmed. */
  readonly shown: number | null;
  /** Seconds of the common clock since the shown frame should have given way; 0 in step. */
  readonly lateSec: number;
  /** Frames between the shown one and the due one. */
  readonly framesBehind: number;
}

/** A grace of a microsecond: a clock set to a frame's own time must find that frame. */
const GRACE_SEC = 1e-6;
/** How long before a clip begins its first pictures are made ready. */
const READY_BEFORE_SEC = 2;

export class WallClip {
  readonly item: ItemId;
  readonly clock: FrameClock;
  /** On the player's clock. */
  readonly startSec: number;
  readonly #onPicture: () => void;
  /** Item time less the player's clock: 0 but for sounds whose first sample is not at 0. */
  readonly shiftSec: number;
  /** On the player's clock. */
  #timing: ClipTiming = atOffset(0);
  #parts: PlayerParts | null = null;
  /** Decoded and held, at most as many as the source keeps drawable. */
  #ready: Picture[] = [];
  /** Not asked for again until the clip is revealed anew. */
  readonly #failed = new Set<number>();
  #fetching = false;
  #due: number | null = null;
  /** What should be ready, soonest first. */
  #wanted: readonly number[] = [];
  #shown: number | null = null;
  #fault: string | null = null;
  /** Widest that the picture is drawn, device pixels. */
  #room = Number.POSITIVE_INFINITY;
  #isMoving = false;
  /** While playing and revealed: frames that the clock asked for, and those of them that were shown. */
  #counted = { due: 0, shown: 0 };

  /** `onPicture` is told when a picture that was waited for is there. */
  constructor(item: ItemId, clock: FrameClock, shiftSec: number, onPicture: () => void) {
    this.item = item;
    this.shiftSec = shiftSec;
    this.clock = clock;
    this.startSec = clock.table.edited[clock.shownOrder[0] ?? -1] ?? 0;
    this.#onPicture = onPicture;
  }

  setTiming(timing: ClipTiming): void {
    this.#timing = { ...timing, at: { ...timing.at, item: timing.at.item - this.shiftSec } };
  }

  /** Item time of a moment of the common clock. */
  itemSec(commonSec: number): number {
    return toItem(this.#timing, commonSec) + this.shiftSec;
  }

  setRoom(devicePixels: number): void {
    this.#room = Math.max(64, devicePixels);
  }

  get covered(): Covered {
    return covered(this.#timing, this.startSec, this.clock.endSec);
  }

  covers(commonSec: number): boolean {
    const { from, to } = this.covered;
    return commonSec >= from - GRACE_SEC && commonSec < to;
  }

  /** True while pictures can be had. */
  get hasPictures(): boolean {
    return this.#parts?.source != null && this.#parts.canvas !== null;
  }

  get element(): HTMLMediaElement | null {
    return this.#parts?.element ?? null;
  }

  get counted(): { readonly due: number; readonly shown: number } {
    return this.#counted;
  }

  get fault(): string | null {
    return this.#fault;
  }

  attach(parts: PlayerParts): void {
    this.detach();
    this.#failed.clear();
    this.#parts = parts;
    if (parts.element) parts.element.muted = true;
    this.#onPicture();
  }

  /** Blanks the canvas and lets go of the parts. */
  detach(): void {
    const parts = this.#parts;
    if (!parts) return;
    this.#parts = null;
    this.#ready = [];
    this.#shown = null;
    this.#fault = null;
    parts.element?.pause();
    parts.canvas?.getContext("2d")?.clearRect(0, 0, parts.canvas.width, parts.canvas.height);
    this.#onPicture();
  }

  /** Frame that stands at a moment of the common clock; null where nothing was filmed. */
  frameAt(commonSec: number): number | null {
    return this.covers(commonSec) ? frameAtClock(this.clock, toItem(this.#timing, commonSec) + GRACE_SEC) : null;
  }

  /** Common time at which a frame begins; null for frames that the edit list hides. */
  startOf(frame: number): number | null {
    const sec = this.clock.table.edited[frame];
    return typeof sec === "number" ? toCommon(this.#timing, sec) : null;
  }

  /** The frame `by` shown frames from another one, kept within the clip. */
  neighbour(frame: number, by: number): number | null {
    const order = this.clock.shownOrder;
    const at = this.#placeOf(frame) + by;
    return order[Math.min(order.length - 1, Math.max(0, at))] ?? null;
  }

  #placeOf(frame: number): number {
    const sec = this.clock.table.edited[frame] ?? 0;
    return lastAtOrBelow(this.clock.shownOrder.length, (i) => this.clock.table.edited[this.clock.shownOrder[i] as number] as number, sec);
  }

  /** Paints what is due if it is there, and asks for what comes next. `direction` 0: the clock stands. */
  present(commonSec: number, direction: -1 | 0 | 1): ClipSight {
    const due = this.frameAt(commonSec);
    this.#isMoving = direction !== 0;
    if (due !== this.#due) {
      if (due !== null && this.#isMoving && this.hasPictures)
        this.#counted.due += this.#due === null ? 1 : Math.abs(this.#placeOf(due) - this.#placeOf(this.#due));
      this.#due = due;
    }
    this.#wanted = this.#wantedFrom(commonSec, due, direction);
    this.#paintReady(due, direction);
    // What is wanted no more may not stay drawable.
    this.#ready = this.#ready.filter(({ frame }) => this.#wanted.includes(frame));
    this.#fetch();
    return this.#sight(commonSec, due, direction);
  }

  /** The due frame and those that follow it; before a clip begins, its first ones. */
  #wantedFrom(commonSec: number, due: number | null, direction: -1 | 0 | 1): number[] {
    // The due one, and as many after it as can be held.
    const most = 1 + (this.#parts?.source?.drawable ?? 1);
    let at = due;
    if (at === null) {
      const { from, to } = this.covered;
      const order = this.clock.shownOrder;
      if (direction > 0 && commonSec < from && from - commonSec < READY_BEFORE_SEC) at = order[0] ?? null;
      if (direction < 0 && commonSec >= to && commonSec - to < READY_BEFORE_SEC) at = order.at(-1) ?? null;
    }
    const wanted: number[] = [];
    while (at !== null && wanted.length < most && at !== wanted.at(-1)) {
      wanted.push(at);
      // At rest the next ones are made ready too: playing starts with them.
      at = this.neighbour(at, direction === 0 ? 1 : direction);
    }
    return wanted;
  }

  /** How far the clock may go on before a picture is wanted that is not there yet. Infinite for a clip that has none to show. */
  readyUntil(commonSec: number, direction: -1 | 1): number {
    const never = direction * Number.POSITIVE_INFINITY;
    if (!this.hasPictures || this.#fault !== null) return never;
    let at = this.frameAt(commonSec) ?? this.#wantedFrom(commonSec, null, direction)[0] ?? null;
    if (at === null) return never;
    const isThere = (frame: number): boolean => frame === this.#shown || this.#ready.some((ready) => ready.frame === frame);
    if (!isThere(at)) return this.covers(commonSec) ? commonSec : direction > 0 ? this.covered.from - GRACE_SEC : this.covered.to;
    for (;;) {
      const next = this.neighbour(at, direction);
      if (next === null || next === at) return never;
      // Going on: as long as this one stands. Back: until the one before it would have to be shown.
      if (!isThere(next)) return direction > 0 ? (this.startOf(next) ?? commonSec) - 2 * GRACE_SEC : (this.startOf(at) ?? commonSec);
      at = next;
    }
  }

  #paintReady(due: number | null, direction: -1 | 0 | 1): void {
    const { canvas, source, element, mapping } = this.#parts ?? {};
    if (!canvas || !source || !mapping) return;
    if (due === null) {
      if (this.#shown !== null) canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
      this.#shown = null;
      return;
    }
    // The player source shows what it sounds; asking it for a frame by number would stop the sound.
    if (source.way === "player" && element instanceof HTMLVideoElement && !element.paused) {
      const { grabbed, frame } = grabShown(element, mapping);
      if (frame !== null)
        this.#paint(frame, element.videoWidth, element.videoHeight, (context, w, h) => context.drawImage(grabbed, 0, 0, w, h));
      grabbed.close();
      return;
    }
    if (due === this.#shown) return;
    // A late picture is nearer to the truth than the one before it; one that is not due yet waits.
    const ready =
      this.#ready.find(({ frame }) => frame === due) ??
      (direction === 0 ? undefined : this.#ready.findLast(({ frame }) => this.#isBetween(frame, due, direction)));
    if (ready !== undefined) this.#paint(ready.frame, ready.width, ready.height, (context, w, h) => ready.draw(context, w, h));
  }

  #isBetween(frame: number, due: number, direction: -1 | 1): boolean {
    if (this.#shown === null) return false;
    const [shown, here, last] = [this.#placeOf(this.#shown), this.#placeOf(frame), this.#placeOf(due)];
    return direction > 0 ? here > shown && here < last : here < shown && here > last;
  }

  #paint(frame: number, width: number, height: number, draw: (context: CanvasRenderingContext2D, w: number, h: number) => void): void {
    const canvas = this.#parts?.canvas;
    if (!canvas) return;
    const part = Math.min(1, this.#room / width);
    paint(canvas, Math.round(width * part), Math.round(height * part), draw);
    if (this.#isMoving && frame === this.#due && frame !== this.#shown) this.#counted.shown++;
    this.#shown = frame;
  }

  #fetch(): void {
    const parts = this.#parts;
    if (!parts?.source || this.#fetching || (parts.source.way === "player" && parts.element?.paused === false)) return;
    const { source } = parts;
    const wanted = this.#wanted.find(
      (frame) => frame !== this.#shown && !this.#failed.has(frame) && !this.#ready.some((ready) => ready.frame === frame),
    );
    if (wanted === undefined) return;
    this.#fetching = true;
    source
      .picture(wanted)
      .then(
        (picture) => {
          if (this.#parts !== parts) return;
          if (this.#wanted.includes(picture.frame)) this.#ready = [...this.#ready, picture].slice(-source.drawable);
          this.#fault = null;
        },
        (error: unknown) => {
          if (this.#parts !== parts) return;
          this.#fault = error instanceof Error ? error.message : String(error);
          this.#failed.add(wanted);
        },
      )
      .finally(() => {
        this.#fetching = false;
        if (this.#parts !== parts) return;
        this.#onPicture();
        this.#fetch();
      });
  }

  #sight(commonSec: number, due: number | null, direction: -1 | 0 | 1): ClipSight {
    const shown = this.#shown;
    if (due === null || shown === null || shown === due) {
      const waits = due !== null && shown === null && this.hasPictures;
      return { due, shown, lateSec: 0, framesBehind: waits ? 1 : 0 };
    }
    const gaveWay = direction < 0 ? (this.startOf(shown) ?? commonSec) : toCommon(this.#timing, endOfFrame(this.clock, shown));
    const lateSec = Math.abs(commonSec - gaveWay);
    return { due, shown, lateSec, framesBehind: Math.abs(this.#placeOf(due) - this.#placeOf(shown)) };
  }

  /** Seconds of the playing element for a moment of the common clock. */
  elementSec(commonSec: number): number {
    const item = toItem(this.#timing, commonSec);
    const frame = frameAtClock(this.clock, item + GRACE_SEC);
    const start = frame === null ? null : (this.#parts?.mapping.startOf(frame) ?? null);
    return start === null || frame === null ? item : start + (item - (this.clock.table.edited[frame] ?? item));
  }

  /** The moment of the common clock that the element sounds now. */
  commonOfElement(): number | null {
    const { element, mapping } = this.#parts ?? {};
    if (!element || !mapping) return null;
    const frame = mapping.frameAt(element.currentTime);
    const start = frame === null ? null : mapping.startOf(frame);
    const begin = frame === null ? null : this.clock.table.edited[frame];
    if (start === null || typeof begin !== "number") return toCommon(this.#timing, element.currentTime);
    return toCommon(this.#timing, begin + (element.currentTime - start));
  }
}

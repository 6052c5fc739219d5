/**
 * The player behind the bench. One canvas shows every picture, moving or still, and each picture comes with its own
 * number: the number on screen is set in the same task that paints. Sound comes from an element that plays the same
 * bytes; while it sounds, it is the clock. It holds no media of its own: before a reveal, and after cover, a place in
 * the clip can be chosen, and no picture stands for it.
 */
import { framePast, type GraphicStretch } from "../../core/wellbeing/graphic-stretch.ts";
import { type FrameClock, clampFrame, frameAfterSeconds } from "./frame-clock.ts";
import { grabShown, mappingOfOriginal, type PlayerMapping } from "./player-frames.ts";
import { type PlayerParts, type PlayerState, startState, SPEEDS } from "./player-state.ts";
import { paint } from "./paint.ts";

export class FramePlayer {
  readonly clock: FrameClock;
  readonly #uncovered: PlayerMapping;
  #parts: PlayerParts | null = null;
  readonly #listeners = new Set<() => void>();
  #state: PlayerState = startState;
  #painting: Promise<void> | null = null;
  #animation = 0;
  /** Stretches that playing goes past. Stepping and seeking are asked for frame by frame, and go where they are told. */
  #skips: readonly Pick<GraphicStretch, "fromFrame" | "toFrame">[] = [];
  /** Clock seconds and page milliseconds at which silent playing began. */
  #began = { sec: 0, ms: 0 };
  #closed = false;

  constructor(clock: FrameClock) {
    this.clock = clock;
    this.#uncovered = mappingOfOriginal(clock);
  }

  get #mapping(): PlayerMapping {
    return this.#parts?.mapping ?? this.#uncovered;
  }

  /** Shows the frame at the present place. Sound stays off until `setMuted(false)`. */
  attach(parts: PlayerParts): void {
    this.detach();
    this.#parts = parts;
    if (parts.element) {
      parts.element.muted = this.#state.muted;
      parts.element.volume = this.#state.volume;
    }
    this.#set({ attached: true, fault: null });
    this.#want(clampFrame(this.clock, this.position));
  }

  /** Stops, blanks the canvas, and lets go of the parts; the place and the marks stay. */
  detach(): void {
    const parts = this.#parts;
    if (!parts) return;
    this.pause();
    this.#parts = null;
    parts.element?.pause();
    parts.canvas?.getContext("2d")?.clearRect(0, 0, parts.canvas.width, parts.canvas.height);
    this.#set({ attached: false });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): PlayerState => this.#state;

  #set(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Frame that the next step counts from: a wanted one counts, so that quick steps add up. */
  get position(): number {
    return this.#state.waitingFor ?? this.#state.shown ?? 0;
  }

  /** Frame whose sound plays now; the picture of it may come later. */
  get heard(): number {
    return this.#state.playing === "no" ? this.position : (this.#mapping.frameAt(this.#clockSec()) ?? this.position);
  }

  seek(frame: number): void {
    const wanted = clampFrame(this.clock, frame);
    if (this.#state.playing !== "no") this.#startClock(wanted);
    this.#want(wanted);
  }

  step(frames: number): void {
    this.pause();
    this.#want(clampFrame(this.clock, this.position + frames));
  }

  stepSeconds(sec: number): void {
    this.seek(frameAfterSeconds(this.clock, this.position, sec));
  }

  #want(frame: number): void {
    if (this.#closed || this.clock.count === 0) return;
    this.#set({ waitingFor: frame });
    this.#painting ??= this.#paintWanted().finally(() => (this.#painting = null));
  }

  /** Paints what is wanted until nothing new is; steps that come faster than pictures are joined. */
  async #paintWanted(): Promise<void> {
    for (;;) {
      const wanted = this.#state.waitingFor;
      if (wanted === null || this.#closed) return;
      const parts = this.#parts;
      try {
        if (parts?.source && parts.canvas) {
          const { source, canvas } = parts;
          const picture = await source.picture(wanted);
          // Covered meanwhile: nothing may be painted any more.
          if (this.#parts !== parts) continue;
          paint(canvas, picture.width, picture.height, (context, width, height) => picture.draw(context, width, height));
          this.#painted(picture.frame, wanted);
        } else this.#painted(wanted, wanted);
      } catch (error) {
        if (this.#parts !== parts) continue;
        const left = this.#state.waitingFor === wanted ? null : this.#state.waitingFor;
        this.#set({ waitingFor: left, fault: error instanceof Error ? error.message : String(error) });
        if (this.#state.playing !== "no") this.pause();
      }
    }
  }

  #painted(frame: number, wanted: number): void {
    this.#set({ shown: frame, fault: null, waitingFor: this.#state.waitingFor === wanted ? null : this.#state.waitingFor });
  }

  // Playing.

  toggle(): void {
    if (this.#state.playing === "no") this.play("forward");
    else this.pause();
  }

  play(direction: "forward" | "backward", speed = this.#state.speed): void {
    if (this.clock.shownOrder.length === 0) return;
    let from = this.position;
    const last = this.#lastFrame();
    const first = this.#firstFrame();
    if (direction === "forward" && (from >= last || (this.#state.loop && from < first))) from = first;
    if (direction === "backward" && (from <= first || (this.#state.loop && from > last))) from = last;
    this.#set({ playing: direction, speed });
    this.#startClock(from);
    cancelAnimationFrame(this.#animation);
    this.#animation = requestAnimationFrame(this.#tick);
  }

  pause(): void {
    if (this.#state.playing === "no") return;
    cancelAnimationFrame(this.#animation);
    this.#parts?.element?.pause();
    this.#set({ playing: "no" });
    // A grabbed picture of the playing element gives way to the frame asked for by number.
    if (this.#parts?.source?.way === "player" && this.#state.shown !== null) this.#want(this.#state.shown);
  }

  /** J and L: the other way starts at normal speed, the same way again doubles it up to four times. */
  shuttle(direction: "forward" | "backward"): void {
    const { playing, speed } = this.#state;
    this.play(direction, playing === direction ? Math.min(4, Math.max(1, speed * 2)) : 1);
  }

  setSpeed(speed: number): void {
    const kept = Math.min(4, Math.max(0.1, speed));
    this.#set({ speed: kept });
    if (this.#state.playing !== "no") this.#startClock(this.position);
  }

  /** Next listed speed up (1) or down (-1). */
  nudgeSpeed(by: 1 | -1): void {
    const { speed } = this.#state;
    const next = by === 1 ? SPEEDS.find((listed) => listed > speed + 1e-9) : SPEEDS.findLast((listed) => listed < speed - 1e-9);
    if (next !== undefined) this.setSpeed(next);
  }

  setSkips(stretches: readonly Pick<GraphicStretch, "fromFrame" | "toFrame">[]): void {
    this.#skips = stretches;
  }

  setLoop(loop: boolean): void {
    this.#set({ loop });
  }

  setMuted(muted: boolean): void {
    if (this.#parts?.element) this.#parts.element.muted = muted;
    this.#set({ muted });
  }

  setVolume(volume: number): void {
    const kept = Math.min(1, Math.max(0, volume));
    if (this.#parts?.element) this.#parts.element.volume = kept;
    this.#set({ volume: kept });
  }

  markIn(frame: number | null = this.position): void {
    const { markOut } = this.#state;
    this.#set({ markIn: frame, markOut: frame !== null && markOut !== null && markOut < frame ? null : markOut });
  }

  markOut(frame: number | null = this.position): void {
    const { markIn } = this.#state;
    this.#set({ markOut: frame, markIn: frame !== null && markIn !== null && markIn > frame ? null : markIn });
  }

  clearMarks(): void {
    this.#set({ markIn: null, markOut: null });
  }

  #firstFrame(): number {
    const { loop, markIn } = this.#state;
    return loop && markIn !== null ? markIn : (this.clock.shownOrder[0] ?? 0);
  }

  #lastFrame(): number {
    const { loop, markOut } = this.#state;
    return loop && markOut !== null ? markOut : (this.clock.shownOrder.at(-1) ?? 0);
  }

  /** Sets the clock to a frame; a hidden one has no time, so the next shown one counts. */
  #startClock(frame: number): void {
    const mapping = this.#mapping;
    const element = this.#parts?.element;
    let from = frame;
    while (from < this.clock.count - 1 && mapping.startOf(from) === null) from++;
    const sec = mapping.startOf(from) ?? mapping.startOf(this.clock.shownOrder.at(-1) ?? 0) ?? 0;
    this.#began = { sec, ms: performance.now() };
    if (!element) return;
    if (this.#state.playing === "forward") {
      element.playbackRate = this.#state.speed;
      element.currentTime = mapping.middleOf(from) ?? sec;
      element.play().then(
        () => (this.#began = { sec, ms: performance.now() }),
        // The silent clock goes on: sound that cannot play is told of, and pictures still move.
        (error: unknown) => {
          if (this.#state.playing !== "no") this.#set({ fault: error instanceof Error ? error.message : String(error) });
        },
      );
    } else element.pause();
  }

  #clockSec(): number {
    const element = this.#parts?.element;
    const { playing, speed } = this.#state;
    if (element && playing === "forward" && !element.paused && !element.ended && element.readyState >= 2) return element.currentTime;
    const passed = ((performance.now() - this.#began.ms) / 1000) * speed;
    return this.#began.sec + (playing === "backward" ? -passed : passed);
  }

  readonly #tick = (): void => {
    if (this.#closed || this.#state.playing === "no") return;
    const forward = this.#state.playing === "forward";
    const sec = this.#clockSec();
    const edge = forward ? this.#lastFrame() : this.#firstFrame();
    const edgeSec = forward ? this.#mapping.endOf(edge) : (this.#mapping.startOf(edge) ?? 0);
    const ended = forward ? sec >= edgeSec || (this.#parts?.element?.ended ?? false) : sec <= edgeSec;
    if (ended) return this.#atEdge(edge, forward);
    const reached = this.#skips.length === 0 ? null : this.#mapping.frameAt(sec);
    const past = reached === null ? undefined : framePast(this.#skips, reached, forward ? "forward" : "backward");
    if (past !== undefined) return this.#goPast(past, edge, forward);
    if (forward && this.#parts?.source?.way === "player") this.#paintPlaying();
    else {
      const frame = this.#mapping.frameAt(sec);
      if (frame !== null && frame !== this.#state.shown && !this.#painting) this.#want(frame);
    }
    this.#animation = requestAnimationFrame(this.#tick);
  };

  /** Before anything of the stretch is painted. */
  #goPast(frame: number, edge: number, forward: boolean): void {
    if (forward ? frame > edge : frame < edge) return this.#atEdge(this.position, forward);
    this.#startClock(frame);
    this.#want(frame);
    this.#animation = requestAnimationFrame(this.#tick);
    return undefined;
  }

  #atEdge(edge: number, forward: boolean): void {
    if (this.#state.loop) {
      const from = forward ? this.#firstFrame() : this.#lastFrame();
      this.#startClock(from);
      this.#want(from);
      this.#animation = requestAnimationFrame(this.#tick);
      return;
    }
    this.pause();
    this.#want(edge);
  }

  /** With a player source, moving pictures are grabbed from the playing element, each with its own timestamp. */
  #paintPlaying(): void {
    const { element, canvas, mapping } = this.#parts ?? {};
    if (!mapping || !canvas || !(element instanceof HTMLVideoElement) || element.readyState < 2) return;
    const { grabbed, frame } = grabShown(element, mapping);
    if (frame !== null && frame !== this.#state.shown) {
      paint(canvas, element.videoWidth, element.videoHeight, (context, width, height) => context.drawImage(grabbed, 0, 0, width, height));
      this.#painted(frame, frame);
    }
    grabbed.close();
  }

  close(): void {
    this.detach();
    this.#closed = true;
    cancelAnimationFrame(this.#animation);
    this.#listeners.clear();
  }
}

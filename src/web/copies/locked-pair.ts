/**
 * Two players as one: the leader is stepped and played, and the other shows the frame that the shared segment puts beside
 * it. Only the leader runs a clock and is heard; the follower is asked for frames by number, so both say exactly what they
 * show. Where the other item holds nothing of the leader's second, it stays where it was and is said to hold nothing.
 */
import type { FramePlayer } from "../bench/frame-player.ts";
import { frameOfSecond, secondOfFrame } from "./segment-clock.ts";
import { across, otherSide, type SharedSegment, type Side } from "./segment-map.ts";

/** Null for an item without a clock: a still picture stands at 0 s. */
export interface LockedPlayers {
  readonly a: FramePlayer | null;
  readonly b: FramePlayer | null;
}

export interface LockState {
  readonly leader: Side;
  readonly locked: boolean;
  /** Where the leader stands, and by which segment the other one follows; null while nothing of it is shared. */
  readonly sec: number;
  readonly following: SharedSegment | null;
}

export class LockedPair {
  readonly players: LockedPlayers;
  readonly #segments: readonly SharedSegment[];
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #chosen: SharedSegment | undefined;
  #muted = true;
  #state: LockState;

  constructor(players: LockedPlayers, segments: readonly SharedSegment[], start: { leader: Side; chosen: SharedSegment | undefined }) {
    this.players = players;
    this.#segments = segments;
    this.#chosen = start.chosen;
    const leader = players[start.leader] === null ? otherSide(start.leader) : start.leader;
    this.#state = { leader, locked: true, sec: 0, following: null };
    for (const side of ["a", "b"] as const) {
      const player = players[side];
      if (player === null) continue;
      this.#stops.push(
        player.subscribe(() => {
          if (side === this.#state.leader) this.#follow();
        }),
      );
    }
    this.#follow();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): LockState => this.#state;

  /** False where the comparison gives a sign and no stretch: then neither player says anything of the other's place. */
  get shares(): boolean {
    return this.#segments.length > 0;
  }

  /** Makes the other item the one that is stepped, played and heard. An item without a clock cannot lead. */
  lead(side: Side): void {
    const { leader } = this.#state;
    if (side === leader || this.players[side] === null) return;
    this.players[leader]?.pause();
    this.#set({ leader: side });
    this.setMuted(this.#muted);
    this.#follow();
  }

  setLocked(locked: boolean): void {
    this.#set({ locked });
    this.#follow();
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    for (const side of ["a", "b"] as const) this.players[side]?.setMuted(muted || side !== this.#state.leader);
  }

  /** Goes to the beginning of a segment, and follows by it while it holds. */
  choose(segment: SharedSegment): void {
    this.#chosen = segment;
    this.#seek(this.#state.leader, segment.match[this.#state.leader].fromSec);
    this.#follow();
  }

  /** Goes to a second of either item; of the one that follows, by way of the leader where something is shared there. */
  goTo(side: Side, sec: number): void {
    const { leader, locked } = this.#state;
    if (side === leader) return this.#seek(leader, sec);
    const found = across(this.#segments, this.#chosen, side, sec);
    if (found !== null && locked) {
      this.#chosen = found.segment;
      return this.#seek(leader, found.sec);
    }
    // Nothing of that second is in the leader: whoever looks at it looks at this item.
    this.lead(side);
    return this.#seek(this.#state.leader, sec);
  }

  #seek(side: Side, sec: number): void {
    const player = this.players[side];
    const frame = player === null ? null : frameOfSecond(player.clock, sec);
    if (player !== null && frame !== null) player.seek(frame);
  }

  #follow(): void {
    const { leader, locked } = this.#state;
    const player = this.players[leader];
    const sec = player === null ? 0 : secondOfFrame(player.clock, player.position);
    if (sec === null) return;
    const found = across(this.#segments, this.#chosen, leader, sec);
    const other = this.players[otherSide(leader)];
    if (locked && found !== null && other !== null) {
      const frame = frameOfSecond(other.clock, found.sec);
      if (frame !== null && frame !== other.position) other.seek(frame);
    }
    this.#set({ sec, following: found?.segment ?? null });
  }

  #set(change: Partial<LockState>): void {
    const next = { ...this.#state, ...change };
    const same = (Object.keys(next) as (keyof LockState)[]).every((name) => next[name] === this.#state[name]);
    if (same) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
  }
}

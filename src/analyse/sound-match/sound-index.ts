/**
 * Which of many sounds are worth comparing with one: those whose marks agree with its marks on one offset, or on one speed and
 * one offset, more often than chance would have it. Fewer marks of each sound are kept than a comparison makes, as the sound
 * that is asked about brings all of its own.
 */
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import { pairMarks, type TripletKind, tripletMarks } from "./landmark-marks.ts";
import { isBent } from "./alignments.ts";
import { createMarkTable } from "./mark-table.ts";
import type { PreparedSound } from "./prepared-sound.ts";
import { cellsOfBentVote, cellsOfPlainVote, createVotes } from "./votes.ts";

export interface SoundIndex<Key> {
  add(key: Key, prints: SoundPrints): void;
  /** Keys in the order they were added. Some share something by chance alone; one that shares a few seconds is seldom missing. */
  candidates(sound: PreparedSound): Key[];
}

const [pairPartners, companions] = [5, 3];
/** Votes for one place beyond what is usual, in roots of that: triplets come in clumps and need more. Of copies on the calibration half 97 in 100 have more. */
const [leastExcess, leastBentExcess] = [10, 15];
const offsetCellMs = 50;
/** At another speed the offset is only known as well as the speed. */
const [speedCell, bentOffsetCellMs] = [0.015, 500];
const [slowest, fastest] = [0.45, 2.2];
const speedCells = Math.ceil(Math.log(fastest / slowest) / speedCell);

export function createSoundIndex<Key>(): SoundIndex<Key> {
  const keys: Key[] = [];
  const lengthsMs: number[] = [];
  const pairs = createMarkTable();
  const triplets = { stretched: createMarkTable(), resampled: createMarkTable() };
  const votes = createVotes();

  function voteByOffset({ prints, pairs: marks }: PreparedSound): void {
    pairs.each(marks, (owner, firstMs, _tone, _lastsMs, place) => {
      votes.add(owner, Math.floor((firstMs - prints.times[marks.first[place]!]!) / offsetCellMs), 0);
    });
  }

  function voteBySpeed(sound: PreparedSound, kind: TripletKind): void {
    const { times, tones } = sound.prints;
    const marks = sound[kind];
    triplets[kind].each(marks, (owner, firstMs, tone, lastsMs, place) => {
      const own = marks.first[place]!;
      const speed = lastsMs / (times[marks.last[place]!]! - times[own]!);
      if (speed < slowest || speed > fastest) return;
      const octaves = (tones[own]! - tone) / 256;
      if (kind === "resampled" && !isBent(speed, octaves)) return;
      votes.add(
        owner,
        Math.floor((firstMs - speed * times[own]!) / bentOffsetCellMs),
        1 + Math.floor(Math.log(speed / slowest) / speedCell),
      );
    });
  }

  /** Adds whoever got more votes in one place than chance gives; each vote counted for `cellsEach` places. */
  function count(found: Set<number>, least: number, cellsEach: number, cells: (lengthMs: number) => number): void {
    votes.eachOwner((owner, most, all) => {
      // Twice the mean: most pairs of moments lie at the offsets in the middle.
      const usual = (2 * cellsEach * all) / cells(lengthsMs[owner]!);
      if (most - usual >= least * Math.sqrt(usual + 1)) found.add(owner);
    });
    votes.clear();
  }

  return {
    add(key, prints) {
      const owner = keys.push(key) - 1;
      lengthsMs.push(prints.durationSec * 1000);
      pairs.add(owner, pairMarks(prints, pairPartners), prints);
      for (const kind of ["stretched", "resampled"] as const) triplets[kind].add(owner, tripletMarks(prints, kind, companions), prints);
    },
    candidates(sound) {
      const found = new Set<number>();
      const lengthMs = sound.prints.durationSec * 1000;
      voteByOffset(sound);
      count(found, leastExcess, cellsOfPlainVote, (other) => (other + lengthMs) / offsetCellMs);
      for (const kind of ["stretched", "resampled"] as const) {
        voteBySpeed(sound, kind);
        count(found, leastBentExcess, cellsOfBentVote, (other) => (speedCells * (other + lengthMs)) / bentOffsetCellMs);
      }
      return [...found].toSorted((x, y) => x - y).map((owner) => keys[owner] as Key);
    },
  };
}

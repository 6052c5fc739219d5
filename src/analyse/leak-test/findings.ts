/** Collects what is found and what could not be read. The same secret in the same file is told a few times, not a thousand. */
import type { Leak, LeakKind, LeakReport, NotScanned } from "../../core/edition/leak-report.ts";
import type { PlaceClue } from "../../core/edition/place-clue.ts";

const timesEach = 3;
const mostListed = 1000;
const mostClues = 20_000;

export interface Findings {
  leak(kind: LeakKind, file: string, where: string, secret: string): void;
  refuse(file: string, where: string, why: string): void;
  clue(clue: PlaceClue): void;
  readonly counts: { -readonly [name in keyof LeakReport["scanned"]]: number };
  readonly leaks: readonly Leak[];
  readonly moreLeaks: () => number;
  readonly notScanned: readonly NotScanned[];
  readonly clues: readonly PlaceClue[];
}

export function createFindings(): Findings {
  const leaks: Leak[] = [];
  const notScanned: NotScanned[] = [];
  const clues = new Map<string, PlaceClue>();
  const times = new Map<string, number>();
  const counts = { files: 0, bytes: 0, unpackedBytes: 0, frames: 0, pictures: 0, soundS: 0, tookS: 0 };
  let more = 0;
  const isOneMore = (key: string) => {
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return before < timesEach;
  };
  return {
    leak(kind, file, where, secret) {
      if (isOneMore(`${kind} ${file} ${secret}`) && leaks.length < mostListed)
        leaks.push({ kind, file, where: where.slice(0, 400), secret });
      else more++;
    },
    refuse(file, where, why) {
      if (!isOneMore(`- ${file} ${why}`)) return;
      notScanned.push({ file, where: where.slice(0, 400), why: why.slice(0, 400) });
    },
    clue(clue) {
      const { where: _where, ...said } = clue;
      const key = JSON.stringify(said);
      if (clues.has(key)) return;
      if (clues.size < mostClues) clues.set(key, clue);
      else this.refuse(clue.file, clue.where, `more than ${mostClues} statements of places`);
    },
    counts,
    leaks,
    moreLeaks: () => more,
    notScanned,
    get clues() {
      return [...clues.values()];
    },
  };
}

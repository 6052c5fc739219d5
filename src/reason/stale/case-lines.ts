/** What the graph of a case is made of: its lines in their order, and what the objects that they name say. */
import type { EntryBody, EntryBodyOf, EntryKind, Sealed } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { Change, RestsOn } from "./stale-graph.ts";

export interface CaseLine {
  readonly seq: number;
  readonly body: EntryBody;
  /** What a seal says in this copy; undefined where it is withheld. */
  opened(sealed: Sealed): unknown;
}

/** A result of an analyser that some line records; null for an attempt that failed. */
export interface AnalysisLine {
  readonly item: string;
  readonly analyser: string;
  readonly line: number;
  readonly result: Digest | null;
}

/** A judgement on the list that goes with a line which moved the earliest known upload, and that nobody has looked at since. */
export interface ReopenedLine {
  readonly record: string;
  readonly line: number;
  readonly movedBy: number;
  /** From an item of the group to the record. */
  readonly path: readonly string[];
}

export interface CaseLines {
  readonly lines: Iterable<CaseLine>;
  /** Parsed JSON of an object; undefined where this copy does not hold it, or nobody needs it. */
  document(object: Digest): unknown;
  /** Who may keep what a line judged, where not everybody may: a finding is kept by somebody who wrote none of it. */
  readonly second?: {
    /** Whether it counts that this person keeps it. */
    mayKeep(line: number, person: PersonId): boolean;
    /** Lines of versions with the last line in which a second person approved each. */
    readonly approved: ReadonlyMap<number, number>;
  };
  /** Judgements of no line of their own, such as a single ground of a finding; `line`: where whoever judged it knew the case. */
  readonly also?: readonly {
    readonly name: string;
    readonly line: number;
    readonly rests: readonly Resting[];
    /** The event that grounds are cited for. */
    readonly event?: string | null;
  }[];
}

/** What a line of one kind says about judgements. */
export type LineReader<K extends EntryKind> = (data: EntryBodyOf<K>["data"], on: Building, line: CaseLine) => void;
export type LineReaders = { readonly [K in EntryKind]?: LineReader<K> };

export interface Resting {
  readonly on: string;
  readonly how: RestsOn["how"];
  /** The line that was had before one; that of the judgement where nothing else is said. */
  readonly line?: number;
}

/** What the readers of lines write into. Everything is said of the line that is being read. */
export interface Building {
  /** A judgement as this line states it: what it rested on before is forgotten, and what rests on it is told of the change. */
  state(name: string, rests: readonly Resting[]): void;
  /** What a judgement rests on apart from what its own line says, until `on` is taken back. */
  bear(name: string, rests: Resting): void;
  withdraw(name: string): void;
  change(of: string, how: Change["how"]): void;
  /** This person looked at the judgement that this line stated, and left it. */
  keep(line: number, by: PersonId): void;
  keepNow(name: string): void;
  document(object: Digest): unknown;
  /** Names that stand and begin so. */
  standing(beginning: string): readonly string[];
  /** What is remembered for readers further on. */
  readonly notes: Map<string, unknown>;
}

/** Marks of an item as they are being drawn, with undo. What is written is what somebody kept: nothing leaves the browser before that. */
import type { MarkRow } from "../../api/redactions.ts";
import type { BoxKey, RedactionId, RedactionMark, ShareBox } from "../../core/redaction/redaction.ts";

export interface DraftMark {
  /** Its id, or a name of its own while it has none. */
  readonly key: string;
  /** As the case holds it; null for a new one. */
  readonly held: MarkRow | null;
  readonly mark: RedactionMark;
}

type Marks = readonly DraftMark[];

export interface LayerDraft {
  readonly marks: Marks;
  readonly past: readonly Marks[];
  readonly future: readonly Marks[];
  /** Names of new marks that were given. */
  readonly named: number;
  /** Marks that somebody withdrew while they were being changed here: what was drawn stays, as a new mark. */
  readonly takenBack: readonly RedactionId[];
}

export type LayerStep =
  /** The case was asked anew: what nobody changed here is as it says. */
  | { readonly do: "open"; readonly rows: readonly MarkRow[] }
  | { readonly do: "add"; readonly mark: RedactionMark }
  | { readonly do: "change"; readonly key: string; readonly mark: RedactionMark }
  /** What a tracker found, laid on the mark as it is by now. */
  | { readonly do: "track"; readonly key: string; readonly found: readonly BoxKey[]; readonly atS: number }
  /** A new one goes, a held one is again as it is held. */
  | { readonly do: "drop"; readonly key: string }
  | { readonly do: "undo" }
  | { readonly do: "redo" };

export const emptyDraft: LayerDraft = { marks: [], past: [], future: [], named: 0, takenBack: [] };
const mostSteps = 300;

export function stepLayer(draft: LayerDraft, step: LayerStep): LayerDraft {
  const { marks, past, future, named } = draft;
  const next = (changed: Marks, more: Partial<LayerDraft> = {}): LayerDraft => ({
    ...{ ...draft, marks: changed, past: [...past, marks].slice(-mostSteps), future: [] },
    ...more,
  });
  switch (step.do) {
    case "open":
      return {
        ...draft,
        ...{ marks: opened(marks, step.rows), past: past.map((old) => opened(old, step.rows)), future: [] },
        takenBack: [...new Set([...draft.takenBack, ...changedAndTakenBack(marks, step.rows)])],
      };
    case "add":
      return next([...marks, { key: `new-${named + 1}`, held: null, mark: step.mark }], { named: named + 1 });
    case "change":
      return next(marks.map((one) => (one.key === step.key ? { ...one, mark: step.mark } : one)));
    case "track":
      return next(marks.map((one) => (one.key === step.key ? { ...one, mark: withTracked(one.mark, step.found, step.atS) } : one)));
    case "drop":
      return next(
        marks.flatMap((one) =>
          one.key !== step.key ? [one] : one.held === null || one.held.mark === "withheld" ? [] : [{ ...one, mark: one.held.mark }],
        ),
      );
    case "undo": {
      const before = past.at(-1);
      return before === undefined ? draft : { ...draft, marks: before, past: past.slice(0, -1), future: [marks, ...future] };
    }
    case "redo": {
      const [after, ...rest] = future;
      return after === undefined ? draft : { ...draft, marks: after, past: [...past, marks], future: rest };
    }
  }
}

/** What somebody else made of a mark that was being changed here is as the case says; what was drawn here stays beside it, as a new one. */
function opened(marks: Marks, rows: readonly MarkRow[]): Marks {
  const standing = rows.filter(({ withdrawn }) => withdrawn === undefined);
  const before = new Map(marks.map((one) => [one.key, one]));
  const held = standing.flatMap((row): DraftMark[] => {
    if (row.mark === "withheld") return [];
    const own = before.get(row.redaction);
    if (own === undefined || !isChanged(own) || isSame(own.mark, row.mark)) return [{ key: row.redaction, held: row, mark: row.mark }];
    if (own.held?.line === row.line) return [{ key: row.redaction, held: row, mark: own.mark }];
    return [
      { key: row.redaction, held: row, mark: row.mark },
      { key: `new-${row.redaction}-${row.line}`, held: null, mark: own.mark },
    ];
  });
  const takenBack = new Set<string>(changedAndTakenBack(marks, rows));
  return [
    ...held,
    ...marks.flatMap((one): DraftMark[] => {
      if (one.held === null) return [one];
      return takenBack.has(one.key) ? [{ key: `new-${one.key}-taken-back`, held: null, mark: one.mark }] : [];
    }),
  ];
}

function changedAndTakenBack(marks: Marks, rows: readonly MarkRow[]): RedactionId[] {
  const withdrawn = new Set(rows.filter((row) => row.withdrawn !== undefined).map(({ redaction }) => redaction));
  return marks.flatMap((one) => (one.held !== null && withdrawn.has(one.held.redaction) && isChanged(one) ? [one.held.redaction] : []));
}

export function isChanged({ held, mark }: DraftMark): boolean {
  return held === null || held.mark === "withheld" || !isSame(held.mark, mark);
}

function isSame(one: RedactionMark, other: RedactionMark): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Frames closer than that are one: times are written as decimals. */
const sameS = 0.0005;
const isAt = (atS: number) => (key: BoxKey) => Math.abs(key.atS - atS) < sameS;

/** The box as a person says it is on this frame; a mark that did not reach there reaches it now. */
export function withKey(mark: RedactionMark, atS: number, box: ShareBox): RedactionMark {
  const { sort } = mark;
  if (sort.what !== "box") return mark;
  const keys = [...sort.keys.filter((key) => !isAt(atS)(key)), { atS, box, by: "person" as const }].toSorted((a, b) => a.atS - b.atS);
  return { ...mark, sort: { ...sort, keys, fromS: Math.min(sort.fromS, atS), toS: Math.max(sort.toS, atS) } };
}

export function hasKeyAt({ sort }: RedactionMark, atS: number): boolean {
  return sort.what === "box" && sort.keys.some(isAt(atS));
}

/** Undefined where it is the only one: a mark without a key covers nothing. */
export function withoutKey(mark: RedactionMark, atS: number): RedactionMark | undefined {
  const { sort } = mark;
  if (sort.what !== "box") return undefined;
  const keys = sort.keys.filter((key) => !isAt(atS)(key));
  return keys.length === 0 || keys.length === sort.keys.length ? undefined : { ...mark, sort: { ...sort, keys } };
}

/** From here on, or up to here. Keys outside are let go of; where none is left, the box stays as it is on that frame. */
export function withEnd(mark: RedactionMark, end: "fromS" | "toS", atS: number, boxThere: ShareBox | undefined): RedactionMark {
  const { sort } = mark;
  const [fromS, toS] = end === "fromS" ? [atS, Math.max(atS, sort.toS)] : [Math.min(atS, sort.fromS), atS];
  if (sort.what === "sound") return { ...mark, sort: { ...sort, fromS, toS } };
  const inside = sort.keys.filter((key) => key.atS >= fromS - sameS && key.atS <= toS + sameS);
  const [first] = sort.keys;
  const keys = inside.length > 0 ? inside : [{ atS, box: boxThere ?? (first as BoxKey).box, by: "person" as const }];
  // The place on the frame of the new end stays what it was.
  const kept = boxThere === undefined || keys.some(isAt(atS)) ? keys : [...keys, { atS, box: boxThere, by: "person" as const }];
  return { ...mark, sort: { ...sort, fromS, toS, keys: kept.toSorted((a, b) => a.atS - b.atS) } };
}

/**
 * With what a tracker found between the frame it began on and the last it knows. A person's keys stay where they are; beyond the last
 * of all keys the mark ends: a tracker that lost it never goes on by itself.
 */
export function withTracked(mark: RedactionMark, found: readonly BoxKey[], atS: number): RedactionMark {
  const { sort } = mark;
  const [first, last] = [found[0], found.at(-1)];
  if (sort.what !== "box" || first === undefined || last === undefined) return mark;
  const own = sort.keys.filter((key) => key.by === "person" || key.atS < first.atS - sameS || key.atS > last.atS + sameS);
  const keys = [...own, ...found.filter((key) => !own.some(isAt(key.atS)))].toSorted((a, b) => a.atS - b.atS);
  const forward = last.atS > atS + sameS;
  const [lowest, highest] = [keys[0] as BoxKey, keys.at(-1) as BoxKey];
  return {
    ...mark,
    sort: {
      ...sort,
      keys,
      fromS: forward ? Math.min(sort.fromS, lowest.atS) : lowest.atS,
      toS: forward || highest.atS > sort.toS ? highest.atS : Math.max(sort.toS, highest.atS),
    },
  };
}

/**
 * What a person does to the segments of a tier, each as a pure change: nothing here knows of undo, the screen or the server.
 * No change makes a program's words a person's but taking them over and writing others, or what else it may say: a draft that nobody took over is
 * neither cut nor joined, since its halves would be words that no program read.
 */
import type { SpeakerLabel, TierLanguage, TierSegment } from "../../core/tier/tier.ts";
import { draftsOf, type ProgramDrafts, retyped } from "./program-drafts.ts";

/** Shortest segment that a drag leaves: below two steps of the player nothing can be heard. */
export const shortestMs = 20;

export interface Segments {
  /** By start, then by number. */
  readonly list: readonly TierSegment[];
  /** Number of the next new one: none is ever given twice, since reviews and quotes name it. */
  readonly nextId: number;
  readonly drafts: ProgramDrafts;
}

/** `before`: the version that the changes start from. */
export function segmentsFrom(list: readonly TierSegment[], before: readonly TierSegment[], nextId: number): Segments {
  return { list, nextId, drafts: draftsOf(before, list) };
}

export type SegmentEdit =
  | {
      readonly do: "add";
      readonly startMs: number;
      readonly endMs: number;
      readonly of?: number | null;
      readonly speaker?: SpeakerLabel | null;
    }
  | { readonly do: "text"; readonly id: number; readonly text: string }
  | { readonly do: "span"; readonly id: number; readonly startMs: number; readonly endMs: number }
  /** `caret`: where in the words; without it they are cut as the time is. */
  | { readonly do: "split"; readonly id: number; readonly atMs: number; readonly caret?: number }
  | { readonly do: "join"; readonly id: number }
  | { readonly do: "remove"; readonly id: number }
  | { readonly do: "speaker"; readonly id: number; readonly speaker: SpeakerLabel | null }
  | { readonly do: "overlap"; readonly id: number; readonly overlap: boolean }
  | { readonly do: "language"; readonly id: number; readonly language: TierLanguage | null }
  | { readonly do: "alternatives"; readonly id: number; readonly alternatives: readonly string[] }
  | { readonly do: "take-over"; readonly ids: readonly number[] };

/** The same object where the edit changes nothing: then there is nothing to undo. */
export function editSegments(now: Segments, edit: SegmentEdit): Segments {
  switch (edit.do) {
    case "add":
      return added(now, edit);
    case "text":
      return changed(now, edit.id, (one) => (one.text === edit.text ? one : retyped({ ...one, text: edit.text }, now.drafts)));
    case "span":
      return changed(now, edit.id, (one) => spanned(one, edit.startMs, edit.endMs));
    case "split":
      return split(now, edit.id, edit.atMs, edit.caret);
    case "join":
      return joined(now, edit.id);
    case "remove":
      return now.list.some(({ id }) => id === edit.id) ? { ...now, list: now.list.filter(({ id }) => id !== edit.id) } : now;
    case "speaker":
      return changed(now, edit.id, (one) => (one.speaker === edit.speaker ? one : { ...one, speaker: edit.speaker }));
    case "overlap":
      return changed(now, edit.id, (one) => (one.overlap === edit.overlap ? one : { ...one, overlap: edit.overlap }));
    case "language":
      return changed(now, edit.id, (one) => (one.language === edit.language ? one : { ...one, language: edit.language }));
    case "alternatives":
      return changed(now, edit.id, (one) => {
        const alternatives = edit.alternatives.filter((words) => words.trim() !== "").slice(0, 10);
        return JSON.stringify(alternatives) === JSON.stringify(one.alternatives) ? one : retyped({ ...one, alternatives }, now.drafts);
      });
    case "take-over": {
      const taken = new Set(edit.ids);
      const list = now.list.map((one) => (taken.has(one.id) && one.machine !== null ? { ...one, machine: null } : one));
      const drafts = new Map([...now.drafts].filter(([id]) => !taken.has(id)));
      return list.every((one, at) => one === now.list[at]) ? now : { ...now, list, drafts };
    }
  }
}

function changed(now: Segments, id: number, change: (one: TierSegment) => TierSegment): Segments {
  const before = now.list.find((one) => one.id === id);
  if (before === undefined) return now;
  const after = change(before);
  return after === before ? now : { ...now, list: inOrder(now.list.map((one) => (one === before ? after : one))) };
}

function added(now: Segments, { startMs, endMs, of, speaker }: Extract<SegmentEdit, { do: "add" }>): Segments {
  const [from, to] = spanOf(startMs, endMs);
  const segment: TierSegment = {
    ...{ id: now.nextId, startMs: from, endMs: to, speaker: speaker ?? null, text: "", alternatives: [], overlap: false },
    ...{ language: null, of: of ?? null, box: null, machine: null },
  };
  return { ...now, list: inOrder([...now.list, segment]), nextId: now.nextId + 1 };
}

function spanned(one: TierSegment, startMs: number, endMs: number): TierSegment {
  const [from, to] = spanOf(startMs, endMs);
  return from === one.startMs && to === one.endMs ? one : { ...one, startMs: from, endMs: to };
}

/** Whole milliseconds, in order, and long enough to be heard. */
function spanOf(startMs: number, endMs: number): [number, number] {
  const from = Math.round(Math.min(startMs, endMs));
  return [from, Math.max(from + shortestMs, Math.round(Math.max(startMs, endMs)))];
}

function split(now: Segments, id: number, atMs: number, caret: number | undefined): Segments {
  const one = now.list.find((segment) => segment.id === id);
  const at = Math.round(atMs);
  if (one === undefined || one.machine !== null || at - one.startMs < shortestMs || one.endMs - at < shortestMs) return now;
  const cut = caret ?? wordEndNear(one.text, (at - one.startMs) / (one.endMs - one.startMs));
  const first = retyped({ ...one, endMs: at, text: one.text.slice(0, cut).trimEnd(), alternatives: [] }, now.drafts);
  const second = { ...one, id: now.nextId, startMs: at, text: one.text.slice(cut).trimStart(), alternatives: [] };
  return { ...now, list: inOrder([...now.list.map((other) => (other === one ? first : other)), second]), nextId: now.nextId + 1 };
}

/** End of the word that is nearest to this share of the text, so that no word is cut in two. */
function wordEndNear(text: string, share: number): number {
  const wanted = text.length * share;
  let best = 0;
  for (const { index } of text.matchAll(/\s+|$/g)) if (Math.abs(index - wanted) < Math.abs(best - wanted)) best = index;
  return best;
}

/** The one that this one would be joined with: the next that is written from the same segment. */
export function joinableWith(list: readonly TierSegment[], id: number): TierSegment | undefined {
  const at = list.findIndex((one) => one.id === id);
  const one = list[at];
  return one === undefined ? undefined : list.slice(at + 1).find((other) => other.of === one.of || one.of === null);
}

function joined(now: Segments, id: number): Segments {
  const one = now.list.find((segment) => segment.id === id);
  const next = joinableWith(now.list, id);
  if (one === undefined || next === undefined || one.machine !== null || next.machine !== null) return now;
  const both: TierSegment = {
    ...one,
    endMs: Math.max(one.endMs, next.endMs),
    text: [one.text, next.text].filter((text) => text !== "").join(" "),
    alternatives: [],
    speaker: one.speaker ?? next.speaker,
    language: one.language === next.language ? one.language : null,
    overlap: one.overlap || next.overlap,
  };
  const whole = retyped(both, now.drafts);
  return { ...now, list: inOrder(now.list.filter((segment) => segment !== next).map((segment) => (segment === one ? whole : segment))) };
}

function inOrder(list: readonly TierSegment[]): readonly TierSegment[] {
  return list.toSorted((a, b) => a.startMs - b.startMs || a.id - b.id);
}

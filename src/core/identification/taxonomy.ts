/**
 * Shape of the taxonomy of equipment and markings: data with the source of every fact. A fact without a source is shown and never
 * excludes anything.
 */
import { z } from "zod";

/** Key of a feature, node or marking: "wheels-five-even", "bmd", "band-blue". */
export const TaxonomyKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

/** Where a fact was read; `null`: known from memory alone, nobody looked it up. */
export type FactSource = { readonly title: string; readonly address: string } | null;

export interface Feature {
  readonly key: string;
  /** What is to be seen, in words that need no knowledge of types. */
  readonly says: string;
  /** What it is about, for lists. */
  readonly group: "running-gear" | "armament" | "turret" | "hull";
}

/** What is known of a feature on a sort of vehicle: always there, never there. What is there on some is not stated. */
export interface NodeFact {
  readonly feature: string;
  readonly has: boolean;
  readonly source: FactSource;
}

export interface TaxonomyNode {
  readonly key: string;
  readonly label: string;
  readonly parent: string | null;
  readonly level: "class" | "role" | "family" | "model";
  readonly facts: readonly NodeFact[];
  /** What it is taken for, and why. */
  readonly confusables: readonly { readonly with: string; readonly why: string; readonly source: FactSource }[];
}

/** What a marking was worn or painted for, from day to day. Days are those that the source speaks of, never the first use ever. */
export interface MarkingMeaning {
  /** By whom it was worn or used, never who wears it here: "Ukrainian forces". */
  readonly usedBy: string;
  readonly from: string;
  /** Null: the source sets no end. */
  readonly to: string | null;
  readonly source: FactSource;
  readonly note: string | null;
}

export interface Marking {
  readonly key: string;
  readonly label: string;
  readonly sort: "band" | "flag" | "painted";
  readonly meanings: readonly MarkingMeaning[];
}

export interface Taxonomy {
  readonly version: string;
  readonly features: readonly Feature[];
  readonly nodes: readonly TaxonomyNode[];
  readonly markings: readonly Marking[];
}

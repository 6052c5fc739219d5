/** A list of the elements of a crime, as data: in our own words, with the place where the elements are published. */
import { z } from "zod";

export const ElementSort = z.enum(["context", "conduct", "circumstance", "mental"]);
export type ElementSort = z.infer<typeof ElementSort>;

/** Something to look for: what can show it is said in words, and what it bears on by numbers. */
export interface MatteringFact {
  readonly key: string;
  readonly words: string;
  /** What usually shows it in a case: states of a subject, shots, words of a tier and the like. */
  readonly shownBy: string;
  readonly elements: readonly number[];
}

export interface LegalElement {
  readonly number: number;
  readonly sort: ElementSort;
  readonly words: string;
  /** Why footage alone does not show it, where it does not: what a new sheet says of it. */
  readonly notShowable: string | null;
}

export interface ElementList {
  readonly name: string;
  readonly version: string;
  /** Article and what it forbids. */
  readonly article: string;
  readonly title: string;
  readonly source: { readonly title: string; readonly address: string };
  readonly elements: readonly LegalElement[];
  readonly facts: readonly MatteringFact[];
  /** The same conduct may also be pleaded as these: references, without a list. */
  readonly alsoPleaded: readonly { readonly article: string; readonly words: string }[];
}

/** What is read with a picture: the words beside it, and where they stand. */

export interface ExhibitWords {
  readonly caption: string | null;
  readonly credit: string | null;
  readonly alt: string | null;
}

export type WordsPlace = keyof ExhibitWords;

/** The words that are there, with their place, in the order in which a reader meets them. */
export function wordsOf({ caption, credit, alt }: ExhibitWords): { readonly at: WordsPlace; readonly text: string }[] {
  const all = [
    { at: "caption" as const, text: caption },
    { at: "credit" as const, text: credit },
    { at: "alt" as const, text: alt },
  ];
  return all.flatMap(({ at, text }) => (text === null || text.trim() === "" ? [] : [{ at, text }]));
}

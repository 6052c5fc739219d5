/** What is selected and chosen among the words of an item on the page. */
import { useCallback, useState } from "react";
import type { ItemWordsAnswer, WordsMarkRow } from "../../api/covered-words.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { placeKey, type WordsPlace } from "../../core/redaction/words-mark.ts";
import { t } from "../words/t.ts";

export interface SelectedWords {
  readonly place: WordsPlace;
  /** The version that is on the page. */
  readonly reading: Digest;
  readonly span: TextSpan;
  readonly exact: string;
}

export interface WordsLayer {
  readonly words: ItemWordsAnswer;
  readonly selected: SelectedWords | null;
  readonly select: (selected: SelectedWords | null) => void;
  /** The mark that is being changed. */
  readonly chosen: WordsMarkRow | undefined;
  readonly choose: (redaction: string | undefined) => void;
}

/** Null while the words are asked for. */
export function useWordsLayer(words: ItemWordsAnswer | undefined): WordsLayer | null {
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  const [chosen, choose] = useState<string | undefined>(undefined);
  const select = useCallback(
    (next: SelectedWords | null) => setSelected((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next)),
    [],
  );
  if (words === undefined) return null;
  const found = words.marks.find(({ redaction, withdrawn }) => redaction === chosen && withdrawn === undefined);
  return { words, selected, select, chosen: found, choose };
}

/** "w2, segment 14"; "Post 4"; "Title". */
export function placeWords(place: WordsPlace): string {
  if (place.in === "tier") return t("words.place.tier", { tier: place.tier, segment: String(place.segment) });
  const { part } = place;
  switch (part.sort) {
    case "post":
      return t("words.place.post", { number: part.post + 1 });
    case "picture-caption":
      return t("words.place.caption", { number: part.picture + 1 });
    case "article-title":
      return t("words.place.title");
    case "article-body":
      return t("words.place.body");
    default:
      return placeKey(place);
  }
}

/** The words of an item: its texts beside what is marked in them and who read them whole. */
import "./words.css";
import type { ReactNode } from "react";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { useItemWords } from "../api-client/covered-words-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { TextsRead } from "./texts-read.tsx";
import { WordsForm } from "./words-form.tsx";
import { useWordsLayer } from "./words-layer.ts";
import { WordsList } from "./words-list.tsx";
import { WordsTexts } from "./words-texts.tsx";

export interface WordsParts {
  readonly texts: ReactNode;
  /** Selected words, marks, and who read the texts whole; null while they are asked for. */
  readonly side: ReactNode;
  readonly waiting: boolean;
}

/** A hook and no component around the screen: its stage must not be taken down as the words arrive. Null for an item without words. */
export function useWordsParts(item: ItemId): WordsParts | null {
  const [from, setFrom] = useState(0);
  const { data, error, refetch } = useItemWords(item, from);
  const layer = useWordsLayer(data);
  if (layer === null)
    return {
      texts:
        error === null ? (
          <p className="quiet small words-texts">{t("words.waiting")}</p>
        ) : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        ),
      side: null,
      waiting: error === null,
    };
  const { words } = layer;
  if (words.tiers.length === 0 && words.reading === null && words.marks.length === 0) return null;
  return {
    texts: <WordsTexts layer={layer} onPage={setFrom} />,
    side: (
      <div className="words-side" data-selecting={layer.selected !== null || layer.chosen !== undefined}>
        <WordsForm layer={layer} />
        <WordsList layer={layer} />
        <TextsRead words={words} />
      </div>
    ),
    waiting: false,
  };
}

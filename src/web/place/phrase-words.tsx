/** The words with their clauses marked: underlined in the hue and pattern of the map, each with its number. Every sign of them stands as it was given. */
import type { ParseAnswer } from "../../reason/place/answer-place.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { seriesOf } from "./phrase-shapes.ts";

interface PhraseWordsProps {
  readonly text: string;
  readonly clauses: ParseAnswer["clauses"];
  readonly chosen: number | undefined;
  readonly onChoose: (clause: number) => void;
}

export function PhraseWords({ text, clauses, chosen, onChoose }: PhraseWordsProps) {
  const pieces: React.ReactNode[] = [];
  let end = 0;
  for (const [at, { span, off }] of clauses.entries()) {
    // Words that stand in two clauses are shown once.
    if (span[0] < end) continue;
    pieces.push(<IsolatedText key={`before ${at}`} text={text.slice(end, span[0])} />);
    pieces.push(
      <button
        key={at}
        type="button"
        className={off ? "phrase-clause is-off" : "phrase-clause"}
        style={{ color: `var(--series-${seriesOf(at)})` }}
        aria-pressed={at === chosen}
        onClick={() => onChoose(at)}
      >
        <IsolatedText text={text.slice(...span)} />
        <sup>
          <span className="visually-hidden"> {t("place-bench.clause-mark")} </span>
          {at + 1}
        </sup>
      </button>,
    );
    end = span[1];
  }
  return (
    <p className="phrase-words" dir="auto">
      {pieces}
      <IsolatedText text={text.slice(end)} />
    </p>
  );
}

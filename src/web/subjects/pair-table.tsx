/** What was compared, number by number. */
import { IsolatedText } from "../parts/isolated-text.tsx";
import { secondsWords } from "../parts/ground-seconds.ts";
import type { FrameMark } from "../../core/scene/scene-pair-sheet.ts";
import { t } from "../words/t.ts";
import type { DraftPair } from "./pair-draft.ts";
import { VerdictChip } from "./verdict-chip.tsx";

interface PairTableProps {
  readonly pairs: readonly DraftPair[];
  readonly chosen: number | undefined;
  readonly onChoose: (number: number) => void;
}

export function PairTable({ pairs, chosen, onChoose }: PairTableProps) {
  if (pairs.length === 0) return <p className="quiet">{t("scenes.compared-none")}</p>;
  return (
    <ul className="compared-list" aria-label={t("scenes.compared")}>
      {pairs.map((pair) => (
        <li key={pair.number}>
          <button type="button" className="compared" aria-pressed={pair.number === chosen} onClick={() => onChoose(pair.number)}>
            <span className="compared-head">
              <strong className="mono">{pair.number}</strong>
              <span>
                {pair.object === null ? null : <span className="mono">{pair.object} </span>}
                {t(`feature.${pair.feature}`)}
              </span>
              <VerdictChip verdict={pair.verdict} />
              <span className="mono quiet small">
                {markWords("A", pair.a)} · {markWords("B", pair.b)}
              </span>
            </span>
            {pair.words === "" ? null : (
              <span className="small">
                <IsolatedText text={pair.words} />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function markWords(letter: string, mark: FrameMark | undefined): string {
  if (mark === undefined) return t("scenes.mark-missing", { letter });
  const frame = mark.frame.frame === undefined ? "" : ` ${t("scenes.frame", { frame: mark.frame.frame })}`;
  return `${letter}${mark.atS === null ? "" : ` ${secondsWords(mark.atS)}`}${frame}`;
}

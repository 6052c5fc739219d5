/** Where the chosen shot stands and where it was moved to: nothing is written before a person says so, with a reason. */
import { secondsWords } from "../parts/ground-seconds.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { moved, movedEnd, movedStart, shotOfSpan, spanOfShot } from "./shot-span.ts";
import type { ShotCorrecting } from "./use-shot-correcting.ts";

interface ShotDraftBarProps {
  readonly correcting: ShotCorrecting;
  readonly onWrite: () => void;
}

export function ShotDraftBar({ correcting, onWrite }: ShotDraftBarProps) {
  const { chosen, draft, change, canMove } = correcting;
  if (chosen === undefined) return null;
  const span = draft ?? spanOfShot(chosen);
  const { atS, plusMinusS } = shotOfSpan(span);
  const times = { from: secondsWords(span.fromS), to: secondsWords(span.toS), at: secondsWords(atS), error: plusMinusS };
  return (
    <div className={draft === undefined ? "shot-draft" : "shot-draft is-moved"}>
      <p role="status">
        {draft === undefined ? null : <ToneMark tone="narrower" />}{" "}
        {t(draft === undefined ? "shots.stands" : "shots.moved", { number: chosen.number ?? 0, ...times })}
      </p>
      <p className="button-row">
        {(
          [
            ["start", movedStart],
            ["whole", moved],
            ["end", movedEnd],
          ] as const
        ).map(([part, by]) => (
          <span key={part} className="shot-nudge" role="group" aria-label={t(`shots.nudge.${part}`)}>
            <button
              type="button"
              className="button is-small"
              disabled={!canMove}
              aria-label={t(`shots.nudge.${part}.back`)}
              onClick={() => change((now, step) => by(now, -step))}
            >
              ‹
            </button>
            <span className="small">{t(`shots.nudge.${part}`)}</span>
            <button
              type="button"
              className="button is-small"
              disabled={!canMove}
              aria-label={t(`shots.nudge.${part}.on`)}
              onClick={() => change((now, step) => by(now, step))}
            >
              ›
            </button>
          </span>
        ))}
        <button type="button" className="button is-small is-main" disabled={draft === undefined} onClick={onWrite}>
          {t("shots.write-move")}
        </button>
        <button
          type="button"
          className="button is-small"
          disabled={!correcting.canUndo}
          title={t("shots.undo-means")}
          onClick={correcting.undo}
        >
          {t("shots.undo")}
        </button>
      </p>
    </div>
  );
}

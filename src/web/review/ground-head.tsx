/** One ground in a line: what it cites, at which line and stretch. Choosing it brings its evidence card. */
import type { Ground } from "../../core/review/ground.ts";
import { useRecordCards } from "../api-client/records-api.ts";
import { secondsWords } from "../parts/ground-seconds.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

interface GroundHeadProps {
  readonly ground: Ground;
  readonly current?: boolean;
  readonly onCursor: (ground: Ground) => void;
}

export function GroundHead({ ground, current = false, onCursor }: GroundHeadProps) {
  const { record, line, at, segments } = ground;
  const card = useRecordCards(record === null ? [] : [record]).data?.records.find((one) => one.record === record);
  return (
    <button type="button" className="ground-head" aria-current={current || undefined} onClick={() => onCursor(ground)}>
      <span className="mono">{record ?? t("ground.line", { line })}</span>
      {at === null ? null : (
        <span className="mono small">
          {at.toS === at.fromS ? secondsWords(at.fromS) : t("ground.stretch", { from: secondsWords(at.fromS), to: secondsWords(at.toS) })}
        </span>
      )}
      {segments === null ? null : <span className="small quiet">{t("ground.of-segments", { segments: segments.join(", ") })}</span>}
      {card === undefined ? null : (
        <span className="ground-head-title">
          <IsolatedText text={card.title} />
        </span>
      )}
      {card?.withdrawn == null ? null : <span className="sign small">{t("ground.withdrawn")}</span>}
      {card !== undefined && card.line > line && card.sort !== "item" ? <span className="sign small">{t("ground.moved")}</span> : null}
    </button>
  );
}

/** A tier of an item that has no clock, such as the signs on a picture: to be read, with how each of its words stands. */
import type { TierAnswer } from "../../api/tiers.ts";
import { t } from "../words/t.ts";
import { suspectWords } from "./segment-words.ts";
import { segmentsOf } from "./tier-segments.ts";
import { QuoteWords, StandingMark } from "./tier-state.tsx";
import { TierWords } from "./tier-words.tsx";

export function UntimedTier({ answer }: { answer: TierAnswer }) {
  const segments = segmentsOf(answer);
  if (segments === undefined) return <p className="quiet">{t("speech.withheld")}</p>;
  const states = new Map(answer.states.map((state) => [state.id, state]));
  return (
    <ol className="untimed-rows" aria-label={t("speech.rows")}>
      {segments.map((segment) => (
        <li key={segment.id}>
          <TierWords segment={segment} language={answer.tier.language} />
          <span>
            <StandingMark standing={segment.machine === null ? (states.get(segment.id)?.standing ?? "written") : "machine"} />{" "}
            {segment.machine === null ? null : <span className="small quiet">{suspectWords(segment.machine)}</span>}{" "}
            <QuoteWords obstacle={states.get(segment.id)?.obstacle ?? null} />
          </span>
        </li>
      ))}
    </ol>
  );
}

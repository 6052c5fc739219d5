/** Words of a segment as they run: isolated, in their own direction and language; what was not understood and what overlaps is marked. */
import { textDirection } from "../../core/tier/text-direction.ts";
import type { TierLanguage, TierSegment } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";
import { MarkedText } from "./marked-text.tsx";

interface TierWordsProps {
  readonly segment: TierSegment;
  readonly language: TierLanguage;
}

export function TierWords({ segment, language }: TierWordsProps) {
  const own = segment.language ?? language;
  const { direction } = textDirection(own, segment.text);
  return (
    <span className={segment.machine === null ? "tier-words" : "tier-words is-machine"} dir={direction} lang={own}>
      {segment.text === "" ? <span className="quiet">{t("speech.no-words")}</span> : <MarkedText text={segment.text} />}
      {segment.alternatives.map((words) => (
        <span key={words} className="tier-alternative" dir={textDirection(own, words).direction}>
          <span className="quiet small" dir="ltr" lang="en">
            {t("speech.or")}{" "}
          </span>
          <bdi>
            <MarkedText text={words} />
          </bdi>
        </span>
      ))}
    </span>
  );
}

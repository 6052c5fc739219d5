/** All texts of an item: its tiers segment by segment, its reading part by part. */
import { useState } from "react";
import type { ItemWordsAnswer } from "../../api/covered-words.ts";
import { partsAtOnce } from "../api-client/covered-words-api.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { t } from "../words/t.ts";
import { placeWords, type WordsLayer } from "./words-layer.ts";
import { WordsLine } from "./words-line.tsx";

interface WordsTextsProps {
  readonly layer: WordsLayer;
  readonly onPage: (from: number) => void;
}

export function WordsTexts({ layer, onPage }: WordsTextsProps) {
  const { tiers, reading, parts, from, next, total } = layer.words;
  return (
    <section className="words-texts" aria-label={t("words.title")}>
      <h2>{t("words.title")}</h2>
      <p className="quiet small">{t("words.how")}</p>
      {tiers.map((tier) => (
        <TierWords key={tier.tier} layer={layer} tier={tier} />
      ))}
      {reading === null ? null : (
        <section className="words-of" aria-label={t(`words.reading.${reading.kind}`)}>
          <h3>{t(`words.reading.${reading.kind}`)}</h3>
          <ul className="words-lines">
            {parts.map(({ place, text }) => (
              <WordsLine key={JSON.stringify(place)} {...{ layer, place, text }} reading={reading.reading} head={placeWords(place)} />
            ))}
          </ul>
          {from > 0 || next !== null ? (
            <span className="button-row">
              <button
                type="button"
                className="button is-small"
                disabled={from === 0}
                onClick={() => onPage(Math.max(0, from - partsAtOnce))}
              >
                {t("words.page.before")}
              </button>
              <span className="quiet small">{t("words.page", { from: from + 1, to: Math.min(total, from + partsAtOnce), total })}</span>
              <button type="button" className="button is-small" disabled={next === null} onClick={() => onPage(next ?? from)}>
                {t("words.page.next")}
              </button>
            </span>
          ) : null}
        </section>
      )}
    </section>
  );
}

const segmentsAtOnce = 200;

function TierWords({ layer, tier }: { layer: WordsLayer; tier: ItemWordsAnswer["tiers"][number] }) {
  const [shown, setShown] = useState(segmentsAtOnce);
  const { segments } = tier;
  const title = t("words.tier", { tier: tier.tier, sort: t(`speech.sort.${tier.sort}`), language: tier.language, version: tier.version });
  return (
    <section className="words-of" aria-label={title}>
      <h3>{title}</h3>
      {segments === "withheld" ? (
        <p className="quiet small">{t("words.tier.withheld")}</p>
      ) : (
        <>
          <ul className="words-lines">
            {segments.slice(0, shown).map(({ id, startMs, speaker, text, besides }) => (
              <WordsLine
                key={id}
                layer={layer}
                place={{ in: "tier", tier: tier.tier, segment: id }}
                reading={tier.document}
                text={text}
                language={tier.language}
                head={`${formatClock(startMs / 1000)}${speaker === null ? "" : ` ${speaker}`}`}
                besides={besides}
              />
            ))}
          </ul>
          {segments.length > shown ? (
            <button type="button" className="button is-small" onClick={() => setShown((now) => now + segmentsAtOnce)}>
              {t("words.more", { count: segments.length - shown })}
            </button>
          ) : null}
        </>
      )}
    </section>
  );
}

/** What the clauses leave together: an area, or nothing, and then by how much it is missed and what would loosen it. */
import type { MissAnswer, ParseAnswer } from "../../reason/place/answer-place.ts";
import type { Relaxation } from "../../reason/place/relax-rules.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { areaWords } from "./area-words.ts";
import type { RegionPart } from "./region-parts.ts";

const shownParts = 6;

interface RegionResultProps {
  readonly parse: ParseAnswer;
  readonly parts: readonly RegionPart[];
  readonly isBusy: boolean;
  readonly onRelax: (relaxation: Relaxation) => void;
  readonly onShow: (at: { readonly lat: number; readonly lon: number }) => void;
  readonly onTake: (part: RegionPart) => void;
}

export function RegionResult({ parse, parts, isBusy, onRelax, onShow, onTake }: RegionResultProps) {
  const { areaKm2 } = parse;
  const isUsed = parse.clauses.some(({ unused }) => unused === null);
  return (
    <section className={isBusy ? "place-result is-busy" : "place-result"} aria-label={t("place-bench.result")} aria-busy={isBusy}>
      <p className="place-area" data-testid="area">
        <ToneMark tone={!isUsed ? "unknown" : areaKm2 > 0 ? "agree" : "conflict"} />
        <strong>{isUsed ? areaWords(areaKm2) : t("place-bench.no-region")}</strong>
        {isUsed && areaKm2 > 0 ? (
          <span className="quiet">{t("place-bench.area-error", { area: areaWords(parse.areaErrorKm2) })}</span>
        ) : null}
        {isUsed ? <span className="quiet">{t(areaKm2 > 0 ? "place-bench.left" : "place-bench.left-none")}</span> : null}
      </p>
      {parts.length === 0 ? null : (
        <ul className="region-parts">
          {parts.slice(0, shownParts).map((part, at) => (
            <li key={`${part.centre.lat} ${part.centre.lon}`} className="small place-middle">
              <button type="button" className="anchor-point mono" onClick={() => onShow(part.centre)}>
                {formatPosition(part.centre)}
              </button>
              <span className="quiet">
                {parts.length === 1
                  ? t("place-bench.middle", { radius: formatRadius(part.radiusM) })
                  : t("place-bench.part", { number: at + 1, area: areaWords(part.areaKm2), radius: formatRadius(part.radiusM) })}
              </span>
              <button
                type="button"
                className="button is-small"
                aria-label={parts.length === 1 ? undefined : t("place-bench.take-part", { number: at + 1 })}
                onClick={() => onTake(part)}
              >
                {t("place-bench.take-middle")}
              </button>
            </li>
          ))}
        </ul>
      )}
      {parts.length <= shownParts ? null : (
        <p className="small quiet">{t("place-bench.more-parts", { count: parts.length - shownParts })}</p>
      )}
      {parse.nearestMiss === null ? null : <Miss miss={parse.nearestMiss} onShow={onShow} />}
      {parse.furtherMisses.length === 0 ? null : (
        <details>
          <summary>{t("place-bench.further-misses", { count: parse.furtherMisses.length })}</summary>
          {parse.furtherMisses.map((miss) => (
            <Miss key={`${miss.span[0]} ${miss.asks}`} miss={miss} onShow={onShow} />
          ))}
        </details>
      )}
      {parse.assumes.length === 0 ? null : (
        <details>
          <summary>{t("place-bench.assumes")}</summary>
          {parse.assumes.map((words) => (
            <p key={words} className="small">
              {words}
            </p>
          ))}
        </details>
      )}
      {parse.relaxations.length === 0 ? null : <Relaxations {...{ parse, onRelax }} />}
    </section>
  );
}

function Miss({ miss, onShow }: { readonly miss: MissAnswer; readonly onShow: RegionResultProps["onShow"] }) {
  return (
    <div className="place-miss">
      <p>{miss.says}</p>
      <button type="button" className="button is-small" onClick={() => onShow(miss)}>
        {t("place-bench.show")}
      </button>
    </div>
  );
}

function Relaxations({ parse, onRelax }: Pick<RegionResultProps, "parse" | "onRelax">) {
  const sorted = parse.relaxations.toSorted((a, b) => a.says.length - b.says.length || a.areaKm2 - b.areaKm2);
  return (
    <>
      <h4>{t("place-bench.relax")}</h4>
      <ul className="place-relax">
        {sorted.map((relaxation) => (
          <li key={relaxation.says.join("+")}>
            <button type="button" className="button is-small" onClick={() => onRelax(relaxation)}>
              <span>{relaxation.says.join(" + ")}</span>
              <strong>{areaWords(relaxation.areaKm2)}</strong>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

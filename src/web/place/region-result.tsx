/** What the clauses leave together: an area, or nothing, and then by how much it is missed and what would loosen it. */
import type { MissAnswer, ParseAnswer } from "../../reason/place/answer-place.ts";
import type { Relaxation } from "../../reason/place/relax-rules.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { areaWords } from "./area-words.ts";

interface RegionResultProps {
  readonly parse: ParseAnswer;
  readonly isBusy: boolean;
  readonly onRelax: (relaxation: Relaxation) => void;
  readonly onShow: (at: { readonly lat: number; readonly lon: number }) => void;
  readonly onTakeRegion: () => void;
}

export function RegionResult({ parse, isBusy, onRelax, onShow, onTakeRegion }: RegionResultProps) {
  const { areaKm2, centroid, radiusKm } = parse;
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
      {centroid === null || radiusKm === null ? null : (
        <p className="small place-middle">
          <button type="button" className="anchor-point mono" onClick={() => onShow(centroid)}>
            {formatPosition(centroid)}
          </button>{" "}
          <span className="quiet">{t("place-bench.middle", { radius: formatRadius(radiusKm * 1000) })}</span>
          <button type="button" className="button is-small" onClick={onTakeRegion}>
            {t("place-bench.take-middle")}
          </button>
        </p>
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

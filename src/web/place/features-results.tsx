/** What the extract answered: what fits, numbered as on the map, then what nearly fits with what it misses by, and what cannot be told. */
import { useEffect, useRef, useState } from "react";
import type { FeatureAnswer } from "../../core/map-extract/feature-answer.ts";
import { type Bounds, boundsOf } from "../../core/place/region-geometry.ts";
import { formatPosition } from "../claims/place-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { announce } from "../parts/live-region.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import type { FeaturesBench, FeaturesTabProps } from "./features-bench.tsx";
import { problemOfFeatures } from "./features-draft.ts";
import { nameOfPlace, type NumberedPlace, numberedPlaces } from "./features-shapes.ts";
import { JudgeDialog, type Judging } from "./judge-dialog.tsx";

interface FeaturesResultsProps extends Pick<FeaturesTabProps, "about" | "judgedAs" | "onJudge"> {
  readonly features: FeaturesBench;
  readonly answer: FeatureAnswer;
}

export function FeaturesResults({ features, answer, about, judgedAs, onJudge }: FeaturesResultsProps) {
  const [judging, setJudging] = useState<Judging>();
  const { lookedAt, extract, reads, warnings, limits } = answer;
  const all = numberedPlaces(answer);
  const [fits, misses] = [all.filter(({ reasons }) => reasons.length === 0), all.filter(({ reasons }) => reasons.length > 0)];
  const card = (numbered: NumberedPlace) => (
    <ResultCard
      key={numbered.number}
      {...{ numbered, features, answer }}
      judged={judgedAs({ lat: numbered.place.lat, lon: numbered.place.lon })}
      onJudge={setJudging}
    />
  );
  return (
    <section className="features-results" aria-label={t("features.candidates")}>
      <h3>{t("features.found", { count: lookedAt.fit })}</h3>
      <p className="small">{reads}</p>
      <p className="small quiet">
        {t("features.looked", {
          count: lookedAt.things,
          kind: reads.split(" with ")[0] ?? "",
          fit: lookedAt.fit,
          missed: lookedAt.missed,
          far: lookedAt.far,
        })}
      </p>
      {warnings.map((words) => (
        <p key={words} className="small features-warning">
          <ToneMark tone="narrower" /> <IsolatedText text={words} />
        </p>
      ))}
      {fits.length === 0 && misses.length > 0 ? <p className="small">{t("features.nothing")}</p> : null}
      <ol className="candidate-list">{fits.map(card)}</ol>
      {lookedAt.leftOut.candidates === 0 ? null : <p className="small">{t("features.left-out", { count: lookedAt.leftOut.candidates })}</p>}
      {misses.length === 0 ? null : (
        <details open={fits.length === 0}>
          <summary>{t("features.near-misses", { count: lookedAt.missed })}</summary>
          <ol className="candidate-list">{misses.map(card)}</ol>
          {lookedAt.leftOut.nearMisses === 0 ? null : (
            <p className="small">{t("features.left-out", { count: lookedAt.leftOut.nearMisses })}</p>
          )}
        </details>
      )}
      <p className="small quiet">
        <IsolatedText text={extract.name} />,{" "}
        {extract.of.at === "unknown" ? t("features.of-unknown") : t("features.of", { at: extract.of.at.slice(0, 10) })} · {extract.credit}
      </p>
      <details>
        <summary>{t("features.limits")}</summary>
        <ul className="features-limits small">
          {limits.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </details>
      <CopyProblem features={features} />
      {judging === undefined ? null : <JudgeDialog {...{ judging, about, onJudge }} onClose={() => setJudging(undefined)} />}
    </section>
  );
}

/** What the command reads: a stranger asks the same of the same extract. */
function CopyProblem({ features: { draft, port } }: Pick<FeaturesResultsProps, "features">) {
  const problem = problemOfFeatures(draft, port);
  return (
    <p>
      <button
        type="button"
        className="button is-small"
        disabled={problem === undefined}
        onClick={() => {
          void navigator.clipboard.writeText(JSON.stringify(problem, undefined, 2)).then(() => announce(t("features.copied")));
        }}
      >
        {t("features.copy")}
      </button>
    </p>
  );
}

/** The place and what lies near it, with room. */
function around({ lat, lon, radiusM, found }: NumberedPlace["place"]): Bounds {
  const far = Math.max(radiusM, ...found.map(({ thing }) => Math.min(thing?.metres ?? 0, 5000))) * 1.3;
  return boundsOf({ shape: "circle", centre: { lat, lon }, radiusM: Math.max(far, 60) });
}

interface ResultCardProps extends Pick<FeaturesResultsProps, "features" | "answer"> {
  readonly numbered: NumberedPlace;
  readonly judged: ReturnType<FeaturesTabProps["judgedAs"]>;
  readonly onJudge: (judging: Judging) => void;
}

function ResultCard({ numbered: { number, place, reasons }, features, answer, judged, onJudge }: ResultCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const { chosen, choose, port } = features;
  const isChosen = chosen === number;
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const at = { lat: place.lat, lon: place.lon };
  const name = nameOfPlace(place);
  const { extract, reads } = answer;
  const day = extract.of.at === "unknown" ? t("features.of-unknown") : extract.of.at.slice(0, 10);
  const basis = t("features.basis", {
    reads,
    found: place.found.map(({ says }) => says).join(", "),
    extract: `${extract.name} ${day}, ${place.id}`,
  });
  const judge = (standing: Judging["standing"]) =>
    onJudge({ name, at, standing, basis, radiusM: place.radiusM, offered: standing === "rejected" ? reasons.join("; ") : "" });
  return (
    <li ref={card} className={`candidate${isChosen ? " is-chosen" : ""}${reasons.length === 0 ? "" : " is-miss"}`}>
      <div className="candidate-head">
        <button type="button" className="clause-name" aria-pressed={isChosen} onClick={() => choose(isChosen ? undefined : number)}>
          <strong>{number}</strong>
          <ToneMark tone={reasons.length === 0 ? "agree" : "narrower"} />
          <span>
            <IsolatedText text={name} /> {place.name === "" ? null : <span className="quiet small">{place.kind}</span>}
          </span>
        </button>
      </div>
      <ul className="features-found small">
        {place.found.map(({ condition, holds, says }) => (
          <li key={condition}>
            <ToneMark tone={holds ? "agree" : "conflict"} /> <IsolatedText text={says} />
          </li>
        ))}
        {reasons
          .filter((reason) => !place.found.some(({ says }) => says === reason))
          .map((reason) => (
            <li key={reason}>
              <ToneMark tone="conflict" /> <IsolatedText text={reason} />
            </li>
          ))}
      </ul>
      <p className="small quiet">
        <span className="mono">{formatPosition(at)}</span> ± {place.radiusM} m · <span className="mono">{place.id}</span>
      </p>
      {place.atEdge ? <p className="small features-warning">{t("features.at-edge")}</p> : null}
      {judged === undefined ? null : (
        <p className="small">
          <strong>{t(`place-judge.${judged.standing}`)}</strong>: <IsolatedText text={judged.reason} />
        </p>
      )}
      <p className="record-actions">
        <button
          type="button"
          className="button is-small"
          aria-label={t("features.show-of", { n: number })}
          onClick={() => {
            choose(number);
            port.show(around(place));
          }}
        >
          {t("features.show")}
        </button>
        <button
          type="button"
          className="button is-small"
          aria-label={t("features.use-of", { n: number })}
          onClick={() => port.takeSpot({ ...at, radiusM: place.radiusM, basis })}
        >
          {t("features.use")}
        </button>
        {(["chosen", "rejected"] as const).map((standing) => (
          <button
            key={standing}
            type="button"
            className="button is-small"
            aria-pressed={judged?.standing === standing}
            aria-label={t(standing === "chosen" ? "features.choose-of" : "features.reject-of", { n: number })}
            onClick={() => judge(standing)}
          >
            {t(`place-judge.${standing}`)}
          </button>
        ))}
      </p>
    </li>
  );
}

/** One place of a name: where it lies to the others, by which words it passes, its share, and what a person made of it. */
import { useEffect, useRef } from "react";
import type { PlaceCheck } from "../../reason/place/namesake-checks.ts";
import type { CandidatePoint, PlaceCandidate } from "../../reason/place/namesakes.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import type { Judging } from "./judge-dialog.tsx";
import { JudgedLine } from "./judged-line.tsx";
import { addPoint, type Judged, type PlaceDraft, switchPoint } from "./place-draft.ts";

interface CandidateCardProps {
  readonly candidate: PlaceCandidate;
  readonly draft: PlaceDraft;
  readonly isChosen: boolean;
  readonly judged: Judged | undefined;
  readonly onChoose: () => void;
  readonly onJudge: (standing: Judging["standing"]) => void;
  readonly onChange: (make: (draft: PlaceDraft) => PlaceDraft) => void;
}

export function CandidateCard({ candidate, isChosen, judged, onChoose, onJudge, onChange }: CandidateCardProps) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const { name, rank, listedAs, kind, country, admin, population, points, posterior, rejected } = candidate;
  const [nearest] = points.flatMap(({ checks }) => checks);
  return (
    <li ref={card} className={`candidate${isChosen ? " is-chosen" : ""}${rejected === null ? "" : " is-against"}`}>
      <div className="candidate-head">
        <button type="button" className="clause-name" aria-pressed={isChosen} onClick={onChoose}>
          <strong>{rank}</strong>
          <ToneMark tone={rejected !== null ? "conflict" : nearest !== undefined && isWarned(nearest) ? "narrower" : "agree"} />
          <span>
            <IsolatedText text={listedAs} />{" "}
            <span className="quiet small">{[...admin.slice(-2), country].filter((word) => word !== "").join(", ")}</span>
          </span>
        </button>
        <Share share={posterior} />
      </div>
      <p className="small quiet">
        {[kind === "unknown" ? "" : kind, population === null ? "" : t("place-bench.population", { count: population })]
          .filter((word) => word !== "")
          .join(" · ")}
      </p>
      <ul className="candidate-points">
        {points.map((point) => (
          <Point key={`${point.lat} ${point.lon}`} {...{ point, name, onChange }} />
        ))}
      </ul>
      {rejected === null ? null : <p className="small tone-conflict">{rejected}</p>}
      <JudgedLine judged={judged} labelOf={(standing) => t(`place-judge.${standing}-of`, { name: listedAs, rank })} onJudge={onJudge} />
    </li>
  );
}

function isWarned({ distance, heading }: PlaceCheck): boolean {
  return distance.verdict === "WARN" || heading?.verdict === "WARN";
}

/** A bar and its figure. */
function Share({ share }: { readonly share: number }) {
  const words = share >= 0.9995 ? "> 99.9 %" : share < 0.0005 ? "< 0.1 %" : `${(share * 100).toFixed(1)} %`;
  return (
    <span className="candidate-share" title={t("place-bench.share")}>
      <span className="candidate-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="visually-hidden">{t("place-bench.share")}</span> {words}
    </span>
  );
}

function Point({
  point,
  name,
  onChange,
}: { readonly point: CandidatePoint; readonly name: string } & Pick<CandidateCardProps, "onChange">) {
  const { lat, lon, radiusKm, source, id, use, checks } = point;
  const anchor = { lat, lon, radiusKm, source, ...(id === null ? {} : { id }) };
  return (
    <li>
      <p className="candidate-point">
        <span className="mono small">{formatPosition(point)}</span>
        <span className="small quiet">
          {source} · {radiusKm > 0 ? t("place-bench.extent", { radius: formatRadius(radiusKm * 1000) }) : t("place-bench.extent-unknown")}
        </span>
        <label className="check small">
          <input
            type="checkbox"
            checked={use === "anchor"}
            onChange={(event) =>
              onChange((now) => (use === "off" ? addPoint(now, name, anchor) : switchPoint(now, name, anchor, event.target.checked)))
            }
          />{" "}
          {t("place-bench.counts")}
        </label>
      </p>
      {checks
        .filter(({ possible }, at) => at === 0 || possible)
        .map((check) => (
          <Check key={`${check.span[0]} ${check.from.lat} ${check.to.lat}`} check={check} />
        ))}
    </li>
  );
}

function Check({ check }: { readonly check: PlaceCheck }) {
  const { distance, heading, km, mi, bearingDeg, compass, from, to } = check;
  return (
    <p className="small candidate-check">
      <span>
        {t("place-bench.lies", {
          from: from.name,
          to: to.name,
          km: km.toFixed(2),
          mi: mi.toFixed(2),
          bearing: bearingDeg.toFixed(1),
          compass,
        })}
      </span>
      <Verdict what={t("place-bench.distance")} verdict={distance.verdict} />
      {heading === null ? null : (
        <Verdict
          what={t("place-bench.heading")}
          verdict={heading.verdict}
          by={t("place-bench.off-by", { deg: heading.offByDeg.toFixed(1), stated: heading.stated })}
        />
      )}
    </p>
  );
}

function Verdict({ what, verdict, by }: { readonly what: string; readonly verdict: "PASS" | "WARN"; readonly by?: string }) {
  return (
    <span className="chip">
      <ToneMark tone={verdict === "PASS" ? "agree" : "narrower"} />
      {what} {verdict}
      {by === undefined ? null : <span className="quiet">{by}</span>}
    </span>
  );
}

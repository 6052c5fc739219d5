/** Roads of the area, or the way by road between two names of the phrase, as lines that a clause about a road may stand on. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ExtractBox } from "../../core/map-extract/extract-facts.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import { featuresApi } from "../api-client/features-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { FeaturesBench, FeaturesTabProps } from "./features-bench.tsx";
import { areaOf } from "./features-draft.ts";

interface FeaturesRoadsProps extends Pick<FeaturesTabProps, "anchors" | "onLines"> {
  readonly features: FeaturesBench;
}

const usualHalfWidthM = 50;

type Anchor = FeaturesTabProps["anchors"][number];

/** Of places of two names: those on the extract before others, then those nearest together. Undefined where a name has none, or for one name. */
function nearestPair(anchors: readonly Anchor[], one: string | undefined, other: string | undefined, box: ExtractBox | undefined) {
  const off = ({ lat, lon }: Anchor) =>
    box !== undefined && lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east ? 0 : 1;
  const of = (wanted: string | undefined) => anchors.filter(({ name }) => name === wanted);
  if (one === other) return undefined;
  const pairs = of(one).flatMap((from) =>
    of(other).map((to) => ({ pair: [from, to] as const, off: off(from) + off(to), metres: wayBetween(from, to).metres })),
  );
  return pairs.sort((a, b) => a.off - b.off || a.metres - b.metres)[0]?.pair;
}

export function FeaturesRoads({ features, anchors, onLines }: FeaturesRoadsProps) {
  const { draft, port, extracts, roads, setRoads } = features;
  const [ends, setEnds] = useState<readonly [number, number]>([0, 1]);
  const [halfWidth, setHalfWidth] = useState(String(usualHalfWidthM));
  const asking = useMutation({ mutationFn: featuresApi.roads, onSuccess: setRoads });
  const halfWidthM = Number(halfWidth.replace(",", "."));
  const isWidth = halfWidthM > 0 && halfWidthM <= 5000;
  const extract = draft.extract ?? (extracts?.length === 1 ? extracts[0]?.name : undefined);
  const asked = areaOf(draft.where === "all" ? "map" : draft.where, port);
  const area = asked?.box === undefined && asked?.region === undefined ? undefined : asked;
  const common = { halfWidthM, extract: extract ?? null };
  const names = [...new Set(anchors.map(({ name }) => name))];
  const covers = extracts?.find(({ name }) => name === extract)?.box ?? undefined;
  const pair = nearestPair(anchors, names[ends[0]], names[ends[1]], covers);
  const kilometres = (metres: number) => (metres / 1000).toFixed(1);
  return (
    <section aria-label={t("features.roads")} className="form-stack features-roads">
      <h3>{t("features.roads")}</h3>
      <p className="small quiet">{t("features.roads-how")}</p>
      <label className="label features-short">
        <span>{t("features.roads-half-width")}</span>
        <input className="field" inputMode="decimal" value={halfWidth} onChange={(event) => setHalfWidth(event.target.value)} />
      </label>
      <p className="record-actions">
        <button
          type="button"
          className="button is-small"
          disabled={!isWidth || extract === undefined || area === undefined || asking.isPending}
          onClick={() => asking.mutate({ ...common, ...area })}
        >
          {t("features.roads-here")}
        </button>
        {roads === undefined ? null : (
          <button type="button" className="button is-small" onClick={() => setRoads(undefined)}>
            {t("features.roads-clear")}
          </button>
        )}
      </p>
      {area === undefined ? <p className="small quiet">{t("features.roads-where")}</p> : null}
      {names.length < 2 ? null : (
        <fieldset className="features-between">
          <legend className="small">{t("features.road-between")}</legend>
          {([0, 1] as const).map((end) => (
            <label key={end} className="label">
              <span>{t(end === 0 ? "features.road-from" : "features.road-to")}</span>
              <select
                className="field"
                value={ends[end]}
                onChange={(event) => setEnds(end === 0 ? [Number(event.target.value), ends[1]] : [ends[0], Number(event.target.value)])}
              >
                {names.map((name, at) => (
                  <option key={name} value={at}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <button
            type="button"
            className="button is-small"
            disabled={!isWidth || extract === undefined || pair === undefined || asking.isPending}
            onClick={() => {
              if (pair !== undefined) asking.mutate({ ...common, connect: pair.map(({ name, lat, lon }) => ({ name, lat, lon })) });
            }}
          >
            {t("features.road-ask")}
          </button>
        </fieldset>
      )}
      {asking.error === null ? null : <ErrorNotice error={asking.error} />}
      {roads === undefined ? null : (
        <>
          {roads.ways.map((way) => (
            <p key={`${way.from} ${way.to}`} className="small">
              <IsolatedText text={`${way.from} - ${way.to}`} />: <IsolatedText text={way.says} />
            </p>
          ))}
          {roads.ways.length > 0 ? null : (
            <p className="small">
              {roads.roads.length === 0
                ? t("features.roads-none")
                : t("features.roads-found", {
                    count: roads.roads.length,
                    km: kilometres(roads.roads.reduce((sum, { lengthM }) => sum + lengthM, 0)),
                  })}
            </p>
          )}
          {roads.leftOut === 0 ? null : <p className="small">{t("features.roads-left-out", { count: roads.leftOut })}</p>}
          {roads.lines.length === 0 ? null : (
            <p>
              <button type="button" className="button is-small" onClick={() => onLines(roads.lines)}>
                {t("features.roads-use")}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

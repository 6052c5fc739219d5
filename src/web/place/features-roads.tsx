/** Roads of the area, or the way by road between two names of the phrase, as lines that a clause about a road may stand on. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
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
  const [from, to] = [anchors[ends[0]], anchors[ends[1]]];
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
      {anchors.length < 2 ? null : (
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
                {anchors.map(({ name }, at) => (
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
            disabled={!isWidth || extract === undefined || from === undefined || to === undefined || from === to || asking.isPending}
            onClick={() => {
              if (from !== undefined && to !== undefined)
                asking.mutate({ ...common, connect: [from, to].map(({ name, lat, lon }) => ({ name, lat, lon })) });
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

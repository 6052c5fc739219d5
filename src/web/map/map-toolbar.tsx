/** Legend and choice in one: what the signs mean, and which of them are shown. */
import type { MapFeature, ShownStanding } from "../../core/place/map-feature.ts";
import { StandingMark } from "../claims/standing-mark.tsx";
import { formatNumber, t } from "../words/t.ts";
import type { KeptViews } from "./kept-views.ts";

export const standings: readonly ShownStanding[] = ["stated", "candidate", "rejected", "seen"];
export const sorts = ["event", "movement", "item", "post", "row"] as const satisfies readonly MapFeature["sort"][];

interface MapToolbarProps {
  readonly features: readonly MapFeature[];
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (name: string) => void;
  readonly measuring: boolean;
  readonly onMeasure: () => void;
  readonly onAll: () => void;
  readonly kept: KeptViews;
  readonly onKeep: () => void;
  readonly onJump: (number: number) => void;
  readonly onExport: () => void;
  readonly onFiles: () => void;
}

export function MapToolbar(props: MapToolbarProps) {
  const { features, hidden, onHide, measuring, onMeasure, onAll, kept, onKeep, onJump, onExport, onFiles } = props;
  const count = (yes: (feature: MapFeature) => boolean): string => formatNumber(features.filter(yes).length);
  return (
    <div className="map-toolbar">
      <div className="map-choice" role="group" aria-label={t("map.legend")}>
        {standings.map((standing) => (
          <button
            key={standing}
            type="button"
            className="button is-small"
            aria-pressed={!hidden.has(standing)}
            onClick={() => onHide(standing)}
          >
            <StandingMark standing={standing} /> <span className="quiet">{count((feature) => feature.standing === standing)}</span>
          </button>
        ))}
      </div>
      <div className="map-choice" role="group" aria-label={t("map.sorts")}>
        {sorts
          .filter((sort) => features.some((feature) => feature.sort === sort))
          .map((sort) => (
            <button key={sort} type="button" className="button is-small" aria-pressed={!hidden.has(sort)} onClick={() => onHide(sort)}>
              {t(`map.sort.${sort}`)} <span className="quiet">{count((feature) => feature.sort === sort)}</span>
            </button>
          ))}
      </div>
      <div className="map-choice">
        <button type="button" className="button is-small" onClick={onAll}>
          {t("map.all")}
        </button>
        <button type="button" className="button is-small" aria-pressed={measuring} onClick={onMeasure}>
          {t("map.ruler")}
        </button>
      </div>
      <div className="map-choice" role="group" aria-label={t("map.marks")}>
        {[...kept.views.keys()].toSorted().map((number) => (
          <span key={number} className="map-mark">
            <button type="button" className="button is-small" aria-label={t("map.mark-go", { number })} onClick={() => onJump(number)}>
              {number}
            </button>
            <button
              type="button"
              className="button is-bare is-small"
              aria-label={t("map.mark-remove", { number })}
              onClick={() => kept.remove(number)}
            >
              ×
            </button>
          </span>
        ))}
        <button type="button" className="button is-bare is-small" onClick={onKeep}>
          {t("map.mark")}
        </button>
      </div>
      <div className="map-choice is-end">
        <button type="button" className="button is-small" onClick={onFiles}>
          {t("map.files")}
        </button>
        <button type="button" className="button is-small" onClick={onExport}>
          {t("map.export")}
        </button>
      </div>
    </div>
  );
}

/** Every place in words, beside the map: the way to them for people who do not see it, or have many. */
import { useEffect, useRef } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { MapFeature } from "../../core/place/map-feature.ts";
import { placeWords } from "../claims/place-words.ts";
import { StandingMark } from "../claims/standing-mark.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

interface PlaceListProps {
  readonly features: readonly MapFeature[];
  readonly chosen: string | undefined;
  readonly onChoose: (record: string) => void;
}

export function PlaceList({ features, chosen, onChoose }: PlaceListProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: features.length, getScrollElement: () => box.current, estimateSize: () => 66, overscan: 8 });
  const at = features.findIndex(({ record }) => record === chosen);
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at, { align: "auto" });
    // Only when another one is chosen: not with every new measure of the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);
  return (
    <div ref={box} className="place-list" tabIndex={0} role="group" aria-label={t("map.list")}>
      <ul style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map((row) => {
          const feature = features[row.index];
          if (feature === undefined) return null;
          const isChosen = feature.record === chosen;
          return (
            <li key={feature.id} style={{ transform: `translateY(${row.start}px)` }}>
              <button
                type="button"
                className={isChosen ? "place-row is-chosen" : "place-row"}
                aria-pressed={isChosen}
                onClick={() => onChoose(feature.record)}
              >
                <span className="place-row-head">
                  <span className="mono quiet">{feature.part === undefined ? feature.record : `${feature.record} ${feature.part}`}</span>
                  <StandingMark standing={feature.standing} />
                </span>
                <span className="cut">
                  <IsolatedText text={feature.title} />
                </span>
                <span className="quiet small cut">{placeWords(feature.claim)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

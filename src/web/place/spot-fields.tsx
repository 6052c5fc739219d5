/** The chosen place of the inference: where, how far off it may be, and what it rests on. Picked on the map, taken from the region, or moved there. */
import { useState } from "react";
import type { StatedOf } from "../../core/place/place-statement.ts";
import { formatPosition } from "../claims/place-words.ts";
import { t } from "../words/t.ts";
import type { Spot } from "./bench-port.ts";
import { JudgeDialog } from "./judge-dialog.tsx";

interface SpotFieldsProps {
  readonly spot: Spot | undefined;
  readonly middle: Spot | undefined;
  readonly about: StatedOf | null;
  readonly isPicking: boolean;
  readonly onPick: () => void;
  readonly onSpot: (spot: Spot | undefined) => void;
}

export function SpotFields({ spot, middle, about, isPicking, onPick, onSpot }: SpotFieldsProps) {
  const [stating, setStating] = useState(false);
  return (
    <section aria-label={t("place-bench.choose-place")}>
      <h3>{t("place-bench.choose-place")}</h3>
      <p className="record-actions">
        <button type="button" className="button is-small" aria-pressed={isPicking} onClick={onPick}>
          {t("place-bench.pick")}
        </button>
        <button type="button" className="button is-small" disabled={middle === undefined} onClick={() => onSpot(middle)}>
          {t("place-bench.take-middle")}
        </button>
        <button type="button" className="button is-small" disabled={spot === undefined} onClick={() => onSpot(undefined)}>
          {t("place-bench.no-spot")}
        </button>
      </p>
      {isPicking ? <p className="small">{t("place-bench.pick-how")}</p> : null}
      {spot === undefined ? null : (
        <>
          <p className="small mono">{formatPosition(spot)}</p>
          <div className="anchor-form-row">
            <label className="label">
              <span>{t("place-bench.spot-radius")}</span>
              <input
                className="field"
                type="number"
                min={1}
                step="any"
                value={Math.round(spot.radiusM * 100) / 100}
                onChange={(event) => {
                  const radiusM = Number(event.target.value);
                  if (radiusM > 0 && radiusM <= 1e7) onSpot({ ...spot, radiusM });
                }}
              />
            </label>
            <label className="label">
              <span>{t("place-bench.spot-basis")}</span>
              <input
                className="field"
                value={spot.basis}
                maxLength={2000}
                onChange={(event) => onSpot({ ...spot, basis: event.target.value })}
              />
            </label>
          </div>
          <p className="record-actions">
            <button type="button" className="button is-small" onClick={() => setStating(true)}>
              {t("place-bench.state-spot")}
            </button>
            <span className="small quiet">{t("place-bench.state-how")}</span>
          </p>
        </>
      )}
      {stating && spot !== undefined ? (
        <JudgeDialog
          judging={{
            ...{ name: t("place-bench.chosen-place"), at: { lat: spot.lat, lon: spot.lon }, standing: "chosen", radiusM: spot.radiusM },
            ...{ basis: spot.basis, offered: spot.basis },
          }}
          about={about}
          demandsEvent
          onJudge={() => undefined}
          onClose={() => setStating(false)}
        />
      ) : null}
    </section>
  );
}

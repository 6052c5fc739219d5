/** The box of an observation: drawn by pointer, or entered in percent of the frame as shown. */
import { useEffect, useState } from "react";
import type { FrameBox } from "../../core/observation/observation.ts";
import { t } from "../words/t.ts";
import { boxOfPercent, type PercentBox, percentOfBox } from "./box-geometry.ts";

const EMPTY: PercentBox = { x: "", y: "", width: "", height: "" };
const NAMES = ["x", "y", "width", "height"] as const;

interface BoxFieldsProps {
  readonly box: FrameBox | null;
  readonly onBox: (box: FrameBox | null) => void;
  readonly drawing: boolean;
  readonly onDrawing: () => void;
}

export function BoxFields({ box, onBox, drawing, onDrawing }: BoxFieldsProps) {
  const [typed, setTyped] = useState<PercentBox>(EMPTY);
  useEffect(() => {
    if (box) setTyped(percentOfBox(box));
  }, [box]);
  const filled = NAMES.some((name) => typed[name] !== "");
  const refused = filled && boxOfPercent(typed) === null;
  return (
    <fieldset className="box-fields">
      <legend>{t("bench.box")}</legend>
      <span className="box-inputs">
        {NAMES.map((name) => (
          <label key={name}>
            <span className="quiet">{t(`bench.box.${name}`)}</span>
            <input
              className="field"
              type="text"
              inputMode="decimal"
              value={typed[name]}
              aria-invalid={refused}
              onChange={(event) => {
                const next = { ...typed, [name]: event.target.value };
                setTyped(next);
                const entered = boxOfPercent(next);
                if (entered || box) onBox(entered);
              }}
            />
          </label>
        ))}
      </span>
      <span className="button-row">
        <button type="button" className="button" aria-pressed={drawing} onClick={onDrawing}>
          {t("bench.box.draw")} <kbd>D</kbd>
        </button>
        {filled ? (
          <button
            type="button"
            className="button is-bare"
            onClick={() => {
              setTyped(EMPTY);
              onBox(null);
            }}
          >
            {t("bench.box.remove")}
          </button>
        ) : null}
        {refused ? <span className="tone-narrower">{t("bench.box.refused")}</span> : null}
      </span>
    </fieldset>
  );
}

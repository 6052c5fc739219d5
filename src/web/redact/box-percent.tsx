/** The box on this frame, entered in percent of the picture as shown: what the pointer does, by keyboard. */
import { useEffect, useState } from "react";
import type { ShareBox } from "../../core/redaction/redaction.ts";
import { boxOfPercent, type PercentBox } from "../bench/box-geometry.ts";
import { t } from "../words/t.ts";

const names = ["x", "y", "width", "height"] as const;
const empty: PercentBox = { x: "", y: "", width: "", height: "" };
const percent = (share: number): string => String(Math.round(share * 1e4) / 100);

export function BoxPercent({ box, onBox }: { readonly box: ShareBox | undefined; readonly onBox: (box: ShareBox) => void }) {
  const [typed, setTyped] = useState<PercentBox>(empty);
  const said = box === undefined ? "" : JSON.stringify(box);
  useEffect(() => {
    const known = said === "" ? undefined : (JSON.parse(said) as ShareBox);
    setTyped(known === undefined ? empty : { x: percent(known.x), y: percent(known.y), width: percent(known.w), height: percent(known.h) });
  }, [said]);
  if (box === undefined) return <p className="small quiet">{t("redact.not-here")}</p>;
  const entered = boxOfPercent(typed);
  const take = (): void => {
    if (entered === null) return;
    const next = { x: entered.x / 1e6, y: entered.y / 1e6, w: entered.width / 1e6, h: entered.height / 1e6 };
    if (names.some((name, n) => typed[name] !== percent([box.x, box.y, box.w, box.h][n] as number))) onBox(next);
  };
  return (
    <fieldset className="box-fields">
      <legend>{t("redact.box-here")}</legend>
      <span className="box-inputs">
        {names.map((name) => (
          <label key={name}>
            <span className="quiet">{t(`bench.box.${name}`)}</span>
            <input
              className="field"
              type="text"
              inputMode="decimal"
              value={typed[name]}
              aria-invalid={entered === null}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              onBlur={take}
              onKeyDown={(event) => {
                if (event.key === "Enter") take();
              }}
            />
          </label>
        ))}
      </span>
      {entered === null ? <span className="tone-narrower small">{t("bench.box.refused")}</span> : null}
    </fieldset>
  );
}

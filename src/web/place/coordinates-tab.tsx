/** The place that was arrived at, in the forms that other programs and people read, each with its radius; and the way to any place that is typed. */
import { useState } from "react";
import type { StatedOf } from "../../core/place/place-statement.ts";
import type { Position } from "../../core/place/region.ts";
import { writeDecimal, writeDegreesMinutesSeconds } from "../../core/place/write-degrees.ts";
import { writeMgrs } from "../../core/place/write-mgrs.ts";
import { writePlusCode } from "../../core/place/write-plus-code.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import type { Spot } from "./bench-port.ts";
import { SpotFields } from "./spot-fields.tsx";
import { readTyped } from "./typed-place.ts";
import type { Ruler } from "./use-ruler.ts";

interface CoordinatesTabProps {
  /** The chosen place; undefined while none is. */
  readonly spot: Spot | undefined;
  /** The middle of the region, with the radius to its farthest corner. */
  readonly middle: Spot | undefined;
  readonly about: StatedOf | null;
  readonly isPicking: boolean;
  readonly onPick: () => void;
  readonly onSpot: (spot: Spot | undefined) => void;
  readonly onShow: (at: Position) => void;
  readonly ruler: Ruler;
}

export function CoordinatesTab({ spot, middle, about, isPicking, onPick, onSpot, onShow, ruler }: CoordinatesTabProps) {
  const shown = spot ?? middle;
  return (
    <div className="place-stack">
      <section aria-label={t("place-bench.coordinates")}>
        <h3>{t(spot === undefined ? "place-bench.middle-of-region" : "place-bench.chosen-place")}</h3>
        {shown === undefined ? <p className="quiet">{t("place-bench.no-place")}</p> : <Forms spot={shown} onShow={onShow} />}
      </section>
      <SpotFields {...{ spot, middle, about, isPicking, onPick, onSpot }} />
      <GoTo {...{ onShow, onSpot }} />
      <Measuring {...{ ruler }} from={shown} />
    </div>
  );
}

function Forms({ spot, onShow }: { readonly spot: Spot; readonly onShow: CoordinatesTabProps["onShow"] }) {
  const mgrs = writeMgrs(spot, spot.radiusM);
  const forms = [
    ["decimal", writeDecimal(spot, spot.radiusM)],
    ["dms", writeDegreesMinutesSeconds(spot, spot.radiusM)],
    ["mgrs", mgrs],
    ["plus-code", writePlusCode(spot, spot.radiusM)],
  ] as const;
  return (
    <>
      <dl className="place-forms">
        {forms.map(([form, text]) => (
          <div key={form} data-form={form}>
            <dt>{t(`place-bench.form.${form}`)}</dt>
            <dd>
              {text === undefined ? (
                <span className="quiet">{t("place-bench.form.polar")}</span>
              ) : (
                <>
                  <span className="mono">{text}</span> <span className="nowrap">± {formatRadius(spot.radiusM)}</span>
                  <span className="place-form-acts">
                    <Copy
                      text={`${text} ± ${formatRadius(spot.radiusM)}`}
                      label={t("place-bench.copy-with", { form: t(`place-bench.form.${form}`) })}
                    >
                      {t("place-bench.copy")}
                    </Copy>
                    <Copy text={text} label={t("place-bench.copy-bare", { form: t(`place-bench.form.${form}`) })}>
                      {t("place-bench.copy-figures")}
                    </Copy>
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{spot.basis}</p>
      <p>
        <button type="button" className="button is-small" onClick={() => onShow(spot)}>
          {t("place-bench.show")}
        </button>
      </p>
    </>
  );
}

function Copy({ text, label, children }: { readonly text: string; readonly label: string; readonly children: string }) {
  return (
    <button
      type="button"
      className="button is-small"
      aria-label={label}
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => announce(t("map.copied", { place: text })),
          () => announce(t("map.copy-failed", { place: text })),
        );
      }}
    >
      {children}
    </button>
  );
}

function GoTo({ onShow, onSpot }: Pick<CoordinatesTabProps, "onShow" | "onSpot">) {
  const [typed, setTyped] = useState("");
  const { read, place } = readTyped(typed);
  return (
    <section aria-label={t("place-bench.go-to")}>
      <h3>{t("place-bench.go-to")}</h3>
      <form
        className="lookup-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (place !== undefined) onShow(place.centre);
        }}
      >
        <label className="label">
          <span>{t("place-bench.any-form")}</span>
          <input className="field mono" value={typed} maxLength={2000} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={place === undefined}>
          {t("place-bench.go")}
        </button>
      </form>
      {read.state === "refused" ? <p className="small tone-conflict">{read.reason}</p> : null}
      {read.state === "read"
        ? read.remarks.map((remark) => (
            <p key={remark} className="small tone-narrower">
              {t(`place-form.${remark}`)}
            </p>
          ))
        : null}
      {place === undefined ? null : (
        <p className="small record-actions">
          {t("place-bench.read-as", { place: formatPosition(place.centre), radius: formatRadius(place.radiusM) })}
          <button
            type="button"
            className="button is-small"
            onClick={() =>
              onSpot({
                ...place.centre,
                radiusM: place.radiusM,
                basis: t("place-bench.typed-basis", { typed: typed.trim().slice(0, 300) }),
              })
            }
          >
            {t("place-bench.take-place")}
          </button>
        </p>
      )}
    </section>
  );
}

function Measuring({ ruler, from }: { readonly ruler: Ruler; readonly from: Position | undefined }) {
  const [bearing, setBearing] = useState("");
  const [length, setLength] = useState("5");
  const [bearingDeg, km] = [Number(bearing.replace(",", ".")), Number(length.replace(",", "."))];
  const ready = from !== undefined && bearing.trim() !== "" && bearingDeg >= 0 && bearingDeg <= 360 && km > 0 && km <= 20_000;
  return (
    <section aria-label={t("place-bench.measure")}>
      <h3>{t("place-bench.measure")}</h3>
      <p className="record-actions">
        <button type="button" className="button is-small" aria-pressed={ruler.isOn} onClick={ruler.toggle}>
          {t("map.ruler")}
        </button>
        <span className="small">{ruler.words ?? (ruler.isOn ? t("place-bench.ruler-how") : "")}</span>
      </p>
      <form
        className="anchor-form-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) ruler.setLine({ from, bearingDeg, km });
        }}
      >
        <label className="label">
          <span>{t("place-bench.bearing")}</span>
          <input className="field" inputMode="decimal" value={bearing} onChange={(event) => setBearing(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("place-bench.bearing-length")}</span>
          <input className="field" inputMode="decimal" value={length} onChange={(event) => setLength(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={!ready}>
          {t("place-bench.bearing-draw")}
        </button>
        {ruler.line === undefined ? null : (
          <button type="button" className="button" onClick={() => ruler.setLine(undefined)}>
            {t("place-bench.bearing-clear")}
          </button>
        )}
      </form>
      {from === undefined ? <p className="small quiet">{t("place-bench.bearing-from")}</p> : null}
    </section>
  );
}

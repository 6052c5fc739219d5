/** A point of a name, typed in any form of coordinates; what was typed stays with it as its source. */
import { useState } from "react";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { t } from "../words/t.ts";
import type { DraftPoint } from "./place-draft.ts";
import { readTyped } from "./typed-place.ts";

export function AnchorByHand({ name, onAdd }: { readonly name: string; readonly onAdd: (point: DraftPoint) => void }) {
  const [typed, setTyped] = useState("");
  const [extent, setExtent] = useState("");
  const [source, setSource] = useState("");
  const { read, place } = readTyped(typed, source);
  const radiusKm = extent.trim() === "" ? 0 : Number(extent.replace(",", "."));
  const ready = place !== undefined && radiusKm >= 0 && radiusKm <= 500;
  return (
    <form
      className="anchor-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const words = t("place-bench.by-hand-source", {
          typed: typed.trim().slice(0, 200),
          source: source.trim() || t("place-bench.no-source"),
        });
        onAdd({ ...place.centre, radiusKm, source: words.slice(0, 500) });
      }}
    >
      <label className="label">
        <span>{t("place-bench.point-coordinates", { name })}</span>
        <input className="field mono" value={typed} maxLength={2000} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <div className="anchor-form-row">
        <label className="label">
          <span>{t("place-bench.point-source")}</span>
          <input className="field" value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("place-bench.point-extent")}</span>
          <input className="field" inputMode="decimal" value={extent} onChange={(event) => setExtent(event.target.value)} />
        </label>
      </div>
      {read.state === "refused" ? <p className="small tone-conflict">{read.reason}</p> : null}
      {place === undefined ? null : (
        <p className="small">{t("place-bench.read-as", { place: formatPosition(place.centre), radius: formatRadius(place.radiusM) })}</p>
      )}
      {read.state === "read"
        ? read.remarks.map((remark) => (
            <p key={remark} className="small tone-narrower">
              {t(`place-form.${remark}`)}
            </p>
          ))
        : null}
      <button type="submit" className="button is-main" disabled={!ready}>
        {t("place-bench.add-point")}
      </button>
    </form>
  );
}

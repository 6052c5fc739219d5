/**
 * The names that the words measure from, each with all of its points and where those come from. A point counts while it is on; which of
 * them is meant is for a person to say.
 */
import { useState } from "react";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { AnchorByHand } from "./anchor-by-hand.tsx";
import { AnchorLookup } from "./anchor-lookup.tsx";
import { addPoint, type DraftPoint, type PlaceDraft, pointsOf, removePoint, switchPoint } from "./place-draft.ts";

interface AnchorListProps {
  readonly draft: PlaceDraft;
  /** In the order of the words. */
  readonly names: readonly string[];
  readonly isLookingUp: boolean;
  readonly onChange: (make: (draft: PlaceDraft) => PlaceDraft) => void;
  readonly onShow: (point: DraftPoint) => void;
}

export function AnchorList({ draft, names, isLookingUp, onChange, onShow }: AnchorListProps) {
  return (
    <div className="anchor-list">
      {names.map((name) => (
        <Anchor key={name} {...{ draft, name, isLookingUp, onChange, onShow }} />
      ))}
    </div>
  );
}

function Anchor({ draft, name, isLookingUp, onChange, onShow }: Omit<AnchorListProps, "names"> & { readonly name: string }) {
  const [adding, setAdding] = useState<"by-hand" | "look-up">();
  const points = pointsOf(draft, name);
  const on = points.filter(({ isOn }) => isOn).length;
  return (
    <section className="anchor" aria-label={name}>
      <div className="anchor-head">
        <h4>
          <IsolatedText text={name} />
        </h4>
        <span className={on === 0 && !isLookingUp ? "small tone-conflict" : "small quiet"}>
          {points.length === 0
            ? t(isLookingUp ? "place-bench.looking-up" : "place-bench.no-points")
            : t("place-bench.points-on", { on, count: points.length })}
        </span>
        <span className="anchor-acts">
          <button
            type="button"
            className="button is-small"
            aria-label={t("place-bench.look-up-of", { name })}
            onClick={() => setAdding(adding === "look-up" ? undefined : "look-up")}
          >
            {t("place-bench.look-up")}
          </button>
          <button
            type="button"
            className="button is-small"
            aria-label={t("place-bench.by-hand-of", { name })}
            aria-expanded={adding === "by-hand"}
            onClick={() => setAdding(adding === "by-hand" ? undefined : "by-hand")}
          >
            {t("place-bench.by-hand")}
          </button>
        </span>
      </div>
      <ul className="anchor-points">
        {points.map(({ point, isOn }) => (
          <li key={`${point.lat} ${point.lon}`} className={isOn ? undefined : "is-off"}>
            <label className="check">
              <input
                type="checkbox"
                checked={isOn}
                onChange={(event) => onChange((now) => switchPoint(now, name, point, event.target.checked))}
              />
              <span className="visually-hidden">{t("place-bench.point-counts", { name })}</span>
            </label>
            <button type="button" className="anchor-point mono" onClick={() => onShow(point)}>
              {formatPosition(point)}
            </button>
            <span className="small quiet anchor-source">
              <IsolatedText text={sourceOf(point)} />
            </span>
            <button
              type="button"
              className="button is-bare is-small"
              aria-label={t("place-bench.remove-point", { name, place: formatPosition(point) })}
              onClick={() => onChange((now) => removePoint(now, name, point))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {adding === "by-hand" ? (
        <AnchorByHand
          name={name}
          onAdd={(point) => {
            onChange((now) => addPoint(now, name, point));
            setAdding(undefined);
          }}
        />
      ) : null}
      {adding === "look-up" ? <AnchorLookup {...{ draft, name, onChange }} onClose={() => setAdding(undefined)} /> : null}
    </section>
  );
}

function sourceOf(point: DraftPoint): string {
  const extent =
    point.radiusKm > 0 ? t("place-bench.extent", { radius: formatRadius(point.radiusKm * 1000) }) : t("place-bench.extent-unknown");
  return [point.source ?? t("place-bench.no-source"), ...(point.admin ?? []).slice(-2), extent].join(" · ");
}

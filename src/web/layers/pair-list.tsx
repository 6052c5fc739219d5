/** The pairs in words: what is still missing, by how much each is off, and how the picture is laid. */
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { t } from "../words/t.ts";
import { pairKey, type Pairs } from "./use-pairs.ts";

/** What is less is not told apart by hand. */
const leastM = 0.1;

export function PairList({ pairs: { pairs, fit, setFit, fitted, remove } }: { readonly pairs: Pairs }) {
  const wholeUpTo = (at: number): number =>
    pairs.slice(0, at).filter(({ onPicture, onMap }) => onPicture !== undefined && onMap !== undefined).length;
  const next = pairs.at(-1);
  const asks =
    next === undefined || (next.onPicture !== undefined && next.onMap !== undefined)
      ? t("imagery.next-pair", { number: pairs.length + 1 })
      : t(next.onPicture === undefined ? "imagery.next-on-picture" : "imagery.next-on-map", { number: pairs.length });
  return (
    <fieldset className="claim-fields pair-list">
      <legend>{t("imagery.pairs")}</legend>
      <p className="small" aria-live="polite">
        {asks}
      </p>
      <ol>
        {pairs.map(({ onPicture, onMap }, at) => {
          const isWhole = onPicture !== undefined && onMap !== undefined;
          const off = isWhole ? fitted?.residualsM?.[wholeUpTo(at)] : undefined;
          return (
            <li key={at}>
              <span className="mono">
                {at + 1}. {onPicture === undefined ? "?" : `${onPicture.x.toFixed(1)}, ${onPicture.y.toFixed(1)} px`} →{" "}
                {onMap === undefined ? "?" : formatPosition(onMap)}
              </span>
              {off === undefined ? null : <span className="small">{t("imagery.off", { by: formatRadius(Math.max(leastM, off)) })}</span>}
              <button
                type="button"
                className="button is-bare is-small"
                aria-label={t("imagery.remove-pair", { number: at + 1 })}
                onClick={() => remove(pairKey(at))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ol>
      <label className="check">
        <input
          type="checkbox"
          checked={fit === "projective"}
          onChange={(event) => setFit(event.target.checked ? "projective" : "affine")}
        />{" "}
        {t("imagery.slant")}
      </label>
      <p className={fitted === undefined ? "small quiet" : "small"} data-testid="fit">
        {fitted === undefined
          ? t(fit === "affine" ? "imagery.too-few" : "imagery.too-few-slant")
          : fitted.rmsM === null
            ? t("imagery.no-residual")
            : t("imagery.residual", { by: formatRadius(Math.max(leastM, fitted.rmsM)) })}
      </p>
    </fieldset>
  );
}

/** The pairs as a sheet: number, name, mark on the frame, place on the map, and what is left of each at the best position. */
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import { lackOf } from "./camera-problem-of.ts";
import { PairRow } from "./pair-row.tsx";

export function PairSheet({ camera }: { readonly camera: CameraBench }) {
  const { history, chosen, addPair, marking, mark } = camera;
  const { pairs } = history.draft;
  return (
    <section className="camera-part" aria-label={t("camera.pairs")}>
      <h3>{t("camera.pairs")}</h3>
      {pairs.length === 0 ? <p className="quiet small">{t("camera.pairs-none")}</p> : null}
      <ol className="pair-list">
        {pairs.map((pair) => (
          <PairRow key={pair.number} camera={camera} pair={pair} isChosen={pair.number === chosen} lack={lackOf(pair)} />
        ))}
      </ol>
      <p className="record-actions">
        <button type="button" className="button is-main is-small" onClick={addPair}>
          {t("camera.add-pair")}
        </button>
        {marking === undefined ? null : (
          <button type="button" className="button is-small" onClick={() => mark(undefined)}>
            {t("camera.stop-marking")}
          </button>
        )}
      </p>
      {marking === undefined || marking.of === "horizon" ? null : (
        <p className="small tone-narrower" role="status">
          {t(marking.on === "frame" ? "camera.press-frame" : "camera.press-map", { number: String(marking.number) })}
        </p>
      )}
      <LeftOut camera={camera} />
    </section>
  );
}

/** Every pair left out in turn: whether the answer hangs on one of them. */
function LeftOut({ camera }: { readonly camera: CameraBench }) {
  const rows = camera.solved?.leaveOneOut ?? [];
  if (rows.length === 0) return null;
  const farthest = Math.max(0, ...rows.map(({ movesM }) => movesM ?? 0));
  return (
    <details>
      <summary>{t("camera.left-out", { metres: farthest.toFixed(1) })}</summary>
      <table className="camera-table">
        <thead>
          <tr>
            <th>{t("camera.left-out-pair")}</th>
            <th className="is-number">{t("camera.left-out-moves")}</th>
            <th className="is-number">{t("camera.left-out-rest")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, name, movesM, restShare }) => (
            <tr key={number}>
              <td>
                {number} <IsolatedText text={name} />
              </td>
              <td className="is-number">
                {movesM === null ? t("camera.no-longer-told") : t("camera.metres", { value: movesM.toFixed(1) })}
              </td>
              <td className="is-number">{restShare === null ? "" : restShare.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

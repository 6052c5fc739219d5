/** Lines of position: two things in line on the frame, found on the map. The camera stands on the line beyond the nearer one. */
import { t, type WordKey } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import { type DraftTransit, nextNumber } from "./camera-draft.ts";
import { Off } from "./pair-row.tsx";
import { NumberedHead } from "./numbered-head.tsx";

export function CameraTransits({ camera }: { readonly camera: CameraBench }) {
  const { history, marking, mark, choose } = camera;
  const { draft, change } = history;
  const set = (number: number, by: Partial<DraftTransit>, step?: string): void =>
    change((now) => ({ ...now, transits: now.transits.map((one) => (one.number === number ? { ...one, ...by } : one)) }), step);
  const add = (): void => {
    const number = nextNumber(draft);
    change((now) => ({ ...now, transits: [...now.transits, { number, name: "", near: "", far: "", errorM: "3", errorPx: "5" }] }));
    choose(number);
    mark({ of: "near", number, on: "map" });
  };
  return (
    <details className="camera-part" open={draft.transits.length > 0}>
      <summary>{t("camera.transits", { count: draft.transits.length })}</summary>
      <p className="quiet small">{t("camera.transits-how")}</p>
      <ol className="pair-list">
        {draft.transits.map((transit) => {
          const { number } = transit;
          const label = (words: WordKey) => t("camera.of-transit", { what: t(words), number: String(number) });
          return (
            <li key={number} className="pair-row">
              <NumberedHead
                number={number}
                name={transit.name}
                nameLabel={label("camera.name")}
                removeLabel={label("camera.remove")}
                onName={(name) => set(number, { name }, `name ${number}`)}
                onRemove={() => change((now) => ({ ...now, transits: now.transits.filter((one) => one.number !== number) }))}
              />
              {(["near", "far"] as const).map((end) => (
                <div key={end} className="pair-line">
                  <button
                    type="button"
                    className="button is-small"
                    aria-pressed={marking?.of === end && marking.number === number}
                    onClick={() => mark({ of: end, number, on: "map" })}
                  >
                    {t(`camera.transit.${end}`)}
                  </button>
                  <input
                    className="field pair-place"
                    aria-label={label(`camera.transit.${end}`)}
                    placeholder={t("camera.place-example")}
                    value={transit[end]}
                    onChange={(event) => set(number, { [end]: event.target.value }, `${end} ${number}`)}
                  />
                </div>
              ))}
              <div className="pair-line">
                <Off
                  label={label("camera.error-m")}
                  value={transit.errorM}
                  unit={t("camera.m")}
                  onValue={(errorM) => set(number, { errorM }, `m ${number}`)}
                />
                <Off
                  label={label("camera.error-px")}
                  value={transit.errorPx}
                  unit={t("camera.px")}
                  onValue={(errorPx) => set(number, { errorPx }, `px ${number}`)}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <button type="button" className="button is-small" onClick={add}>
        {t("camera.add-transit")}
      </button>
    </details>
  );
}

/** "Should be visible, and is it?": things that stand there, where each should be on the frame, and what a person found. */
import { t, type WordKey } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import { type DraftExpected, nextNumber } from "./camera-draft.ts";
import { NumberedHead } from "./numbered-head.tsx";

const finds = ["seen", "not-seen", "hidden"] as const;

export function CameraExpected({ camera }: { readonly camera: CameraBench }) {
  const { history, solved, marking, mark, choose } = camera;
  const { draft, change } = history;
  const set = (number: number, by: Partial<DraftExpected>, step?: string): void =>
    change((now) => ({ ...now, expected: now.expected.map((one) => (one.number === number ? { ...one, ...by } : one)) }), step);
  const add = (): void => {
    const number = nextNumber(draft);
    const fresh: DraftExpected = { number, name: "", place: "", errorM: "3", height: "", found: undefined, note: "" };
    change((now) => ({ ...now, expected: [...now.expected, fresh] }));
    choose(number);
    mark({ of: "expected", number, on: "map" });
  };
  return (
    <details className="camera-part" open={draft.expected.length > 0}>
      <summary>{t("camera.expected", { count: draft.expected.length })}</summary>
      <p className="quiet small">{t("camera.expected-how")}</p>
      <ol className="pair-list">
        {draft.expected.map((one) => {
          const { number } = one;
          const label = (words: WordKey) => t("camera.of-expected", { what: t(words), number: String(number) });
          const where = solved?.expected.find((found) => found.number === number);
          return (
            <li key={number} className="pair-row">
              <NumberedHead
                number={number}
                name={one.name}
                nameLabel={label("camera.name")}
                nameExample={t("camera.name-example")}
                removeLabel={label("camera.remove")}
                onName={(name) => set(number, { name }, `name ${number}`)}
                onRemove={() => change((now) => ({ ...now, expected: now.expected.filter((other) => other.number !== number) }))}
              />
              <div className="pair-line">
                <button
                  type="button"
                  className="button is-small"
                  aria-pressed={marking?.of === "expected" && marking.number === number}
                  onClick={() => mark({ of: "expected", number, on: "map" })}
                >
                  {t("camera.on-map")}
                </button>
                <input
                  className="field pair-place"
                  aria-label={label("camera.place")}
                  placeholder={t("camera.place-example")}
                  value={one.place}
                  onChange={(event) => set(number, { place: event.target.value }, `place ${number}`)}
                />
              </div>
              {where === undefined ? null : (
                <p className="small quiet">
                  {t(`camera.where.${where.where}`, {
                    bearing: where.bearingDeg.toFixed(1),
                    metres: where.distanceM.toFixed(0),
                    x: where.x === null ? "–" : where.x.value.toFixed(0),
                    error: where.x === null ? "–" : where.x.error.toFixed(0),
                  })}
                </p>
              )}
              <div className="pair-line" role="radiogroup" aria-label={label("camera.found")}>
                {finds.map((found) => (
                  <label key={found} className="chip small">
                    <input
                      type="radio"
                      name={`camera-found-${number}`}
                      checked={one.found === found}
                      onChange={() => set(number, { found })}
                    />
                    {t(`camera.found.${found}`)}
                  </label>
                ))}
              </div>
              {one.found === "hidden" || one.note !== "" ? (
                <input
                  className="field"
                  aria-label={label("camera.found-note")}
                  placeholder={t("camera.found-note")}
                  value={one.note}
                  maxLength={2000}
                  onChange={(event) => set(number, { note: event.target.value }, `note ${number}`)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      <button type="button" className="button is-small" onClick={add}>
        {t("camera.add-expected")}
      </button>
    </details>
  );
}

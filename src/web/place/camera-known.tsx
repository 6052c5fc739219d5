/** What is known of the camera apart from the pairs: its lens, its heading, how it was held, and how far the imagery may lie off. */
import { useQuery } from "@tanstack/react-query";
import { metadataPlace } from "../../core/place/metadata-place.ts";
import { CameraProblem } from "../../reason/camera/camera-problem.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { t, type WordKey } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import type { CameraDraft, CameraField } from "./camera-draft.ts";
import { Off } from "./pair-row.tsx";

export function CameraKnown({ camera }: { readonly camera: CameraBench }) {
  const { draft, change } = camera.history;
  const set = (field: CameraField, value: string): void => change((now) => ({ ...now, fields: { ...now.fields, [field]: value } }), field);
  const setLens = (lens: CameraDraft["lens"]): void => change((now) => ({ ...now, lens }));
  const figure = (label: WordKey, field: CameraField, error?: CameraField, unit: WordKey = "camera.deg") => (
    <div className="pair-line">
      <span className="camera-label small">{t(label)}</span>
      <input
        className="field pair-figure"
        inputMode="decimal"
        aria-label={t(label)}
        value={draft.fields[field]}
        onChange={(event) => set(field, event.target.value)}
      />
      {error === undefined ? (
        <span className="quiet">{t(unit)}</span>
      ) : (
        <Off
          label={t("camera.error-of", { what: t(label) })}
          value={draft.fields[error]}
          unit={t(unit)}
          onValue={(value) => set(error, value)}
        />
      )}
    </div>
  );
  return (
    <section className="camera-part" aria-label={t("camera.known")}>
      <h3>{t("camera.known")}</h3>
      <div className="pair-line" role="radiogroup" aria-label={t("camera.lens")}>
        {(["unknown", "field", "equivalent"] as const).map((lens) => (
          <label key={lens} className="chip">
            <input type="radio" name="camera-lens" checked={draft.lens === lens} onChange={() => setLens(lens)} />
            {t(`camera.lens.${lens}`)}
          </label>
        ))}
      </div>
      {draft.lens === "field" ? figure("camera.field-of-view", "field", "fieldError") : null}
      {draft.lens === "equivalent" ? figure("camera.equivalent", "equivalent", "equivalentShare", "camera.percent") : null}
      <FromFile camera={camera} />
      <Within camera={camera} />
      <details>
        <summary>{t("camera.more-known")}</summary>
        <div className="camera-more">
          {figure("camera.told-heading", "heading", "headingError")}
          {figure("camera.told-pitch", "pitch", "pitchError")}
          <Horizon camera={camera} />
          {figure("camera.offset", "offset", undefined, "camera.m")}
          {figure("camera.reach", "reach", undefined, "camera.m")}
          <label className="label small">
            <span>{t("camera.note")}</span>
            <textarea
              className="field"
              value={draft.fields.note}
              maxLength={10_000}
              onChange={(event) => set("note", event.target.value)}
            />
          </label>
          <p className="quiet small">{t("camera.assumed")}</p>
        </div>
      </details>
    </section>
  );
}

/** Two points of the horizon tell how the camera was held: over water or a plain, or where it would be behind houses. */
function Horizon({ camera }: { readonly camera: CameraBench }) {
  const { history, marking, mark } = camera;
  const { horizon } = history.draft;
  const isMarked = horizon.a !== undefined && horizon.b !== undefined;
  const set = (by: Partial<CameraDraft["horizon"]>, step?: string): void =>
    history.change((now) => ({ ...now, horizon: { ...now.horizon, ...by } }), step);
  return (
    <div className="pair-line">
      <span className="camera-label small">{t(isMarked ? "camera.horizon-marked" : "camera.horizon")}</span>
      <button
        type="button"
        className="button is-small"
        aria-pressed={marking?.of === "horizon"}
        onClick={() => mark(marking?.of === "horizon" ? undefined : { of: "horizon", number: 0, on: "frame" })}
      >
        {t("camera.mark-horizon")}
      </button>
      {horizon.a === undefined ? null : (
        <>
          <Off
            label={t("camera.error-of", { what: t("camera.horizon") })}
            value={horizon.errorPx}
            unit={t("camera.px")}
            onValue={(errorPx) => set({ errorPx }, "horizon error")}
          />
          <button type="button" className="button is-small" onClick={() => set({ a: undefined, b: undefined })}>
            {t("camera.no-horizon")}
          </button>
        </>
      )}
    </div>
  );
}

/** The area that a phrase leaves: outside of it no position is looked for. */
function Within({ camera }: { readonly camera: CameraBench }) {
  const { port, history } = camera;
  const { draft, change } = history;
  const set = (within: CameraDraft["rest"]["within"]): void =>
    change(({ rest: { within: _before, ...rest }, ...now }) => ({
      ...now,
      rest: { ...rest, ...(within === undefined ? {} : { within }) },
    }));
  if (draft.rest.within !== undefined)
    return (
      <p className="record-actions small">
        <span>{t("camera.is-within")}</span>
        <button type="button" className="button is-small" onClick={() => set(undefined)}>
          {t("camera.not-within")}
        </button>
      </p>
    );
  const read = CameraProblem.shape.within.safeParse(port.region ?? undefined);
  if (!read.success || read.data === undefined) return null;
  return (
    <p className="record-actions small">
      <button type="button" className="button is-small" onClick={() => set(read.data)}>
        {t("camera.take-within")}
      </button>
    </p>
  );
}

/** What the file's own metadata says; taken only when a person takes it, since crops and steadying change it. */
function FromFile({ camera }: { readonly camera: CameraBench }) {
  const { port, history } = camera;
  const { draft, change } = history;
  const item = draft.frame?.item ?? port.item;
  const { data } = useQuery({
    queryKey: item === undefined ? ["no item"] : queryKeys.item(item),
    queryFn: ({ signal }) => (item === undefined ? Promise.resolve(undefined) : api.item(item, signal)),
    enabled: item !== undefined,
  });
  if (item === undefined || data === undefined) return null;
  const tag = data.metadata.find(({ tag: name }) => name === "FocalLengthIn35mmFormat" || name === "FocalLengthIn35mmFilm")?.value;
  const focal = Number.parseFloat(tag ?? "");
  const heading = metadataPlace(data.metadata)?.heading;
  if (!(focal > 0) && heading === undefined) return <p className="quiet small">{t("camera.file-silent", { item })}</p>;
  return (
    <p className="record-actions small">
      {focal > 0 ? (
        <button
          type="button"
          className="button is-small"
          onClick={() => change((now) => ({ ...now, lens: "equivalent", fields: { ...now.fields, equivalent: String(focal) } }))}
        >
          {t("camera.file-focal", { value: focal })}
        </button>
      ) : null}
      {heading === undefined ? null : (
        <button
          type="button"
          className="button is-small"
          onClick={() => change((now) => ({ ...now, fields: { ...now.fields, heading: String(heading.deg), headingError: "15" } }))}
        >
          {t("camera.file-heading", { value: heading.deg.toFixed(1), north: heading.north })}
        </button>
      )}
    </p>
  );
}

/** Where the camera stood by the pairs: every position with its ellipse, heading and field of view with their errors, and what all of it means. */
import type { CameraSolution } from "../../reason/camera/camera-answer.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import type { CameraBench } from "./camera-bench.tsx";
import { formatArea } from "./camera-shapes.ts";

export function CameraResult({ camera }: { readonly camera: CameraBench }) {
  const { made, answer, solved, busy } = camera;
  const isMissed = solved?.expected.some(({ where, found }) => where === "inside" && found === "not-seen") === true;
  return (
    <section className="camera-part" aria-label={t("camera.result")} aria-live="polite" aria-busy={busy}>
      <h3>{t("camera.result")}</h3>
      {made.missing.length === 0 ? null : (
        <ul className="camera-missing small quiet">
          {made.missing.map((words) => (
            <li key={words}>{t(words)}</li>
          ))}
        </ul>
      )}
      {made.problem !== undefined && (answer?.state === "unreadable" || answer?.state === "fault") ? (
        <p className="notice is-error">{answer.says}</p>
      ) : null}
      {solved === undefined ? null : (
        <>
          <p className="camera-state">
            <ToneMark tone={!solved.consistent ? "conflict" : solved.state === "position" && !isMissed ? "agree" : "narrower"} />{" "}
            <strong>{t(`camera.state.${solved.state}`)}</strong>
            {solved.consistent || solved.state === "nothing" ? null : <span className="tone-conflict"> {t("camera.not-all-hold")}</span>}
          </p>
          {solved.solutions.map((solution, at) => (
            <Solution key={at} camera={camera} solution={solution} at={at} />
          ))}
          {solved.solutions.length > 0 || solved.region.coordinates.length === 0 ? null : (
            <p>{t(solved.cut ? "camera.area-cut" : "camera.area", { area: formatArea(solved.regionAreaM2) })}</p>
          )}
          <ul className="camera-says small">
            {solved.says.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {solved.warnings.length === 0 ? null : (
            <ul className="camera-says small tone-narrower">
              {solved.warnings.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

function Solution({ camera, solution, at }: { readonly camera: CameraBench; readonly solution: CameraSolution; readonly at: number }) {
  const { port, history } = camera;
  const { ellipse, headingDeg, horizontalFieldDeg, pitchDeg, cameraHeightM, worseBy } = solution;
  const offset = history.draft.fields.offset;
  return (
    <div className="camera-solution" data-testid={`camera-position-${at + 1}`}>
      <dl className="camera-readouts">
        <Readout name={t("camera.position")}>
          <span className="mono">{formatPosition(solution)}</span>{" "}
          <span className="nowrap">
            {t("camera.ellipse", {
              major: formatRadius(ellipse.majorM),
              minor: formatRadius(ellipse.minorM),
              bearing: ellipse.bearingDeg.toFixed(0),
            })}
          </span>
        </Readout>
        <Readout name={t("camera.heading")}>{degrees(headingDeg)}</Readout>
        <Readout name={t("camera.field-of-view")}>{degrees(horizontalFieldDeg)}</Readout>
        {pitchDeg === null ? null : <Readout name={t("camera.pitch")}>{degrees(pitchDeg)}</Readout>}
        {cameraHeightM === null ? null : (
          <Readout name={t("camera.camera-height")}>
            {t("camera.value-m", { value: cameraHeightM.value.toFixed(1), error: cameraHeightM.error.toFixed(1) })}
          </Readout>
        )}
        {worseBy > 0.05 ? <Readout name={t("camera.worse-by")}>{worseBy.toFixed(1)}</Readout> : null}
      </dl>
      <p className="record-actions">
        <button type="button" className="button is-small" onClick={() => port.show(solution)}>
          {t("camera.show")}
        </button>
        <button
          type="button"
          className="button is-small"
          onClick={() => {
            port.takeSpot({
              ...{ lat: solution.lat, lon: solution.lon, radiusM: Math.max(0.1, ellipse.majorM) },
              basis: t(offset === "" ? "camera.spot-basis" : "camera.spot-basis-offset", { pairs: solution.residuals.length, offset }),
            });
            port.openTab("coordinates");
          }}
        >
          {t("camera.take-spot")}
        </button>
      </p>
    </div>
  );
}

function Readout({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function degrees({ value, error }: { readonly value: number; readonly error: number }): string {
  const digits = error < 0.1 ? 2 : 1;
  // No "-0.0".
  const shown = value.toFixed(digits).replace(/^-(0\.?0*)$/, "$1");
  return t("camera.value-deg", { value: shown, error: error.toFixed(digits) });
}

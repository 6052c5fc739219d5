/** How the ground is known on which a shadow is marked, and the figures that each way asks for. */
import { t } from "../words/t.ts";
import { CameraChoice } from "./camera-choice.tsx";
import { type FieldsProps, NumberPair, OneField } from "./number-pair.tsx";
import { groundKinds, type GroundKind, type SunDraft } from "./sun-draft.ts";

interface GroundFieldsProps extends FieldsProps {
  readonly onDraft: (draft: SunDraft) => void;
}

export function GroundFields({ draft, onField, onDraft }: GroundFieldsProps) {
  const { by } = draft;
  const props = { draft, onField };
  return (
    <fieldset className="sun-part">
      <legend>{t("sun.ground")}</legend>
      <label className="sun-pair">
        <span className="sun-pair-label">{t("sun.ground.by")}</span>
        <select className="field is-wide" value={by} onChange={(event) => onDraft({ ...draft, by: event.target.value as GroundKind })}>
          {groundKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`sun.ground.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet small">{t(`sun.ground-how.${by}`)}</p>
      {by === "by-hand" ? (
        <>
          <NumberPair {...props} label={t("sun.field.bearing")} name="bearing" error="bearingError" unit="°" />
          <NumberPair {...props} label={t("sun.field.ratio")} name="ratio" error="ratioError" unit="" />
        </>
      ) : null}
      {by === "ground-points" ? <NumberPair {...props} label={t("sun.field.height")} name="height" error="heightError" unit="m" /> : null}
      {by === "camera" ? <CameraChoice draft={draft} onDraft={onDraft} /> : null}
      {by === "camera" || by === "horizon" ? (
        <NumberPair {...props} label={t("sun.field.view")} name="field" error="fieldError" unit="°" />
      ) : null}
      {by === "camera" ? (
        <>
          <NumberPair {...props} label={t("sun.field.pitch")} name="pitch" error="pitchError" unit="°" />
          <NumberPair {...props} label={t("sun.field.roll")} name="roll" error="rollError" unit="°" />
          <NumberPair {...props} label={t("sun.field.heading")} name="heading" error="headingError" unit="°" />
        </>
      ) : null}
      {by === "camera" || by === "horizon" || by === "plan-view" ? (
        <NumberPair {...props} label={t("sun.field.line-bearing")} name="lineBearing" error="lineBearingError" unit="°" />
      ) : null}
      {by === "plan-view" ? (
        <>
          <OneField {...props} label={t("sun.field.tilt")} name="tilt" unit="°" />
          <NumberPair {...props} label={t("sun.field.angle")} name="angle" error="angleError" unit="°" />
          <NumberPair {...props} label={t("sun.field.line-length")} name="lineLength" error="lineLengthError" unit="m" />
          <NumberPair {...props} label={t("sun.field.height")} name="height" error="heightError" unit="m" />
        </>
      ) : null}
    </fieldset>
  );
}

/** What the marks do not tell: slope, lean, what is used, and what it is. */
export function BesideFields({ draft, onField, onDraft }: GroundFieldsProps) {
  const { by } = draft;
  const props = { draft, onField };
  return (
    <fieldset className="sun-part">
      <legend>{t("sun.beside")}</legend>
      {by === "by-hand" ? null : (
        <>
          <label className="sun-pair">
            <span className="sun-pair-label">{t("sun.field.uses")}</span>
            <select
              className="field is-wide"
              value={draft.uses}
              onChange={(event) => onDraft({ ...draft, uses: event.target.value as SunDraft["uses"] })}
            >
              {(["both", "bearing", "ratio"] as const).map((use) => (
                <option key={use} value={use}>
                  {t(`sun.uses.${use}`)}
                </option>
              ))}
            </select>
          </label>
          <OneField {...props} label={t("sun.field.note")} name="note" placeholder={t("sun.field.note-like")} />
        </>
      )}
      <OneField {...props} label={t("sun.field.slope")} name="slope" unit="°" placeholder="0" />
      <OneField {...props} label={t("sun.field.lean")} name="lean" unit="°" placeholder="0" />
    </fieldset>
  );
}

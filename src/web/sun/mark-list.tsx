/** The marks of a shadow one by one: which is being set, where it is, and the places of ground points. The whole of it works by keyboard. */
import { t } from "../words/t.ts";
import { type FieldsProps, OneField } from "./number-pair.tsx";
import { type ChosenMark, groundPlace, markAt, marksFor, type SunDraft, withMark } from "./sun-draft.ts";

interface MarkListProps extends FieldsProps {
  readonly chosen: ChosenMark | undefined;
  readonly onChoose: (mark: ChosenMark | undefined) => void;
  readonly onDraft: (draft: SunDraft) => void;
}

export function MarkList({ draft, chosen, onChoose, onDraft, onField }: MarkListProps) {
  const names = marksFor(draft.by);
  if (names.length === 0) return null;
  return (
    <fieldset className="sun-part">
      <legend>{t("sun.marks")}</legend>
      <p className="quiet small">{t("sun.marks-how")}</p>
      <ul className="sun-marks">
        {names.map((name) => (
          <li key={name}>
            <MarkRow {...{ draft, chosen, onChoose, onDraft }} mark={name} label={t(`sun.mark.${name}`)} letter={t(`sun.letter.${name}`)} />
          </li>
        ))}
      </ul>
      <OneField draft={draft} onField={onField} label={t("sun.field.mark-error")} name="markError" unit={t("sun.unit.px")} />
      {draft.by === "ground-points" ? <GroundPoints {...{ draft, chosen, onChoose, onDraft }} /> : null}
    </fieldset>
  );
}

interface RowProps {
  readonly draft: SunDraft;
  readonly chosen: ChosenMark | undefined;
  readonly onChoose: (mark: ChosenMark | undefined) => void;
  readonly onDraft: (draft: SunDraft) => void;
}

function MarkRow({
  draft,
  chosen,
  onChoose,
  onDraft,
  mark,
  label,
  letter,
}: RowProps & { readonly mark: ChosenMark; readonly label: string; readonly letter: string }) {
  const at = markAt(draft, mark);
  return (
    <>
      <button
        type="button"
        className="button sun-mark-choice"
        aria-pressed={mark === chosen}
        onClick={() => onChoose(mark === chosen ? undefined : mark)}
      >
        <b>{letter}</b> {label}
      </button>
      <span className="mono quiet">
        {at === undefined ? t("sun.mark.unset") : t("sun.mark.at", { x: at.x.toFixed(1), y: at.y.toFixed(1) })}
      </span>
      {at === undefined ? null : (
        <button
          type="button"
          className="button is-bare is-small"
          aria-label={t("sun.mark.remove", { name: label })}
          onClick={() => onDraft(withMark(draft, mark, undefined))}
        >
          ×
        </button>
      )}
    </>
  );
}

function GroundPoints({ draft, chosen, onChoose, onDraft }: RowProps) {
  const change = (at: number, row: Partial<SunDraft["points"][number]>): void =>
    onDraft({ ...draft, points: draft.points.map((one, i) => (i === at ? { ...one, ...row } : one)) });
  return (
    <div className="sun-points">
      <h3>{t("sun.points")}</h3>
      <p className="quiet small">{t("sun.points-how")}</p>
      <label className="check">
        <input type="checkbox" checked={draft.inMetres} onChange={(event) => onDraft({ ...draft, inMetres: event.target.checked })} />{" "}
        {t("sun.points.metres")}
      </label>
      <ul className="sun-marks">
        {draft.points.map((row, i) => {
          const number = String(i + 1);
          const isWrong = row.place.trim() !== "" && groundPlace(row.place, draft.inMetres) === undefined;
          return (
            <li key={number} className="sun-point">
              <MarkRow {...{ draft, chosen, onChoose, onDraft }} mark={`point${i}`} letter={number} label={t("sun.point", { number })} />
              <input
                className="field"
                aria-label={t("sun.point.place", { number })}
                aria-invalid={isWrong}
                placeholder={draft.inMetres ? t("sun.point.metres-like") : "50.46512, 30.18491"}
                value={row.place}
                onChange={(event) => change(i, { place: event.target.value })}
              />
              <span aria-hidden="true">±</span>
              <input
                className="field sun-point-error"
                inputMode="decimal"
                aria-label={t("sun.point.error", { number })}
                value={row.error}
                onChange={(event) => change(i, { error: event.target.value })}
              />
              <span className="quiet">m</span>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="button is-small"
        onClick={() => onDraft({ ...draft, points: [...draft.points, { frame: undefined, place: "", error: "1" }] })}
      >
        {t("sun.points.add")}
      </button>
    </div>
  );
}

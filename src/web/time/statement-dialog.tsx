/** A statement is entered or changed: first what sort it is, then its fields, and always the sentence it comes to. */
import { type FormEvent, useId, useState } from "react";
import type { TimeProblem, TimeStatement } from "../../reason/time/time-problem.ts";
import { Dialog } from "../parts/dialog.tsx";
import { t } from "../words/t.ts";
import { CiteField } from "./cite-field.tsx";
import { StatementFields } from "./statement-fields.tsx";
import { emptyForm, formOf, readForm, type StatementForm, type StatementSort, statementSorts } from "./statement-form.ts";
import { statementWords } from "./statement-words.ts";
import { freeName } from "./time-draft.ts";

interface StatementDialogProps {
  readonly problem: TimeProblem;
  /** Undefined for a new one. */
  readonly changes: TimeStatement | undefined;
  readonly onDone: (statements: readonly TimeStatement[], replaces: string | undefined) => void;
  readonly onClose: () => void;
}

export function StatementDialog({ problem, changes, onDone, onClose }: StatementDialogProps) {
  const [form, setForm] = useState<StatementForm | undefined>(changes === undefined ? undefined : formOf(changes));
  const [isTried, setTried] = useState(false);
  const sources = useId();
  const title = t(changes === undefined ? "time-bench.new-statement" : "time-bench.change-statement");
  if (form === undefined)
    return (
      <Dialog title={title} onClose={onClose}>
        <p>{t("time-bench.which-sort")}</p>
        <ul className="time-sorts">
          {statementSorts.map((sort, at) => (
            <li key={sort}>
              <button
                type="button"
                className="button time-sort"
                data-autofocus={at === 0 ? true : undefined}
                onClick={() => setForm(startOf(sort, problem))}
              >
                <strong>{t(`time-bench.sort.${sort}`)}</strong>
                <span className="quiet small">{t(`time-bench.sort-how.${sort}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Dialog>
    );
  const set = (change: Partial<StatementForm>): void => setForm({ ...form, ...change });
  const taken = problem.statements.some(({ id }) => id === form.id.trim() && id !== changes?.id);
  const read = readForm({ ...form, id: form.id.trim() === "" ? freeName(problem, suggested(form)) : form.id }, (wished) =>
    freeName(problem, wished),
  );
  const fault = taken ? ({ field: "id", says: "time-bench.fault.taken" } as const) : "fault" in read ? read.fault : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault === undefined && "statements" in read) onDone(read.statements, changes?.id);
  };
  return (
    <Dialog title={title} wide onClose={onClose}>
      <form className="form-stack" onSubmit={submit} noValidate>
        <p className="quiet">{t(`time-bench.sort-how.${form.sort}`)}</p>
        <StatementFields form={form} onForm={set} problem={problem} fault={isTried ? fault?.field : undefined} />
        <fieldset className="claim-fields">
          <legend>{t("time-bench.who-says")}</legend>
          <div className="claim-row">
            <label className="label">
              <span>{t("time-bench.name")}</span>
              <input
                className="field"
                value={form.id}
                maxLength={200}
                placeholder={freeName(problem, suggested(form))}
                onChange={(event) => set({ id: event.target.value })}
              />
            </label>
            <label className="label">
              <span>{t("time-bench.source")}</span>
              <input
                className="field"
                list={sources}
                value={form.source}
                maxLength={200}
                title={t("time-bench.source-how")}
                onChange={(event) => set({ source: event.target.value })}
              />
            </label>
            <label className="label">
              <span>{t("time-bench.grade")}</span>
              <input
                className="field"
                value={form.grade}
                maxLength={100}
                placeholder="B2"
                onChange={(event) => set({ grade: event.target.value })}
              />
            </label>
          </div>
          <label className="label">
            <span>{t("time-bench.basis")}</span>
            <input className="field" value={form.basis} maxLength={2000} onChange={(event) => set({ basis: event.target.value })} />
          </label>
          <label className="label">
            <span>{t("time-bench.words")}</span>
            <input className="field" value={form.words} maxLength={5000} onChange={(event) => set({ words: event.target.value })} />
          </label>
          <datalist id={sources}>
            {[...new Set(problem.statements.flatMap(({ source }) => source ?? []))].slice(0, 200).map((source) => (
              <option key={source} value={source} />
            ))}
          </datalist>
          <CiteField cites={form.cites} onCites={(cites) => set({ cites })} />
          <label className="check">
            <input type="checkbox" checked={form.assumption} onChange={(event) => set({ assumption: event.target.checked })} />{" "}
            {t("time-bench.is-assumption")}
          </label>
          {form.sort === "order" ? (
            <label className="check">
              <input type="checkbox" checked={form.certain} onChange={(event) => set({ certain: event.target.checked })} />{" "}
              {t("time-bench.is-certain")}
            </label>
          ) : null}
        </fieldset>
        <div className="time-sentence" aria-live="polite">
          {fault !== undefined && (isTried || !isBegun(form)) ? (
            <p className={isTried ? "tone-conflict" : "quiet"}>{t(fault.says)}</p>
          ) : fault !== undefined ? (
            <p className="quiet">{t(fault.says)}</p>
          ) : null}
          {"statements" in read && fault === undefined ? read.statements.map((one) => <p key={one.id}>{statementWords(one)}</p>) : null}
        </div>
        <p className="time-chips">
          <button type="submit" className="button is-main">
            {t(changes === undefined ? "time-bench.add" : "time-bench.set")}
          </button>
          {changes === undefined ? (
            <button type="button" className="button is-bare" onClick={() => setForm(undefined)}>
              {t("time-bench.other-sort")}
            </button>
          ) : null}
        </p>
      </form>
    </Dialog>
  );
}

function isBegun({ event, day, other }: StatementForm): boolean {
  return event !== "" || day !== "" || other !== "";
}

function startOf(sort: StatementSort, problem: TimeProblem): StatementForm {
  const certain = false;
  const event = problem.events[0] ?? "";
  return { ...emptyForm, sort, certain, event: sort === "post" ? "" : event };
}

/** A name from what is entered: "filming-afternoon", "ambush-48-hours-earlier". */
function suggested({ sort, event, other, amount, unit, direction, part, sun }: StatementForm): string {
  const slug = (words: string): string =>
    words
      .trim()
      .toLowerCase()
      .replaceAll(/\s+/g, "-")
      .replaceAll(/^-+|-+$/g, "");
  switch (sort) {
    case "order":
      return slug(`${event}-before-${other}`);
    case "offset":
      return slug(`${amount}-${unit}-${direction}`);
    case "sun":
      return slug(`${event}-${sun}`);
    case "day":
    case "post":
      return slug(part === "" || part === "clock" ? `${event}-day` : `${event}-${part}`);
    default:
      return slug(`${event}-${sort}`);
  }
}

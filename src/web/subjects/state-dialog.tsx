/**
 * States what is seen of a subject in a stretch: for each fact of the list seen, not seen, cannot tell, or not looked for. Time codes can
 * be taken from the frame, which stays covered until it is revealed.
 */
import { useState } from "react";
import type { SubjectRow, SubjectStateRow } from "../../api/subjects.ts";
import { ObservationId } from "../../core/observation/observation.ts";
import { FactStanding, SubjectFactName } from "../../core/subject/subject-state.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { readSeconds, secondsWords } from "../parts/ground-seconds.ts";
import { t } from "../words/t.ts";
import { FrameSeconds } from "./frame-seconds.tsx";
import { SecondsField } from "./seconds-field.tsx";

interface StateDialogProps {
  readonly subject: SubjectRow;
  readonly state?: SubjectStateRow;
  readonly onClose: () => void;
}

type Chosen = ReadonlyMap<SubjectFactName, { readonly standing: FactStanding; readonly note: string }>;

export function StateDialog({ subject, state, onClose }: StateDialogProps) {
  const held = state === undefined || state.facts === "withheld" ? undefined : state.facts;
  const [from, setFrom] = useState(state === undefined ? "" : secondsWords(state.fromS));
  const [to, setTo] = useState(state === undefined ? "" : secondsWords(state.toS));
  const [chosen, setChosen] = useState<Chosen>(new Map(held?.facts.map(({ fact, standing, note }) => [fact, { standing, note }])));
  const [cited, setCited] = useState((held?.observations ?? []).join(" "));
  const [reason, setReason] = useState("");
  const [here, setHere] = useState<number>();
  const [fromS, toS] = [readSeconds(from), to.trim() === "" ? readSeconds(from) : readSeconds(to)];
  const names = cited.split(/[\s,]+/u).filter((one) => one !== "");
  const observations = names.map((one) => ObservationId.safeParse(one).data);
  const ready =
    fromS !== undefined &&
    toS !== undefined &&
    fromS <= toS &&
    chosen.size > 0 &&
    !observations.includes(undefined) &&
    (state === undefined || reason.trim() !== "");
  const writing = useWriting(
    () =>
      subjectApi.state({
        ...(state === undefined ? {} : { state: state.id }),
        ...{ subject: subject.id, item: subject.item, fromS: fromS as number, toS: toS as number, reason: reason.trim() },
        facts: {
          facts: [...chosen].map(([fact, { standing, note }]) => ({ fact, standing, note: note.trim() })),
          observations: observations.filter((one) => one !== undefined),
        },
      }),
    ({ id }) => t("events.written", { id }),
    onClose,
  );
  const set = (fact: SubjectFactName, change: Partial<{ standing: FactStanding; note: string }> | undefined): void => {
    const next = new Map(chosen);
    if (change === undefined) next.delete(fact);
    else next.set(fact, { standing: "cannot-tell", note: "", ...chosen.get(fact), ...change });
    setChosen(next);
  };
  return (
    <Dialog
      title={
        state === undefined
          ? t("subjects.state-new", { id: subject.id, item: subject.item })
          : t("subjects.state-change", { id: state.id, subject: subject.id })
      }
      wide
      onClose={onClose}
    >
      {/* Before the form and not in it: going to a frame is a form of its own. */}
      <FrameSeconds item={subject.item} onSeconds={setHere} />
      <form
        className="form-stack state-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !writing.isPending) writing.mutate(undefined);
        }}
      >
        <div className="claim-row">
          <SecondsField label={t("subjects.from")} value={from} onValue={setFrom} autoFocus />
          <SecondsField label={t("subjects.to")} value={to} onValue={setTo} />
          {here === undefined ? null : (
            <span className="subject-here">
              <button type="button" className="button is-small" onClick={() => setFrom(secondsWords(here))}>
                {t("subjects.from-here", { at: secondsWords(here) })}
              </button>
              <button type="button" className="button is-small" onClick={() => setTo(secondsWords(here))}>
                {t("subjects.to-here", { at: secondsWords(here) })}
              </button>
            </span>
          )}
        </div>
        <fieldset className="claim-fields">
          <legend>{t("subjects.facts")}</legend>
          <p className="quiet small">{t("subjects.facts-how")}</p>
          <ul className="fact-rows">
            {SubjectFactName.options.map((fact) => (
              <li key={fact} className="fact-row">
                <span id={`fact-${fact}`}>{t(`fact.${fact}`)}</span>
                <select
                  className="field"
                  aria-labelledby={`fact-${fact}`}
                  value={chosen.get(fact)?.standing ?? ""}
                  onChange={(event) => {
                    const { value } = event.target;
                    set(fact, value === "" ? undefined : { standing: value as FactStanding });
                  }}
                >
                  <option value="">{t("fact-standing.none")}</option>
                  {FactStanding.options.map((standing) => (
                    <option key={standing} value={standing}>
                      {t(`fact-standing.${standing}`)}
                    </option>
                  ))}
                </select>
                {chosen.has(fact) ? (
                  <input
                    dir="auto"
                    className="field"
                    aria-label={t("subjects.fact-note", { fact: t(`fact.${fact}`) })}
                    placeholder={t("subjects.note")}
                    value={chosen.get(fact)?.note ?? ""}
                    maxLength={2000}
                    onChange={(event) => set(fact, { note: event.target.value })}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </fieldset>
        <label className="label">
          <span>{t("subjects.observations", { item: subject.item })}</span>
          <input className="field mono" value={cited} placeholder="o3 o7" onChange={(event) => setCited(event.target.value)} />
        </label>
        {state === undefined ? null : (
          <label className="label">
            <span>{t("events.reason")}</span>
            <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
        <button type="submit" className="button is-main" disabled={!ready || writing.isPending}>
          {t("events.save")}
        </button>
      </form>
    </Dialog>
  );
}

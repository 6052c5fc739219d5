/** States in the order of time, each with its facts in words: seen, looked for and not seen, cannot be told. */
import { useState } from "react";
import type { SubjectRow, SubjectStateRow } from "../../api/subjects.ts";
import { FactStanding } from "../../core/subject/subject-state.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { ItemMoment } from "./item-moment.tsx";
import { StateDialog } from "./state-dialog.tsx";

/** What was looked for and not seen contradicts nothing: it has no mark, only its words. */
const tones: Readonly<Partial<Record<FactStanding, Tone>>> = { seen: "agree", "cannot-tell": "unknown" };

export function StateList({ subject, states }: { readonly subject: SubjectRow; readonly states: readonly SubjectStateRow[] }) {
  const [changing, setChanging] = useState<SubjectStateRow>();
  const [leaving, setLeaving] = useState<SubjectStateRow>();
  return (
    <>
      <ul className="record-lines">
        {states.map((state) => (
          <li key={state.id} id={state.id} className={state.withdrawn === undefined ? "" : "is-withdrawn"}>
            <p className="record-line-head">
              <span className="mono quiet">{state.id}</span>
              <strong>
                <ItemMoment item={state.item} fromS={state.fromS} toS={state.toS} />
              </strong>
              {state.withdrawn === undefined && subject.withdrawn === undefined ? (
                <>
                  <button
                    type="button"
                    className="button is-bare is-small"
                    aria-label={`${t("events.change")} ${state.id}`}
                    onClick={() => setChanging(state)}
                  >
                    {t("events.change")}
                  </button>
                  <button
                    type="button"
                    className="button is-bare is-small is-second"
                    aria-label={`${t("events.withdraw")} ${state.id}`}
                    onClick={() => setLeaving(state)}
                  >
                    {t("events.withdraw")}
                  </button>
                </>
              ) : null}
            </p>
            <Facts state={state} />
            {state.withdrawn === undefined ? null : (
              <p className="small">
                <IsolatedText text={t("events.withdrawn-because", { reason: state.withdrawn })} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {changing === undefined ? null : <StateDialog subject={subject} state={changing} onClose={() => setChanging(undefined)} />}
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: leaving.id })}
          action={t("events.withdraw")}
          write={(reason) => subjectApi.withdraw({ record: leaving.id, reason })}
          said={t("events.written", { id: leaving.id })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}

function Facts({ state }: { readonly state: SubjectStateRow }) {
  if (state.facts === "withheld") return <p className="quiet">{t("events.withheld")}</p>;
  const { facts, observations } = state.facts;
  return (
    <>
      {FactStanding.options.map((standing) => {
        const own = facts.filter((one) => one.standing === standing);
        return own.length === 0 ? null : (
          <p key={standing} className="fact-line">
            <Standing standing={standing} />
            {own.map(({ fact, note }) => (
              <span key={fact}>
                {t(`fact.${fact}`)}
                {note === "" ? null : (
                  <span className="quiet small">
                    {" "}
                    (<IsolatedText text={note} />)
                  </span>
                )}
              </span>
            ))}
          </p>
        );
      })}
      {observations.length === 0 ? null : (
        <p className="quiet small mono">{t("subjects.rests-on", { records: observations.join(", ") })}</p>
      )}
    </>
  );
}

function Standing({ standing }: { readonly standing: FactStanding }) {
  const tone = tones[standing];
  return (
    <span className={tone === undefined ? "sign" : "chip is-long"}>
      {tone === undefined ? null : <ToneMark tone={tone} />}
      {t(`fact-standing.${standing}`)}
    </span>
  );
}

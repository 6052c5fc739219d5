/** Says what a picture shows. For each event chosen, what stands against it is there to be answered with a reason, or left open. */
import { useState } from "react";
import type { ExhibitRow } from "../../api/exhibits.ts";
import type { EventId } from "../../core/event/event.ts";
import { type ExhibitShows, SomethingElse } from "../../core/exhibit/exhibit.ts";
import { exhibitApi } from "../api-client/exhibit-api.ts";
import { ChoiceField } from "../conditions/choice-field.tsx";
import { useWriting } from "../events/event-queries.ts";
import { sortWords } from "../events/record-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import type { CaseEvents } from "./exhibits-card.tsx";
import { MismatchWords } from "./exhibits-mismatches.tsx";

interface ExhibitDialogProps {
  readonly exhibit: ExhibitRow;
  readonly events: CaseEvents;
  readonly title: string;
  readonly onClose: () => void;
}

export function ExhibitDialog({ exhibit, events, title, onClose }: ExhibitDialogProps) {
  const before = exhibit.shows === "undescribed" ? undefined : exhibit.shows;
  const [is, setIs] = useState<ExhibitShows["is"] | undefined>(before?.is);
  const [chosen, setChosen] = useState<ReadonlySet<EventId>>(new Set(before?.is === "event" ? before.events : []));
  const [sort, setSort] = useState<SomethingElse>(before?.is === "something-else" ? before.sort : "elsewhere");
  const [caption, setCaption] = useState(exhibit.captionTyped ? (exhibit.words.caption ?? "") : "");
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(exhibit.mismatches.flatMap(({ key, answer }) => (answer === null ? [] : [[key, answer]]))),
  );
  const [reason, setReason] = useState("");
  const standing = is === "event" ? exhibit.mismatches.filter(({ event }) => event === null || chosen.has(event as EventId)) : [];
  const shows: ExhibitShows | undefined =
    is === undefined ? undefined : is === "unknown" ? { is } : is === "something-else" ? { is, sort } : { is, events: [...chosen] };
  const ready = shows !== undefined && reason.trim() !== "" && (is !== "event" || chosen.size > 0);
  const writing = useWriting(
    (wanted: ExhibitShows) =>
      exhibitApi.describe({
        beside: exhibit.beside.item,
        shown: exhibit.shown,
        shows: wanted,
        caption: caption.trim() === "" ? null : caption.trim(),
        answers: standing.flatMap(({ key }) => {
          const answer = answers[key]?.trim() ?? "";
          return answer === "" ? [] : [{ mismatch: key, reason: answer }];
        }),
        reason: reason.trim(),
      }),
    ({ id }) => t("claims.exhibits.written", { id }),
    onClose,
  );
  return (
    <WritingDialog
      title={`${t("claims.exhibits.question")} ${title}`}
      wide
      action={t("claims.exhibits.write")}
      writing={writing}
      write={ready ? () => writing.mutate(shows) : undefined}
      onClose={onClose}
    >
      <ChoiceField
        label={t("claims.exhibits.what")}
        options={(["event", "something-else", "unknown"] as const).map((value) => ({ value, label: t(`claims.exhibits.is.${value}`) }))}
        value={is}
        mayLeave={false}
        focused
        onChange={setIs}
      />
      {is === "event" ? (
        events.length === 0 ? (
          <p className="small">
            {t("claims.exhibits.no-events")} <Link to="/events">{t("claims.exhibits.make-event")}</Link>
          </p>
        ) : (
          <fieldset className="exhibit-events">
            <legend>{t("claims.exhibits.which-event")}</legend>
            {events.map((event) => (
              <label key={event.id} className="chip is-long">
                <input
                  type="checkbox"
                  checked={chosen.has(event.id)}
                  onChange={({ target }) => {
                    const next = new Set(chosen);
                    if (target.checked) next.add(event.id);
                    else next.delete(event.id);
                    setChosen(next);
                  }}
                />
                <span>
                  {event.id} {sortWords(event)}: <IsolatedText text={event.title} />
                </span>
              </label>
            ))}
          </fieldset>
        )
      ) : null}
      {is === "something-else" ? (
        <label className="label">
          <span>{t("claims.exhibits.else")}</span>
          <select className="field" value={sort} onChange={({ target }) => setSort(SomethingElse.parse(target.value))}>
            {SomethingElse.options.map((option) => (
              <option key={option} value={option}>
                {t(`claims.exhibits.else.${option}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {standing.length === 0 ? null : (
        <fieldset className="exhibit-answers">
          <legend>{t("claims.exhibits.answer-them")}</legend>
          <p className="small quiet">{t("claims.exhibits.answer-how")}</p>
          {standing.map((mismatch) => (
            <div key={mismatch.key} className="mismatch">
              <MismatchWords mismatch={mismatch} />
              <label className="label">
                <span>{t("claims.exhibits.answer")}</span>
                <input
                  dir="auto"
                  className="field"
                  value={answers[mismatch.key] ?? ""}
                  maxLength={5000}
                  onChange={({ target }) => setAnswers({ ...answers, [mismatch.key]: target.value })}
                />
              </label>
            </div>
          ))}
        </fieldset>
      )}
      <label className="label">
        <span>{t("claims.exhibits.caption-read")}</span>
        <input dir="auto" className="field" value={caption} maxLength={4000} onChange={({ target }) => setCaption(target.value)} />
      </label>
      <label className="label">
        <span>{t("claims.exhibits.reason")}</span>
        <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={({ target }) => setReason(target.value)} />
      </label>
    </WritingDialog>
  );
}

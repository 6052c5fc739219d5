/** Asks a question, or asks it anew with the reason: what it is about, and how close an answer must be before anybody answers. */
import { useState } from "react";
import type { QuestionRow } from "../../api/findings.ts";
import type { EventId } from "../../core/event/event.ts";
import { Question } from "../../core/hypothesis/hypothesis.ts";
import { ItemId } from "../../core/item/item.ts";
import { precisionsOf } from "../../core/question/check-question.ts";
import type { AskedPrecision } from "../../core/review/answer.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { findingsApi } from "../api-client/findings-api.ts";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

interface QuestionDialogProps {
  readonly question?: QuestionRow;
  readonly onClose: () => void;
  readonly onAsked: (id: string) => void;
}

const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof seconds;

export function QuestionDialog({ question, onClose, onAsked }: QuestionDialogProps) {
  const [sort, setSort] = useState<Question>(question?.sort ?? "where");
  const [text, setText] = useState(question?.text ?? "");
  const [event, setEvent] = useState<EventId | "">(question?.event ?? "");
  const [items, setItems] = useState((question?.items ?? []).join(" "));
  const [asked, setAsked] = useState<AskedPrecision["sort"]>(question?.precision.sort ?? "place");
  const [radius, setRadius] = useState(question?.precision.sort === "place" ? String(question.precision.radiusM) : "150");
  const [width, setWidth] = useState(() => widthOf(question?.precision));
  const [choices, setChoices] = useState(question?.precision.sort === "choice" ? question.precision.choices.join("\n") : "");
  const [reason, setReason] = useState("");
  const events = useEvents().data?.events.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  const named = items.split(/[\s,]+/).filter((one) => one !== "");
  const read = named.map((one) => ItemId.safeParse(one).data);
  const fits: readonly AskedPrecision["sort"][] = precisionsOf[sort];
  const sortAsked = fits.includes(asked) ? asked : (fits[0] ?? "words");
  const precision = precisionOf(sortAsked, radius, width, choices);
  const ready =
    text.trim() !== "" &&
    read.every((one) => one !== undefined) &&
    (event !== "" || named.length > 0) &&
    precision !== undefined &&
    (question === undefined || reason.trim() !== "");
  const writing = useWriting(
    () =>
      findingsApi.askQuestion({
        ...(question === undefined ? {} : { question: question.id }),
        ...{ sort, text: text.trim(), event: event === "" ? null : event, items: read.flatMap((one) => one ?? []) },
        ...{ precision: precision as AskedPrecision, reason: reason.trim() },
      }),
    ({ id }) => t("events.written", { id }),
    ({ id }) => {
      onClose();
      onAsked(id);
    },
  );
  return (
    <WritingDialog
      title={question === undefined ? t("question-form.new") : t("question-form.change", { id: question.id })}
      action={t("question-form.ask")}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("question-form.sort")}</span>
        <select className="field" value={sort} onChange={(change) => setSort(Question.parse(change.target.value))}>
          {Question.options.map((option) => (
            <option key={option} value={option}>
              {t(`question.${option}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="label">
        <span>{t("question-form.text")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={text}
          maxLength={2000}
          onChange={(change) => setText(change.target.value)}
        />
      </label>
      <label className="label">
        <span>{t("question-form.event")}</span>
        <select className="field" value={event} onChange={(change) => setEvent(change.target.value as EventId | "")}>
          <option value="">{t("question-form.no-event")}</option>
          {events.map(({ id, title }) => (
            <option key={id} value={id}>
              {id} {visibleText(title)}
            </option>
          ))}
        </select>
      </label>
      <label className="label">
        <span>{t("question-form.items")}</span>
        <input className="field mono" value={items} placeholder="i1 i4" onChange={(change) => setItems(change.target.value)} />
      </label>
      <fieldset className="claim-fields">
        <legend>{t("question-form.precision")}</legend>
        <div className="choice-row">
          {fits.map((option) => (
            <label key={option} className="check">
              <input type="radio" name="precision" checked={sortAsked === option} onChange={() => setAsked(option)} />{" "}
              {t(`precision-sort.${option}`)}
            </label>
          ))}
        </div>
        {sortAsked === "place" ? (
          <label className="label">
            <span>{t("question-form.radius")}</span>
            <input className="field mono" value={radius} onChange={(change) => setRadius(change.target.value)} />
          </label>
        ) : null}
        {sortAsked === "time" ? (
          <div className="claim-row">
            <label className="label">
              <span>{t("question-form.width")}</span>
              <input
                className="field mono"
                value={width.amount}
                onChange={(change) => setWidth({ ...width, amount: change.target.value })}
              />
            </label>
            <label className="label">
              <span>{t("question-form.unit")}</span>
              <select className="field" value={width.unit} onChange={(change) => setWidth({ ...width, unit: change.target.value as Unit })}>
                {(Object.keys(seconds) as Unit[]).map((unit) => (
                  <option key={unit} value={unit}>
                    {t(`unit.${unit}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        ) : null}
        {sortAsked === "choice" ? (
          <label className="label">
            <span>{t("question-form.choices")}</span>
            <textarea dir="auto" className="field" value={choices} onChange={(change) => setChoices(change.target.value)} />
          </label>
        ) : null}
        <p className="quiet small">{t("question-form.precision-why")}</p>
      </fieldset>
      {question === undefined ? null : (
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(change) => setReason(change.target.value)} />
        </label>
      )}
    </WritingDialog>
  );
}

function widthOf(precision: AskedPrecision | undefined): { amount: string; unit: Unit } {
  if (precision?.sort !== "time") return { amount: "2", unit: "hours" };
  const unit = (["days", "hours", "minutes"] as const).find((one) => precision.widthS % seconds[one] === 0) ?? "seconds";
  return { amount: String(precision.widthS / seconds[unit]), unit };
}

/** Undefined while it cannot be read. */
function precisionOf(
  sort: AskedPrecision["sort"],
  radius: string,
  width: { readonly amount: string; readonly unit: Unit },
  choices: string,
): AskedPrecision | undefined {
  if (sort === "words") return { sort };
  if (sort === "choice") {
    const lines = choices.split("\n").flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
    return lines.length >= 2 && lines.length <= 50 && new Set(lines).size === lines.length ? { sort, choices: lines } : undefined;
  }
  const value = Number((sort === "place" ? radius : width.amount).trim().replace(",", "."));
  if (!(value > 0)) return undefined;
  if (sort === "place") return value <= 20_037_508 ? { sort, radiusM: value } : undefined;
  return { sort, widthS: value * seconds[width.unit] };
}

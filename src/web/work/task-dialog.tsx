/** A new task, or a change of one: what, about which record and moment, who, until when. A change says why. */
import { useState } from "react";
import type { TaskRow } from "../../api/work.ts";
import { RecordName } from "../../core/review/ground.ts";
import { heldWords } from "../../core/text/withheld.ts";
import { personWords, usePeople } from "../api-client/people-api.ts";
import { useRecordCards } from "../api-client/records-api.ts";
import { workApi } from "../api-client/work-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

interface TaskDialogProps {
  /** Absent for a new one. */
  readonly task?: TaskRow;
  /** What a new one begins with. */
  readonly title?: string;
  readonly about?: string;
  /** What is to be known before anything is written. */
  readonly lead?: string;
  readonly onClose: () => void;
}

export function TaskDialog({ task, title: firstTitle = "", about: firstAbout = "", lead, onClose }: TaskDialogProps) {
  const [title, setTitle] = useState(task === undefined ? firstTitle : heldWords(task.title));
  const [record, setRecord] = useState(task?.about?.record ?? firstAbout);
  const [at, setAt] = useState(task?.about?.atS == null ? "" : String(task.about.atS));
  const [due, setDue] = useState(task?.due?.slice(0, 16) ?? "");
  const [assigned, setAssigned] = useState<readonly string[]>(task?.assigned ?? []);
  const [reason, setReason] = useState("");
  const people = usePeople().data ?? [];
  const named = RecordName.safeParse(record.trim()).data;
  const card = useRecordCards(named === undefined ? [] : [named]).data?.records.find((one) => one.record === named);
  const atS = at.trim() === "" ? null : Number(at.replace(",", "."));
  const ready =
    title.trim() !== "" &&
    (record.trim() === "" || card !== undefined) &&
    (atS === null || Number.isFinite(atS)) &&
    (task === undefined || reason.trim() !== "");
  const writing = useWriting(
    () =>
      workApi.setTask(task?.id, {
        ...{ title: title.trim(), state: task?.state ?? "to-do", assigned: [...assigned] as `p${string}`[], reason: reason.trim() },
        about: named === undefined ? null : { record: named, atS },
        due: due === "" ? null : `${due}:00Z`,
      }),
    ({ id }) => t("tasks.set", { id }),
    onClose,
  );
  return (
    <WritingDialog
      title={task === undefined ? t("tasks.new-title") : t("tasks.change-title", { id: task.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      {lead === undefined ? null : <p>{lead}</p>}
      <label className="label">
        <span>{t("tasks.title")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={title}
          maxLength={2000}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <div className="field-row">
        <label className="label">
          <span>{t("tasks.about")}</span>
          <input dir="auto" className="field" value={record} maxLength={20} onChange={(event) => setRecord(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("tasks.about-at")}</span>
          <input className="field" value={at} inputMode="decimal" maxLength={12} onChange={(event) => setAt(event.target.value)} />
        </label>
      </div>
      <p className="quiet small">{card === undefined ? t("tasks.about-hint") : <IsolatedText text={card.title} />}</p>
      <fieldset className="task-people">
        <legend>{t("tasks.assigned")}</legend>
        {people
          .filter(({ person, active }) => active || assigned.includes(person))
          .map(({ person }) => (
            <label key={person} className="check-line">
              <input
                type="checkbox"
                checked={assigned.includes(person)}
                onChange={(event) => setAssigned(event.target.checked ? [...assigned, person] : assigned.filter((one) => one !== person))}
              />
              <IsolatedText text={personWords(people, person)} />
            </label>
          ))}
      </fieldset>
      <label className="label">
        <span>{t("tasks.due")}</span>
        <input className="field" type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
      </label>
      {task === undefined ? null : (
        <label className="label">
          <span>{t("tasks.reason")}</span>
          <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
    </WritingDialog>
  );
}

/** One task: what, about which record, who, until when; its state can be set on the spot, and people can talk about it. */
import { useState } from "react";
import type { TaskRow } from "../../api/work.ts";
import { personWords, usePeople } from "../api-client/people-api.ts";
import { workApi } from "../api-client/work-api.ts";
import { CommentThread } from "../comments/comment-thread.tsx";
import { RecordStill } from "../comments/record-still.tsx";
import { useWriting } from "../events/event-queries.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatDuration, formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { TaskDialog } from "./task-dialog.tsx";
import { dueWords, isOverdue, taskStates } from "./task-words.ts";

type State = TaskRow["state"];

/** A task as it is, with another state: all of it is said again. */
const withState = ({ title, about, assigned, due }: TaskRow, state: State, reason = "") => ({
  ...{ title, state, assigned, due, reason },
  about: about === null ? null : { record: about.record, atS: about.atS },
});

export function TaskLine({ task, readOnly }: { task: TaskRow; readOnly: boolean }) {
  const people = usePeople().data;
  const [open, setOpen] = useState<"change" | "cancel" | "comments">();
  const setting = useWriting(
    (state: State) => workApi.setTask(task.id, withState(task, state)),
    () => t("tasks.set", { id: task.id }),
  );
  // Overdue or not, as of when the list was opened: nothing jumps while it is read.
  const [now] = useState(() => Date.now());
  const due = dueWords(task, now);
  const { about } = task;
  return (
    <article className="task" id={task.id} aria-label={task.id}>
      {about?.item === null || about === null ? null : <RecordStill item={about.item} atS={about.atS} />}
      <div className="task-body">
        <h2 className="task-title">
          <IsolatedText text={task.title} />
        </h2>
        <p className="task-facts small">
          <Link className="quiet" to={`/custody/${task.seq}`}>
            {task.id}
          </Link>
          {about === null ? null : (
            <Link to={about.address} className="cut">
              {about.record} <IsolatedText text={about.title} />
              {about.atS === null ? "" : ` ${t("comments.at", { at: formatDuration(about.atS) })}`}
            </Link>
          )}
          <span>
            {t("tasks.assigned")}{" "}
            {task.assigned.length === 0 ? (
              <span className="quiet">{t("tasks.nobody")}</span>
            ) : (
              task.assigned.map((person, at) => (
                <span key={person}>
                  {at === 0 ? "" : ", "}
                  <IsolatedText text={personWords(people, person)} />
                </span>
              ))
            )}
          </span>
          {due === undefined ? null : <span className={isOverdue(task, now) ? "tone-narrower" : "quiet"}>{due}</span>}
          <span className="quiet">
            <IsolatedText text={t("tasks.made", { by: task.madeByName, at: formatInstant(task.madeAt) ?? task.madeAt })} />
          </span>
        </p>
        {task.reason === null ? null : (
          <p className="quiet small">
            <IsolatedText text={task.reason} />
          </p>
        )}
        {setting.error === null ? null : <ErrorNotice error={setting.error} />}
        <p className="action-row">
          <label className="task-state">
            <span className="visually-hidden">{t("tasks.state-of", { id: task.id })}</span>
            <select
              className="field"
              value={task.state}
              disabled={readOnly || setting.isPending}
              onChange={(event) => {
                const state = event.target.value as State;
                if (state === "cancelled") setOpen("cancel");
                else setting.mutate(state);
              }}
            >
              {taskStates.map((state) => (
                <option key={state} value={state}>
                  {t(`task-state.${state}`)}
                </option>
              ))}
            </select>
          </label>
          {readOnly ? null : (
            <button type="button" className="button is-small" onClick={() => setOpen("change")}>
              {t("tasks.change")}
            </button>
          )}
          <button
            type="button"
            className="button is-small"
            aria-expanded={open === "comments"}
            onClick={() => setOpen(open === "comments" ? undefined : "comments")}
          >
            {t("tasks.comments")}
          </button>
        </p>
        {open === "comments" ? <CommentThread record={task.id} atS={null} /> : null}
      </div>
      {open === "change" ? <TaskDialog task={task} onClose={() => setOpen(undefined)} /> : null}
      {open === "cancel" ? (
        <ReasonDialog
          title={t("tasks.cancel-title", { id: task.id })}
          action={t("tasks.cancel")}
          write={(reason) => workApi.setTask(task.id, withState(task, "cancelled", reason))}
          said={t("tasks.set", { id: task.id })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </article>
  );
}

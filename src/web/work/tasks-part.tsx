/** The list of tasks: open ones, those of the person who looks, and those that are over. */
import { useState } from "react";
import { useCase } from "../api-client/case-queries.ts";
import { usePeople } from "../api-client/people-api.ts";
import { useTasks } from "../api-client/work-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { t } from "../words/t.ts";
import { TaskDialog } from "./task-dialog.tsx";
import { TaskLine } from "./task-line.tsx";
import { isOpen } from "./task-words.ts";
import { WaitingFindings } from "./waiting-findings.tsx";
import { workKeys } from "./work-keys.ts";

const filters = ["open", "mine", "over"] as const;

export function TasksPart() {
  const { data, error, refetch } = useTasks();
  const me = usePeople().data?.find((row) => row.me)?.person;
  const readOnly = useCase().data?.readOnly === true;
  const [filter, setFilter] = useState<(typeof filters)[number]>("open");
  const [making, setMaking] = useState(false);
  useKeys(workKeys, { make: () => setMaking(true) }, { enabled: !readOnly });
  const tasks = (data ?? []).filter((task) =>
    filter === "over" ? !isOpen(task) : isOpen(task) && (filter === "open" || (me !== undefined && task.assigned.includes(me))),
  );
  return (
    <section className="work-part" aria-label={t("work.part.tasks")}>
      <div className="work-bar">
        <div className="button-row" role="group" aria-label={t("tasks.filter")}>
          {filters.map((one) => (
            <button key={one} type="button" className="button" aria-pressed={one === filter} onClick={() => setFilter(one)}>
              {t(`tasks.filter.${one}`)}
            </button>
          ))}
        </div>
        {readOnly ? null : (
          <button type="button" className="button is-main" onClick={() => setMaking(true)}>
            {t("tasks.new")} <kbd>N</kbd>
          </button>
        )}
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <WaitingFindings />
      {data !== undefined && tasks.length === 0 ? (
        <div className="work-empty">
          <p>{t("tasks.none")}</p>
          <p className="quiet">{t("tasks.none-how")}</p>
        </div>
      ) : null}
      <ol className="work-list">
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskLine task={task} readOnly={readOnly} />
          </li>
        ))}
      </ol>
      {making ? <TaskDialog onClose={() => setMaking(false)} /> : null}
    </section>
  );
}

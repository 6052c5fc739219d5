/** Tasks, what changed since the person last looked, and judgements whose grounds changed. */
import "./work.css";
import { useChanges, useStale, useTasks } from "../api-client/work-api.ts";
import { usePeople } from "../api-client/people-api.ts";
import { ScreenParts } from "../parts/screen-parts.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { ChangesPart } from "./changes-part.tsx";
import { StalePart } from "./stale-part.tsx";
import { TasksPart } from "./tasks-part.tsx";
import { isOpen } from "./task-words.ts";

const parts = ["tasks", "changes", "stale"] as const;

/** `/work`, `/work?part=changes`, `/work?part=stale`. */
export function WorkScreen() {
  const { query } = useAddress();
  const part = parts.find((one) => one === query.get("part")) ?? "tasks";
  const me = usePeople().data?.find((row) => row.me)?.person;
  const tasks = useTasks().data?.filter((task) => isOpen(task) && me !== undefined && task.assigned.includes(me)).length;
  const changes = useChanges().data;
  const counts = {
    tasks,
    changes: changes === undefined ? undefined : changes.forMe.length + changes.records.length + changes.more,
    stale: useStale().data?.length,
  };
  const says = (one: (typeof parts)[number]): string => {
    const count = counts[one] ?? 0;
    return count === 0 ? t(`work.part.${one}`) : t("work.part-count", { part: t(`work.part.${one}`), count });
  };
  return (
    <div className="work">
      <h1 className="visually-hidden">{t("work.title")}</h1>
      <ScreenParts label={t("work.parts")} screen="/work" parts={parts.map((one) => ({ part: one, says: says(one) }))} current={part} />
      {part === "tasks" ? <TasksPart /> : null}
      {part === "changes" ? <ChangesPart /> : null}
      {part === "stale" ? <StalePart /> : null}
    </div>
  );
}

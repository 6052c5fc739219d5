/**
 * Sets a task: new, or once more under its id, whole. Somebody who changes more than its state says why; that it went on needs no
 * reason, but that it was cancelled does.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { PersonId } from "../core/key/key.ts";
import type { TaskId, TaskState } from "../core/task/task.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandFits } from "./demand-fits.ts";
import { demandReason } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";
import { type About, demandPeople, demandRecord, type TaskKnown, type WorkPorts } from "./work-ports.ts";

export interface WantedTask {
  /** Absent for a new one. */
  readonly task?: TaskId | undefined;
  readonly title: string;
  readonly state: TaskState;
  readonly about: About | null;
  readonly assigned: readonly PersonId[];
  readonly due: UtcInstant | null;
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function setTask(ports: WorkPorts, viewer: Viewer, wanted: WantedTask): Promise<{ id: TaskId; seq: number }> {
  demand(viewer, "append");
  const thing = wanted.task === undefined ? "new task" : `task ${wanted.task}`;
  const [title, reason] = [wanted.title.trim(), wanted.reason.trim()];
  if (title === "") throw new CaseError("INPUT_INVALID", `${thing}: expected what is to be done, in words; found none`);
  const assigned = [...new Set(wanted.assigned)];
  demandFits(thing, "words", [title, reason]);
  const { opens, seal, sealOrNull } = createSealing(ports.writer);
  const data = {
    ...{ title: seal(title), state: wanted.state, about: wanted.about, assigned, due: wanted.due },
    reason: sealOrNull(reason === "" ? null : reason),
  };
  let id: TaskId = wanted.task ?? "tk1";
  const [line] = await ports.writer.append(async (numbers) => {
    const before = wanted.task === undefined ? undefined : await demandTask(ports, wanted.task);
    if (wanted.about !== null) await demandRecord(ports, thing, wanted.about);
    await demandPeople(ports, thing, assigned, before?.assigned);
    if (before !== undefined && (wanted.state === "cancelled" || !sameButState(before, { ...wanted, title, assigned })))
      demandReason(thing, reason);
    if (wanted.task === undefined) id = numbers.next("tk");
    return [{ kind: "task.set", data: { task: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

async function demandTask({ work }: WorkPorts, id: TaskId): Promise<TaskKnown> {
  const found = await work.task(id);
  if (found === undefined) throw new CaseError("INPUT_INVALID", `task ${id}: expected one of this case; found none of that number`);
  return found;
}

function sameButState(before: TaskKnown, after: WantedTask): boolean {
  const told = ({ title, about, assigned, due }: Omit<TaskKnown, "state">) =>
    JSON.stringify([title, about?.record ?? null, about?.atS ?? null, [...assigned].toSorted(), due]);
  return told(before) === told(after);
}

/** Takes back what was said of persons: a label, a state, a judgement of two labels, a shot. It stays in the lists, struck through. */
import { CaseError } from "../core/case/case-error.ts";
import type { SamePersonId } from "../core/subject/same-person.ts";
import type { ShotId } from "../core/subject/shot.ts";
import type { SubjectStateId } from "../core/subject/subject-state.ts";
import type { SubjectId } from "../core/subject/subject.ts";
import type { EntryDraft, Sealed } from "../core/entry/entry.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding, type RecordState } from "./claim-ports.ts";
import { demandReason } from "./event-ports.ts";
import type { SubjectPorts } from "./subject-ports.ts";

export type SubjectRecord = SubjectId | SubjectStateId | SamePersonId | ShotId;

/** Throws CaseError INPUT_INVALID when there is no such record, or it was taken back before. */
export async function withdrawSubjectRecord(
  ports: SubjectPorts,
  viewer: Viewer,
  { record, reason }: { readonly record: SubjectRecord; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(record, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    demandStanding(record, await stateOf(ports, record));
    return [{ ...draftOf(record, words.sealed), opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}

const letters = (record: string): string => record.replace(/[0-9]+$/u, "");

async function stateOf({ subjects }: SubjectPorts, record: SubjectRecord): Promise<RecordState> {
  switch (letters(record)) {
    case "P": {
      const found = await subjects.subject(record as SubjectId);
      return found === undefined ? "unknown" : found.withdrawn ? "withdrawn" : "stands";
    }
    case "st":
      return (await subjects.state(record as SubjectStateId)).state;
    case "sj":
      return subjects.judgement(record as SamePersonId);
    case "sh":
      return (await subjects.shot(record as ShotId)).state;
    default:
      throw new CaseError(
        "INPUT_INVALID",
        `${record}: expected a subject, a state, a judgement of two labels or a shot; found another record`,
      );
  }
}

function draftOf(record: SubjectRecord, reason: Sealed): EntryDraft {
  switch (letters(record)) {
    case "P":
      return { kind: "subject.withdrawn", data: { subject: record as SubjectId, reason } };
    case "st":
      return { kind: "subject-state.withdrawn", data: { state: record as SubjectStateId, reason } };
    case "sj":
      return { kind: "same-person.withdrawn", data: { judgement: record as SamePersonId, reason } };
    default:
      return { kind: "shot.withdrawn", data: { shot: record as ShotId, reason } };
  }
}

/** Policy as a gate: goes on or throws. */
import { CaseError } from "../core/case/case-error.ts";
import { type Act, type AtDoor, may, type Viewer } from "./viewer.ts";

/** Throws CaseError CASE_READ_ONLY, or BLIND_ANSWER_DUE from whoever owes a blind answer first. */
export function demand(viewer: Viewer, act: Act, at: AtDoor = {}): void {
  const answer = may(viewer, act, at);
  if (!answer.allowed) throw new CaseError(answer.code, answer.why);
}

/** Policy as a gate: goes on or throws. */
import { CaseError } from "../core/case/case-error.ts";
import { type Act, may, type Viewer } from "./viewer.ts";

/** Throws CaseError NOT_ALLOWED, or CASE_READ_ONLY when that is why. */
export function demand(viewer: Viewer, act: Act): void {
  const answer = may(viewer, act);
  if (!answer.allowed) throw new CaseError(viewer.readOnly ? "CASE_READ_ONLY" : "NOT_ALLOWED", `${act}: ${answer.why}`);
}

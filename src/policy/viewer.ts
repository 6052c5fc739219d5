/** Who looks or acts, and what that person may do. Folder mode has one person; what binds them is whether the case may be written. */
import type { PersonId } from "../core/key/key.ts";

export interface Viewer {
  readonly person: PersonId;
  /** Another program holds the case, or its disk failed: look, but do not write. */
  readonly readOnly: boolean;
}

/** What somebody wants to do with a case. */
export type Act = "read" | "see-clear-media" | "append" | "seal" | "erase";

/** Whether `viewer` may; when not, why, in words for that person. */
export function may(viewer: Viewer, act: Act): { readonly allowed: true } | { readonly allowed: false; readonly why: string } {
  if (viewer.readOnly && (act === "append" || act === "seal" || act === "erase")) {
    return { allowed: false, why: "the case is open read-only; expected it open for writing" };
  }
  return { allowed: true };
}

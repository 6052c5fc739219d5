/** Who looks or acts, and what that person may do. Folder mode has one person; what binds them is whether the case may be written, and the blind door. */
import type { BlindDoor } from "../core/blind/blind-review.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId } from "../core/key/key.ts";

export interface Viewer {
  readonly person: PersonId;
  /** Another program holds the case, or its disk failed: look, but do not write. */
  readonly readOnly: boolean;
  /**
   * Blind reviews in which this person owes an answer. While there is one, nothing is shown or done but what `at` of it allows: a list
   * of what is allowed, so that whatever is added later stays shut.
   */
  readonly doors?: readonly BlindDoor[];
  /** Where another program writes the case: reads which doors it has shut since. Asked for before each route. */
  readonly refreshDoors?: () => Promise<void>;
}

/** What somebody wants to do with a case. */
export type Act = "read" | "see-clear-media" | "append" | "seal" | "erase";

/** What is open at the blind door: the media of an item that is asked about, the question, sealing an answer to it. */
export interface AtDoor {
  readonly media?: ItemId;
  readonly blind?: string;
}

export type Allowed =
  { readonly allowed: true } | { readonly allowed: false; readonly why: string; readonly code: "CASE_READ_ONLY" | "BLIND_ANSWER_DUE" };

/** Whether `viewer` may; when not, why, in words for that person. */
export function may(viewer: Viewer, act: Act, at: AtDoor = {}): Allowed {
  const [door] = viewer.doors ?? [];
  if (door !== undefined && !isAtDoor(viewer.doors ?? [], at)) return { allowed: false, why: doorWords(door), code: "BLIND_ANSWER_DUE" };
  if (viewer.readOnly && (act === "append" || act === "seal" || act === "erase")) {
    return { allowed: false, why: `${act}: the case is open read-only; expected it open for writing`, code: "CASE_READ_ONLY" };
  }
  return { allowed: true };
}

function isAtDoor(doors: readonly BlindDoor[], { media, blind }: AtDoor): boolean {
  if (media !== undefined) return doors.some(({ items }) => items.includes(media));
  return blind !== undefined && doors.some((door) => door.blind === blind);
}

/** Says nothing of the case but what the person was given. */
export function doorWords({ blind, question }: BlindDoor): string {
  return `blind review ${blind}: expected your answer to question ${question} to be sealed first; found none. Until then you are shown its items and the question alone, so that nothing anybody found can guide you. The screen Blind takes the answer.`;
}

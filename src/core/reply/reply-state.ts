/** How a request for a reply stands. Silence is no denial: there is no state that says so. */
import type { UtcInstant } from "../time/time-claim.ts";

/** `silent`: no reply by the deadline. */
export type ReplyState = "waiting" | "answered" | "silent";

/** Whatever came, early or late, answers it. Without a deadline it waits. */
export function replyState(deadline: UtcInstant | null, responses: number, now: number): ReplyState {
  if (responses > 0) return "answered";
  return deadline !== null && now > Date.parse(deadline) ? "silent" : "waiting";
}

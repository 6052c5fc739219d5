/** Times that bound filming: something was out. An e-mail's date is set by its sender's machine, which nobody checks, and is none. */
import type { TimeMeaning } from "../time/time-claim.ts";

export const timesOfPosting: ReadonlySet<TimeMeaning> = new Set<TimeMeaning>(["posted", "published"]);

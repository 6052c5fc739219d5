/** Times of the sun reasoner as they stand on the screen: never without their offset from UTC. */
import type { SunWindow } from "../../reason/sun/sun-answer.ts";

/** Of 2022-03-29T16:07:12+03:00: "16:07:12 +03:00". */
export function clockWords(local: string): string {
  return `${local.slice(11, 19)} ${local.slice(19)}`;
}

/** Both ends, the offset once where it is the same at both. */
export function clockSpan([from, to]: SunWindow): string {
  const same = from.slice(19) === to.slice(19);
  return `${same ? from.slice(11, 19) : clockWords(from)} – ${clockWords(to)}`;
}

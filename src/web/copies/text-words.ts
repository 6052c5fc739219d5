/** The bound of a group of posts in words: never a bare time, and never "the first". */
import type { TextGroupRow } from "../../api/text-copies.ts";
import { t } from "../words/t.ts";

export function boundWords(bound: TextGroupRow["earliest"]): string {
  if (bound === "unknown") return t("texts.time-unknown");
  return t(`texts.bound-${bound.rests}`, { at: bound.atOrBefore, number: bound.post.item.slice(1) });
}

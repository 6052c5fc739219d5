/** How far comparing has come, in one sentence or two: what was not compared is never passed over. */
import type { CopiesProgress } from "../../api/copies.ts";
import { t } from "../words/t.ts";

export function progressWords({ comparable, compared, withoutPrints, failed }: CopiesProgress): string {
  if (comparable === 0) return t("copies.progress-nothing");
  return [
    compared === comparable ? t("copies.progress-all", { count: comparable }) : t("copies.progress", { compared, comparable }),
    withoutPrints === 0 ? "" : t("copies.progress-prints", { count: withoutPrints }),
    failed === 0 ? "" : t("copies.progress-failed", { count: failed }),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

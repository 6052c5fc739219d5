/** Tasks, comments, what changed, and judgements that went stale. */
import { t } from "../words/t.ts";

export function WorkScreen() {
  return <h1 className="page-message">{t("work.title")}</h1>;
}

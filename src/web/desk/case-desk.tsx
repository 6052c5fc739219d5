/** The case desk. */
import { t } from "../words/t.ts";

export function CaseDesk() {
  return <h1>{t("desk.title")}</h1>;
}

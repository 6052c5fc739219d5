/** The custody log. */
import { t } from "../words/t.ts";

export function CustodyLog() {
  return <h1>{t("custody.title")}</h1>;
}

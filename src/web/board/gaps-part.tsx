/** What nobody says, and what nobody says how they know. */
import { t } from "../words/t.ts";

export function GapsPart() {
  return <p className="claims-empty">{t("claims.gaps.empty")}</p>;
}

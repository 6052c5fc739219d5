/** The board: aspects of each event against the origins of what is said of them. */
import { t } from "../words/t.ts";

export function BoardPart() {
  return <p className="claims-empty">{t("claims.board.empty")}</p>;
}

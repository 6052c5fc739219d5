/** What a row says beside its count: who denies it, who says that it is not known, what would change if proposals were confirmed. */
import type { OriginCell } from "../../reason/claims/origins/origin-report-types.ts";
import { t } from "../words/t.ts";
import { originWords } from "./board-words.ts";

export function RowNotes({ cell }: { cell: OriginCell }) {
  const { denied, leftOpen, ifConfirmed, count, origins } = cell;
  const notes = [
    denied === 0 ? undefined : t("claims.row.denied", { count: denied }),
    leftOpen === 0 ? undefined : t("claims.row.left-open", { count: leftOpen }),
    ifConfirmed.best === count.best && ifConfirmed.low === count.low && ifConfirmed.high === count.high
      ? undefined
      : t("claims.row.if-confirmed", { origins: originWords(ifConfirmed) }),
    origins.some(({ circle }) => circle !== null) ? t("claims.row.circle") : undefined,
    origins.length > 0 && origins.every(({ boundOnly }) => boundOnly) ? t("claims.row.bound-only") : undefined,
  ].filter((note) => note !== undefined);
  return notes.map((note) => (
    <span key={note} className="board-note small quiet">
      {note}
    </span>
  ));
}

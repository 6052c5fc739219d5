/** What the signs on the board mean. */
import { t } from "../words/t.ts";
import { RelationMark } from "./board-relation-mark.tsx";
import type { RelationSort } from "./board-relations.ts";

const sorts: readonly RelationSort[] = ["same", "narrower", "wider", "compatible", "contradict", "in-set", "cannot-tell"];

export function BoardLegend() {
  return (
    <details className="board-legend">
      <summary>{t("claims.legend")}</summary>
      <ul>
        {sorts.map((sort) => (
          <li key={sort}>
            <RelationMark sort={sort} to={[t("claims.legend.another")]} /> <span className="small quiet">{t(`claims.legend.${sort}`)}</span>
          </li>
        ))}
        <li>
          <span className="board-hedge">{t("claims.legend.hedge")}</span>{" "}
          <span className="small quiet">{t("claims.legend.hedge-how")}</span>
        </li>
        <li>
          <span className="admiralty-letter">F</span> <span className="small quiet">{t("claims.legend.letter")}</span>
        </li>
        <li>
          <span className="admiralty-digit">6</span> <span className="small quiet">{t("claims.legend.digit")}</span>
        </li>
      </ul>
    </details>
  );
}

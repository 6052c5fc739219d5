/** On an item: what rows of sheets state of it. That row's words, in its cells, and never as a fact of the item. */
import "./paste.css";
import { useQuery } from "@tanstack/react-query";
import type { RowStatement } from "../../api/sheet-import.ts";
import type { ItemId } from "../../core/item/item.ts";
import { isDoubtful } from "../../core/sheet/graphic-words.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { queryKeys } from "../api-client/query-keys.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { formatRadius, statedLevel, timeWords } from "./cell-words.ts";
import { pasteApi } from "./paste-api.ts";

export function RowStatements({ itemId }: { itemId: ItemId }) {
  const found = useQuery({
    queryKey: [...queryKeys.item(itemId), "row-statements"],
    queryFn: ({ signal }) => pasteApi.statements(itemId, signal),
  });
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const statements = found.data?.statements ?? [];
  if (statements.length === 0) return null;
  return (
    <section className="row-statements" aria-labelledby="row-statements">
      <h3 id="row-statements">{t("paste.statements")}</h3>
      <p className="quiet small">{t("paste.statements-how")}</p>
      {statements.map((statement) => (
        <Statement key={`${statement.import} ${statement.row.row}`} statement={statement} />
      ))}
    </section>
  );
}

function Statement({ statement }: { statement: RowStatement }) {
  const { row, sheet, columns, undone, replacedBy } = statement;
  const stands = undone === undefined && replacedBy === undefined && row.action !== "removed";
  return (
    <div className={stands ? "row-statement" : "row-statement is-over"}>
      <p>
        <Link to={`/items/${sheet}`}>{t("paste.stated-by", { row: row.row, sheet })}</Link>{" "}
        {undone === undefined ? null : (
          <span className="sign is-attention">
            <IsolatedText text={t("paste.stated-undone", { reason: undone })} />
            {row.action === "made" ? ` ${t("paste.stated-left")}` : ""}
          </span>
        )}
        {undone === undefined && replacedBy !== undefined ? (
          <span className="sign">{t("paste.stated-replaced", { id: replacedBy })}</span>
        ) : null}
        {row.action === "removed" ? <span className="sign">{t("paste.stated-removed", { id: statement.import })}</span> : null}
      </p>
      <dl className="paste-cells">
        {columns.map((column, at) => {
          const cell = row.cells[at] ?? "";
          return cell.trim() === "" ? null : (
            <div key={at}>
              <dt>
                <IsolatedText text={column.header} />
              </dt>
              <dd className="paste-verbatim">
                <IsolatedText text={cell} />
              </dd>
            </div>
          );
        })}
      </dl>
      {row.level === undefined ? null : <p className="paste-means">{statedLevel({ level: row.level, doubt: levelInDoubt(statement) })}</p>}
      {row.means.times.map((claim, at) => (
        <p key={`time ${at}`} className="paste-means">
          {t(`bench.time.${claim.means}`)}: {timeWords(claim)}
          {claim.zone.state === "unknown" ? ` · ${t("paste.zone-unknown")}` : ""}
        </p>
      ))}
      {row.means.places.flatMap(({ region, precision }, at) =>
        region === "unknown" || region.shape !== "circle"
          ? []
          : [
              <p key={at} className="paste-means">
                {t("paste.means.place", { lat: region.centre.lat, lon: region.centre.lon, radius: formatRadius(region.radiusM) })} ·{" "}
                {precision}
              </p>,
            ],
      )}
    </div>
  );
}

/** The words that asked for the level stand in one of these columns. */
function levelInDoubt({ columns, row }: RowStatement): boolean {
  return columns.some(({ role }, at) => (role === "graphic" || role === "status") && isDoubtful(row.cells[at] ?? ""));
}

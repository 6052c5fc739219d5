/** Which events, aspects and sources the board shows; the choice is in the address. */
import { Aspect } from "../../core/claim/claim.ts";
import { setQuery } from "../router/router.ts";
import { t } from "../words/t.ts";
import type { BoardView } from "./board-address.ts";
import type { Board } from "./board-model.ts";

export function BoardFilters({ board, view }: { board: Board; view: BoardView }) {
  const isFiltered = view.event !== undefined || view.aspect !== undefined || view.source !== undefined;
  return (
    <div className="board-filters" role="group" aria-label={t("claims.filters")}>
      <label className="claims-inline">
        <span>{t("claims.filter.event")}</span>
        <select className="field" value={view.event ?? ""} onChange={(change) => setQuery({ event: change.target.value })}>
          <option value="">{t("claims.filter.all")}</option>
          {board.events.map(({ id, title, sort }) => (
            <option key={id} value={id}>
              {`${t(`event-sort.${sort}`)}: ${title}`}
            </option>
          ))}
        </select>
      </label>
      <label className="claims-inline">
        <span>{t("claims.filter.aspect")}</span>
        <select className="field" value={view.aspect ?? ""} onChange={(change) => setQuery({ aspect: change.target.value })}>
          <option value="">{t("claims.filter.all")}</option>
          {Aspect.options.map((aspect) => (
            <option key={aspect} value={aspect}>
              {t(`claims.aspect.${aspect}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="claims-inline">
        <span>{t("claims.filter.source")}</span>
        <select className="field" value={view.source ?? ""} onChange={(change) => setQuery({ source: change.target.value })}>
          <option value="">{t("claims.filter.all")}</option>
          {board.columns.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {isFiltered ? (
        <button
          type="button"
          className="button is-small"
          onClick={() => setQuery({ event: undefined, aspect: undefined, source: undefined })}
        >
          {t("claims.filter.clear")}
        </button>
      ) : null}
    </div>
  );
}

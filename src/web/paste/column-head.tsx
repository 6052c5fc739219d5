/** The head of a column: its name, what it is about, and which way round its bare figures are. */
import type { ColumnPreview } from "../../api/sheet-import.ts";
import { type ColumnRole, columnRoles } from "../../core/sheet/header-meaning.ts";
import type { DateOrder } from "../../core/sheet/sheet-records.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

export interface ColumnHeadProps {
  readonly column: ColumnPreview;
  readonly disabled: boolean;
  readonly onRole: (role: ColumnRole) => void;
  readonly onOrder: (order: DateOrder) => void;
}

export function ColumnHead({ column, disabled, onRole, onOrder }: ColumnHeadProps) {
  return (
    <div className="paste-column">
      <strong className="cut" title={column.header}>
        <IsolatedText text={column.header} />
      </strong>
      <select
        className="field"
        aria-label={t("paste.role-of", { column: column.header })}
        value={column.role}
        disabled={disabled}
        onChange={(event) => onRole(columnRoles.find((role) => role === event.target.value) ?? "other")}
      >
        {columnRoles.map((role) => (
          <option key={role} value={role}>
            {t(`paste.role.${role}`)}
          </option>
        ))}
      </select>
      {column.twoOrders === 0 && column.dateOrder === "not-said" ? null : (
        <OrderChoice column={column} disabled={disabled} onOrder={onOrder} />
      )}
    </div>
  );
}

function OrderChoice({ column, disabled, onOrder }: Pick<ColumnHeadProps, "column" | "disabled" | "onOrder">) {
  const hint =
    column.onlyDayFirst > 0 && column.onlyMonthFirst === 0
      ? "day-first"
      : column.onlyMonthFirst > 0 && column.onlyDayFirst === 0
        ? "month-first"
        : undefined;
  return (
    <div className="paste-order" role="group" aria-label={`${t("paste.order")}: ${column.header}`}>
      {(["day-first", "month-first"] as const).map((order) => (
        <button
          key={order}
          type="button"
          className="button"
          aria-pressed={column.dateOrder === order}
          disabled={disabled}
          title={hint === order ? t("paste.order-hint", { order: t(`paste.${order}`).toLowerCase() }) : undefined}
          onClick={() => onOrder(column.dateOrder === order ? "not-said" : order)}
        >
          {t(hint === order && column.dateOrder === "not-said" ? `paste.${order}-likely` : `paste.${order}`)}
        </button>
      ))}
    </div>
  );
}

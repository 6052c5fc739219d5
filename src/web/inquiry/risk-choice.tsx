/** How likely a link is to go: chosen in place, recorded at once. */
import { useMutation } from "@tanstack/react-query";
import { RiskOfRemoval } from "../../core/conditions/assessment.ts";
import type { ItemId } from "../../core/item/item.ts";
import { linkApi } from "../api-client/link-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

export function RiskChoice({ item, risk, disabled }: { item: ItemId; risk: RiskOfRemoval; disabled: boolean }) {
  const state = useMutation({ mutationFn: (riskOfRemoval: RiskOfRemoval) => linkApi.stateRisk({ items: [item], riskOfRemoval }) });
  return (
    <>
      <label className="chip quiet">
        {t("link.risk")}
        <select
          className={risk === "high" ? "field is-set" : "field"}
          value={state.isPending ? state.variables : risk}
          disabled={disabled || state.isPending}
          onChange={(event) => state.mutate(RiskOfRemoval.parse(event.target.value))}
        >
          {(["unknown", "high", "low"] as const).map((one) => (
            <option key={one} value={one}>
              {t(`risk.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {state.error === null ? null : <ErrorNotice error={state.error} />}
    </>
  );
}

/** How often a person wants to be reminded to look at a source; of one link, or of all of high risk. */
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import type { LinkPlanRequest } from "../../api/links.ts";
import { linkApi } from "../api-client/link-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

const choices = [1, 3, 7, 14, 30];

interface PlanChoiceProps {
  readonly about: z.infer<typeof LinkPlanRequest>["about"];
  readonly label: string;
  /** Of a plan of its own. */
  readonly everyDays: number | "none";
  /** What holds by the plan for all of high risk. */
  readonly byRisk?: number | undefined;
  readonly disabled: boolean;
}

export function PlanChoice({ about, label, everyDays, byRisk, disabled }: PlanChoiceProps) {
  const plan = useMutation({ mutationFn: (days: number | "never") => linkApi.planChecks({ about, everyDays: days }) });
  const shown = everyDays === "none" ? "" : String(everyDays);
  const options = [...new Set([...choices, ...(everyDays === "none" ? [] : [everyDays])])].toSorted((one, other) => one - other);
  return (
    <>
      <label className="chip quiet">
        {label}
        <select
          className="field"
          value={shown}
          disabled={disabled || plan.isPending}
          onChange={(event) => plan.mutate(event.target.value === "" ? "never" : Number(event.target.value))}
        >
          <option value="">{byRisk === undefined ? t("links.plan-none") : t("links.plan-by-risk", { count: byRisk })}</option>
          {options.map((days) => (
            <option key={days} value={days}>
              {t("links.plan-days", { count: days })}
            </option>
          ))}
        </select>
      </label>
      {plan.error === null ? null : <ErrorNotice error={plan.error} />}
    </>
  );
}

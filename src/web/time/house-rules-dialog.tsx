/** What words for parts of a day mean: in this problem, and, with an entry, in the whole case. */
import { useState } from "react";
import { TimeHouseRules } from "../../reason/time/time-problem.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

type Rules = Readonly<Record<string, readonly [string, string]>>;

interface HouseRulesDialogProps {
  readonly rules: Rules;
  readonly onSet: (rules: Record<string, [string, string]>) => void;
  readonly onClose: () => void;
}

interface Line {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export function HouseRulesDialog({ rules, onSet, onClose }: HouseRulesDialogProps) {
  const [lines, setLines] = useState<readonly Line[]>(Object.entries(rules).map(([name, [from, to]]) => ({ name, from, to })));
  const [reason, setReason] = useState("");
  const written: Record<string, [string, string]> = Object.fromEntries(
    lines.filter(({ name }) => name.trim() !== "").map(({ name, from, to }) => [name.trim(), [from.trim(), to.trim()]]),
  );
  const read = TimeHouseRules.safeParse(written);
  const upsideDown = lines.some(({ name, from, to }) => name.trim() !== "" && to <= from);
  const isFine = read.success && !upsideDown;
  const forCase = useWriting(
    () => inferenceApi.setHouseRules({ of: "time", rules: written, reason: reason.trim() }),
    () => t("time-bench.rules-set"),
    () => {
      onSet(written);
      onClose();
    },
  );
  const change = (at: number, to: Partial<Line>): void => setLines(lines.map((line, i) => (i === at ? { ...line, ...to } : line)));
  return (
    <Dialog title={t("time-bench.rules")} onClose={onClose}>
      <p className="quiet">{t("time-bench.rules-how")}</p>
      <ul className="time-rules">
        {lines.map((line, at) => (
          <li key={at}>
            <input
              className="field"
              aria-label={t("time-bench.rule-name")}
              value={line.name}
              maxLength={200}
              onChange={(event) => change(at, { name: event.target.value })}
            />
            {(["from", "to"] as const).map((end) => (
              <input
                key={end}
                className="field mono"
                aria-label={t(end === "from" ? "time-bench.rule-from" : "time-bench.rule-to", { name: line.name })}
                value={line[end]}
                size={6}
                onChange={(event) => change(at, { [end]: event.target.value })}
              />
            ))}
            <button
              type="button"
              className="button is-bare"
              aria-label={t("time-bench.rule-remove", { name: line.name })}
              onClick={() => setLines(lines.filter((_, i) => i !== at))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={() => setLines([...lines, { name: "", from: "00:00", to: "24:00" }])}>
          {t("time-bench.rule-add")}
        </button>
      </p>
      {isFine ? null : <p className="tone-conflict small">{t("time-bench.fault.rules")}</p>}
      <p>
        <button
          type="button"
          className="button is-main"
          disabled={!isFine}
          onClick={() => {
            onSet(written);
            onClose();
          }}
        >
          {t("time-bench.rules-here")}
        </button>
      </p>
      <fieldset className="claim-fields">
        <legend>{t("time-bench.rules-case")}</legend>
        <p className="quiet small">{t("time-bench.rules-case-how")}</p>
        <label className="label">
          <span>{t("events.reason")}</span>
          <input className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
        {forCase.error === null ? null : <ErrorNotice error={forCase.error} />}
        <p>
          <button
            type="button"
            className="button"
            disabled={!isFine || reason.trim() === "" || forCase.isPending}
            onClick={() => forCase.mutate(undefined)}
          >
            {t("time-bench.rules-case-set")}
          </button>
        </p>
      </fieldset>
    </Dialog>
  );
}

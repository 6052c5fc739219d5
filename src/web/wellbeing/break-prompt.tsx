/** Proposes a break after as many minutes as the person chose, and says when the limit of the day that they set is reached. It stands beside the work and stops nothing. */
import { useState } from "react";
import { useWellbeing } from "../api-client/wellbeing-api.ts";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { TaskDialog } from "../work/task-dialog.tsx";
import { totalOf } from "./exposure-words.ts";
import type { Exposure } from "./use-exposure.ts";

interface BreakPromptProps {
  readonly exposure: Exposure;
  /** False where no task can be written: to whoever answers blind the case is shut. */
  readonly canTell?: boolean;
}

export function BreakPrompt({ exposure, canTell = true }: BreakPromptProps) {
  const shield = useShield();
  const { data } = useWellbeing();
  const [passed, setPassed] = useState<string>();
  const [telling, setTelling] = useState(false);
  if (data === undefined) return null;
  const { wishes, days } = data;
  const { today } = exposure;
  const isBreak = wishes.breakAfterMin !== null && exposure.sinceBreak >= wishes.breakAfterMin * 60;
  const isLimit =
    exposure.sinceBreak > 0 && wishes.limitMin !== null && passed !== today && totalOf(days[today] ?? {}) >= wishes.limitMin * 60;
  if (telling) return <TaskDialog lead={t("wellbeing.tell-lead")} onClose={() => setTelling(false)} />;
  if (!isBreak && !isLimit) return null;
  const done = (): void => {
    exposure.begin();
    if (isLimit) setPassed(today);
  };
  return (
    <div className="break-prompt" role="status">
      <p>
        <strong>
          {isLimit
            ? t("wellbeing.limit-reached", { count: wishes.limitMin ?? 0 })
            : t("wellbeing.break-now", { count: wishes.breakAfterMin ?? 0 })}
        </strong>
      </p>
      <p className="quiet small">{t("wellbeing.break-why")}</p>
      <p className="action-row">
        <button
          type="button"
          className="button is-main"
          onClick={() => {
            shield.cover();
            done();
          }}
        >
          {t("wellbeing.take-break")}
        </button>
        <button type="button" className="button" onClick={done}>
          {t("wellbeing.go-on")}
        </button>
        {isLimit && canTell && wishes.offerToTell ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              done();
              setTelling(true);
            }}
          >
            {t("wellbeing.tell")}
          </button>
        ) : null}
      </p>
    </div>
  );
}

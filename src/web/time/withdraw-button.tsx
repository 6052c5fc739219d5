/** Takes an inference back, with the reason. */
import { useState } from "react";
import type { InferenceId } from "../../core/inference/inference.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { t } from "../words/t.ts";

export function WithdrawButton({ id }: { id: InferenceId }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t("events.withdraw")}
      </button>
      {isOpen ? (
        <ReasonDialog
          title={t("events.withdraw-title", { id })}
          action={t("events.withdraw")}
          write={(reason) => inferenceApi.withdraw(id, reason)}
          said={t("time-bench.withdrawn-said", { id })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

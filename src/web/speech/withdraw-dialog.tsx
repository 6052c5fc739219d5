/** Takes back a review, or a whole tier, with the reason; neither is removed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TierId } from "../../core/tier/tier.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { tierApi } from "../api-client/tier-api.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export type Withdrawn = { readonly tier: TierId } | { readonly review: number };

export function WithdrawDialog({ what, onClose }: { what: Withdrawn; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const client = useQueryClient();
  const writing = useMutation({
    mutationFn: () => ("tier" in what ? tierApi.withdraw(what.tier, reason.trim()) : tierApi.withdrawReview(what.review, reason.trim())),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.records });
      onClose();
    },
  });
  return (
    <WritingDialog
      title={t("tier" in what ? "speech.withdraw-tier" : "speech.withdraw-review")}
      action={t("speech.withdraw-do")}
      writing={writing}
      write={reason.trim() === "" ? undefined : () => writing.mutate()}
      onClose={onClose}
    >
      <p>{t("speech.withdraw-how")}</p>
      <label className="label">
        <span>{t("speech.withdraw-reason")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={reason}
          maxLength={5000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </WritingDialog>
  );
}

/** A measured pair accepted or rejected, or a judgement taken back: always with a reason. */
import { useState } from "react";
import type { SyncPairRow } from "../../api/sync.ts";
import { syncApi } from "../api-client/sync-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export interface Judging {
  readonly row: SyncPairRow;
  readonly verdict: "accepted" | "rejected" | "withdraw";
}

export function JudgePairDialog({ judging: { row, verdict }, onClose }: { judging: Judging; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const { a, b, result, judgement } = row;
  const two = { a: a.slice(1), b: b.slice(1) };
  const writing = useWriting(
    () =>
      verdict === "withdraw"
        ? syncApi.withdrawJudgement({ judged: judgement?.seq ?? 0, reason: reason.trim() })
        : syncApi.judge({ a, b, result, verdict, reason: reason.trim() }),
    () => t("sync.judge-written", two),
    onClose,
  );
  return (
    <WritingDialog
      title={t(`sync.judge.${verdict}`, two)}
      action={t(`sync.judge-short.${verdict}`)}
      writing={writing}
      write={reason.trim() === "" ? undefined : () => writing.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet small">{t(`sync.judge-means.${verdict}`)}</p>
      <label className="label">
        <span>{t("copies.judge-reason")}</span>
        <textarea className="field" data-autofocus value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </WritingDialog>
  );
}

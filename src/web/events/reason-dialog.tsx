/** Asks why something is taken back. Without a reason it is not. */
import { useState } from "react";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { useWriting } from "./event-queries.ts";

interface ReasonDialogProps {
  readonly title: string;
  readonly action: string;
  readonly write: (reason: string) => Promise<unknown>;
  readonly said: string;
  readonly onClose: () => void;
}

export function ReasonDialog({ title, action, write, said, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const writing = useWriting(write, () => said, onClose);
  return (
    <WritingDialog
      title={title}
      action={action}
      writing={writing}
      write={reason.trim() === "" ? undefined : () => writing.mutate(reason.trim())}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("events.reason")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={reason}
          maxLength={5000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="quiet small">{t("events.reason-stays")}</p>
    </WritingDialog>
  );
}

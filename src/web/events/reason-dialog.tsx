/** Asks why something is taken back. Without a reason it is not. */
import { useState } from "react";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
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
    <Dialog title={title} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "") writing.mutate(reason.trim());
        }}
      >
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea className="field" data-autofocus value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
        <p className="quiet small">{t("events.reason-stays")}</p>
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
        <button type="submit" className="button is-main" disabled={reason.trim() === "" || writing.isPending}>
          {action}
        </button>
      </form>
    </Dialog>
  );
}

/** Asks why an attribution is taken back. Without a reason it stands. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

interface TakeBackDialogProps {
  readonly write: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function TakeBackDialog({ write, onClose, onDone }: TakeBackDialogProps) {
  const [reason, setReason] = useState("");
  const writing = useMutation({ mutationFn: write, onSuccess: onDone });
  const ready = reason.trim() !== "" && !writing.isPending;
  return (
    <Dialog
      title={t("attribution.withdraw")}
      onClose={onClose}
      foot={
        <button type="submit" form="take-back" className="button is-main" disabled={!ready}>
          {t("attribution.withdraw")}
        </button>
      }
    >
      <form
        id="take-back"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) writing.mutate(reason.trim());
        }}
      >
        <label className="label">
          <span>{t("attribution.withdraw-reason")}</span>
          <textarea
            dir="auto"
            className="field"
            data-autofocus
            maxLength={5000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
      </form>
    </Dialog>
  );
}

/** Gives a claim its digit, with a reason. The letter of its source is another mark, given elsewhere. */
import { useState } from "react";
import type { ClaimRow } from "../../api/claims.ts";
import { Credibility } from "../../core/claim/claim.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export function DigitDialog({ claim, onClose }: { claim: ClaimRow; onClose: () => void }) {
  const [credibility, setCredibility] = useState<Credibility>(claim.credibility);
  const [reason, setReason] = useState("");
  const writing = useWriting(
    () => claimApi.gradeClaim(claim.id, { credibility, reason: reason.trim() }),
    () => t("events.written", { id: claim.id }),
    onClose,
  );
  const ready = reason.trim() !== "";
  return (
    <WritingDialog
      title={t("claims.grade-title", { id: claim.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <p className="quiet small">{t("claims.grade-how")}</p>
      <fieldset className="board-digits">
        <legend>{t("claims.fact.digit")}</legend>
        {Credibility.options.map((digit) => (
          <label key={digit} className="chip">
            <input
              type="radio"
              name="digit"
              checked={credibility === digit}
              onChange={() => setCredibility(digit)}
              {...(credibility === digit ? { "data-autofocus": true } : {})}
            />
            <span className="admiralty-digit">{digit}</span> {t(`claims.credibility.${digit}`)}
          </label>
        ))}
      </fieldset>
      <label className="label">
        <span>{t("events.reason")}</span>
        <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </WritingDialog>
  );
}

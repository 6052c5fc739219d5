/** What a person may do with a claim on the board: grade it, say which event it is about, take it back, say what it comes from. */
import { useState } from "react";
import type { ClaimRow } from "../../api/claims.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { textPath } from "./board-address.ts";
import { AssignDialog } from "./board-assign-dialog.tsx";
import { DigitDialog } from "./board-digit-dialog.tsx";

export function ClaimActions({ claim }: { claim: ClaimRow }) {
  const [open, setOpen] = useState<"digit" | "assign" | "withdraw">();
  const close = (): void => setOpen(undefined);
  const { id } = claim;
  return (
    <p className="board-actions">
      <button type="button" className="button is-small" onClick={() => setOpen("digit")}>
        {t("claims.grade")}
      </button>
      {claim.statement === "withheld" ? null : (
        <button
          type="button"
          className={claim.event === "unassigned" ? "button is-small is-main" : "button is-small"}
          onClick={() => setOpen("assign")}
        >
          {t(claim.event === "unassigned" ? "claims.assign" : "claims.assign-other")}
        </button>
      )}
      <Link className="small" to={textPath(claim.text.item, id)}>
        {t("claims.restate")}
      </Link>
      <Link className="small" to={`/claims?part=derivation&derived=${id}`}>
        {t("claims.derives")}
      </Link>
      <button type="button" className="button is-small" onClick={() => setOpen("withdraw")}>
        {t("events.withdraw")}
      </button>
      {open === "digit" ? <DigitDialog claim={claim} onClose={close} /> : null}
      {open === "assign" ? <AssignDialog claim={claim} onClose={close} /> : null}
      {open === "withdraw" ? (
        <ReasonDialog
          title={t("events.withdraw-title", { id })}
          action={t("events.withdraw")}
          write={(reason) => claimApi.withdrawClaim(id, reason)}
          said={t("events.written", { id })}
          onClose={close}
        />
      ) : null}
    </p>
  );
}

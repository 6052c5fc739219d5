/** The head of the ledger, always in sight, what the program says of the case, and whether what is shown is live. */
import { useState } from "react";
import { useCase } from "../api-client/case-queries.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";
import { StatementsDialog, statementTones } from "./statements-dialog.tsx";

export function Footer({ connected }: { connected: boolean }) {
  const { data } = useCase();
  const [open, setOpen] = useState(false);
  const worst = data?.statements.some(({ tone }) => tone === "attention")
    ? "attention"
    : data?.statements.some(({ tone }) => tone === "unknown")
      ? "unknown"
      : "fine";
  return (
    <footer className="footer">
      {data === undefined ? null : (
        <Link to={`/custody/${data.head.seq}`} className="chip head-link" title={t("case.head-long", { seq: formatNumber(data.head.seq) })}>
          <span className="quiet">{t("case.head", { code: "" }).trim()}</span>
          <span className="mono">{data.head.shortCode}</span>
          <span className="quiet">#{formatNumber(data.head.seq)}</span>
        </Link>
      )}
      {data === undefined ? null : (
        <button type="button" className="button is-bare is-small" onClick={() => setOpen(true)}>
          <ToneMark tone={statementTones[worst]} />
          {t("case.statements")}
          {worst === "fine" ? null : <span className="quiet">{t(`case.worst-${worst}`)}</span>}
        </button>
      )}
      <span className={connected ? "chip quiet" : "chip tone-narrower"} role="status">
        {connected ? null : <ToneMark tone="narrower" />}
        {connected ? t("case.live") : t("case.not-live")}
      </span>
      <span className="footer-end quiet">{data?.program}</span>
      {open && data !== undefined ? <StatementsDialog summary={data} onClose={() => setOpen(false)} /> : null}
    </footer>
  );
}

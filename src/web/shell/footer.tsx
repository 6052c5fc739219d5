/** The head of the ledger, always in sight, what the program says of the case, and whether what is shown is live. */
import { useState } from "react";
import type { CaseSummary } from "../../api/case.ts";
import { useCase } from "../api-client/case-queries.ts";
import { statementTones } from "../parts/statement-list.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { ExposureDialog } from "../wellbeing/exposure-dialog.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t, type WordKey } from "../words/t.ts";
import { StatementsDialog } from "./statements-dialog.tsx";

/** Short words for what must be in sight all the time; the sentences are one press away. */
const shortWords: Readonly<Record<string, WordKey>> = {
  "disk-encrypted": "statement.disk-encrypted",
  "disk-encryption-unknown": "statement.disk-encryption-unknown",
  "analysers-without-network": "statement.analysers-without-network",
  "analysers-with-network": "statement.analysers-with-network",
};

export function Footer({ connected }: { connected: boolean }) {
  const { data } = useCase();
  const [open, setOpen] = useState(false);
  const [exposure, setExposure] = useState(false);
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
        <button type="button" className="button is-bare is-small statements-button" onClick={() => setOpen(true)}>
          <span className="visually-hidden">{t("case.statements")}: </span>
          <InShort statements={data.statements} />
        </button>
      )}
      <span className={connected ? "chip quiet" : "chip tone-narrower"} role="status">
        {connected ? null : <ToneMark tone="narrower" />}
        {connected ? t("case.live") : t("case.not-live")}
      </span>
      <button type="button" className="button is-bare is-small" onClick={() => setExposure(true)}>
        {t("wellbeing.button")}
      </button>
      <span className="footer-end quiet">{data?.program}</span>
      {exposure ? <ExposureDialog onClose={() => setExposure(false)} /> : null}
      {open && data !== undefined ? <StatementsDialog summary={data} onClose={() => setOpen(false)} /> : null}
    </footer>
  );
}

function InShort({ statements }: Pick<CaseSummary, "statements">) {
  const rest = statements.filter(({ code }) => shortWords[code] === undefined);
  const worst = rest.find(({ tone }) => tone === "attention") ?? rest.find(({ tone }) => tone === "unknown") ?? rest[0];
  return (
    <>
      {statements.map(({ code, tone }) => {
        const words = shortWords[code];
        return words === undefined ? null : (
          <span key={code} className="chip">
            <ToneMark tone={statementTones[tone]} />
            {t(words)}
          </span>
        );
      })}
      {worst === undefined ? null : (
        <span className="chip">
          <ToneMark tone={statementTones[worst.tone]} />
          {t("case.statements-more", { count: rest.length })}
        </span>
      )}
    </>
  );
}

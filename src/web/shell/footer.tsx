/** The head of the ledger, always in sight, and whether what is shown is live. */
import { useCase } from "../api-client/case-queries.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { formatNumber, t } from "../words/t.ts";

export function Footer({ connected }: { connected: boolean }) {
  const { data } = useCase();
  return (
    <footer className="footer">
      {data === undefined ? null : (
        <span className="chip" title={t("case.head-long", { seq: formatNumber(data.head.seq) })}>
          <span className="quiet">{t("case.head", { code: "" }).trim()}</span>
          <span className="mono">{data.head.shortCode}</span>
          <span className="quiet">#{formatNumber(data.head.seq)}</span>
        </span>
      )}
      {data?.readOnly === true ? (
        <span className="chip tone-narrower">
          <ToneMark tone="narrower" />
          {t("case.read-only")}
        </span>
      ) : null}
      <span className={connected ? "chip quiet" : "chip tone-narrower"} role="status">
        {connected ? t("case.live") : t("case.not-live")}
      </span>
      <span className="footer-end quiet">{data?.program}</span>
    </footer>
  );
}

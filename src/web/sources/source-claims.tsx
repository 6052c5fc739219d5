/**
 * Claims that a source makes, each with its own digit beside the source's letter. The two stand apart: no sum, no colour and no order
 * is made of them.
 */
import type { ClaimRow } from "../../api/claims.ts";
import type { SourceId } from "../../core/source/source.ts";
import { useClaimsOfSource } from "../board/claim-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function SourceClaims({ id }: { readonly id: SourceId }) {
  const asked = useClaimsOfSource(id);
  if (asked.error !== null) return <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />;
  const claims = asked.data?.claims ?? [];
  if (claims.length === 0) return null;
  return (
    <section className="part" aria-label={t("source.claims")}>
      <h3>{t("source.claims")}</h3>
      <p className="quiet small">{t("source.claims-apart")}</p>
      <ul className="source-claims">
        {claims.map((claim) => (
          <SourceClaim key={claim.id} claim={claim} own={claim.publisher.source === id} />
        ))}
      </ul>
    </section>
  );
}

/** The letter is the publisher's; a source that another text cites has none in that place. */
function SourceClaim({ claim, own }: { readonly claim: ClaimRow; readonly own: boolean }) {
  const { id, aspect, eventSays, quote, reliability, credibility, text, itemName, publisher, withdrawn } = claim;
  return (
    <li className={withdrawn === undefined ? "source-claim" : "source-claim is-withdrawn"}>
      <span className="source-claim-marks">
        {own ? (
          <span className="source-claim-mark">
            <span className="quiet small">{t("source.claim-letter")}</span>
            <strong className={`letter letter-${reliability}`} title={t(`reliability.${reliability}`)}>
              {reliability}
            </strong>
          </span>
        ) : null}
        <span className="source-claim-mark">
          <span className="quiet small">{t("source.claim-digit")}</span>
          <strong className="letter" title={t(`claims.credibility.${credibility}`)}>
            {credibility}
          </strong>
        </span>
      </span>
      <span className="source-claim-words">
        <q>
          <IsolatedText text={quote} />
        </q>
        <span className="quiet small">
          {id} · {t(`claims.aspect.${aspect}`)} ·{" "}
          {eventSays === null ? t("source.claim-unassigned") : <IsolatedText text={eventSays.title} />} ·{" "}
          <Link to={`/items/${text.item}`}>
            {text.item} <IsolatedText text={itemName} />
          </Link>
          {own ? null : (
            <>
              {" "}
              · {t("source.claim-cited")} <IsolatedText text={publisher.label} />
            </>
          )}
        </span>
        {withdrawn === undefined ? null : (
          <span className="small">
            {t("source.claim-withdrawn")} <IsolatedText text={withdrawn} />
          </span>
        )}
      </span>
    </li>
  );
}

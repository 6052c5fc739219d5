/** What is put forward for a text: those that wait, the one that is looked at whole, and what was accepted and rejected, folded. */
import type { ReactNode } from "react";
import type { ClaimRow } from "../../api/claims.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { ProposalLine } from "./proposal-card.tsx";
import type { ProposalRow } from "./proposal-rows.ts";

/** Lines drawn on either side of the one that is looked at. */
const drawn = 60;

interface ProposalListProps {
  readonly rows: readonly ProposalRow[];
  readonly current: string | undefined;
  readonly onChoose: (key: string) => void;
  /** All of the row that is looked at. */
  readonly card: ReactNode;
}

/** Those that wait. */
export function WaitingList({ rows, current, onChoose, card }: ProposalListProps) {
  const waiting = rows.filter(({ status }) => status === "open");
  const at = Math.max(
    0,
    waiting.findIndex(({ key }) => key === current),
  );
  const from = Math.max(0, at - drawn);
  const to = Math.min(waiting.length, at + drawn + 1);
  return (
    <>
      {from > 0 ? <p className="quiet small">{t("claims.proposals.earlier", { count: from })}</p> : null}
      <ol className="proposal-list" aria-label={t("claims.proposals.title")}>
        {waiting.slice(from, to).map((row) => (
          <li key={row.key}>{row.key === current ? card : <ProposalLine row={row} onChoose={() => onChoose(row.key)} />}</li>
        ))}
      </ol>
      {to < waiting.length ? <p className="quiet small">{t("claims.proposals.later", { count: waiting.length - to })}</p> : null}
    </>
  );
}

interface DecidedListsProps {
  readonly claims: readonly ClaimRow[];
  readonly rows: readonly ProposalRow[];
  readonly chosen: ClaimId | undefined;
  readonly addressOf: (claim: ClaimId) => string;
  readonly readOnly: boolean;
  readonly onRestate: (claim: ClaimRow) => void;
  readonly onRestore: (row: ProposalRow) => void;
}

/** Every claim of the text, whoever put it forward; and what stays rejected. */
export function DecidedLists({ claims, rows, chosen, addressOf, readOnly, onRestate, onRestore }: DecidedListsProps) {
  const rejected = rows.filter(({ status }) => status === "rejected");
  return (
    <>
      {claims.length === 0 ? null : (
        <details className="proposal-fold" open={chosen !== undefined ? true : undefined}>
          <summary>{t("claims.proposals.accepted", { count: claims.length })}</summary>
          <ol className="proposal-list" aria-label={t("claims.proposals.claims")}>
            {claims.map((claim) => (
              <li
                key={claim.id}
                className={claim.id === chosen ? "claim-line is-chosen" : "claim-line"}
                aria-current={claim.id === chosen ? "true" : undefined}
              >
                <Link to={addressOf(claim.id)} className="mono">
                  {claim.id}
                </Link>
                <span className="proposal-aspect">{t(`claims.aspect.${claim.aspect}`)}</span>
                <span className="proposal-words" dir="auto">
                  <IsolatedText text={claim.statement === "withheld" ? claim.quote : claim.statement.value.words} />
                </span>
                {readOnly || claim.statement === "withheld" ? null : (
                  <button
                    type="button"
                    className="button is-bare"
                    onClick={() => onRestate(claim)}
                    aria-label={t("claims.form.restate", { claim: claim.id })}
                  >
                    {t("claims.proposal.edit")}
                  </button>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
      {rejected.length === 0 ? null : (
        <details className="proposal-fold">
          <summary>{t("claims.proposals.rejected", { count: rejected.length })}</summary>
          <ol className="proposal-list" aria-label={t("claims.proposals.rejected", { count: rejected.length })}>
            {rejected.map((row) => (
              <li key={row.key} className="claim-line">
                <span className="proposal-aspect">{t(`claims.aspect.${row.proposal.statement.aspect}`)}</span>
                <span className="proposal-words is-struck" dir="auto">
                  <IsolatedText text={row.proposal.statement.value.words} />
                </span>
                {readOnly || row.rejection === undefined ? null : (
                  <button type="button" className="button is-bare" onClick={() => onRestore(row)}>
                    {t("claims.proposals.restore")}
                  </button>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** One claim on the board: its value with the words that limit it, how it stands to the others, letter and digit apart. Opens its panel. */
import { memo } from "react";
import type { ClaimId } from "../../core/claim/claim.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { RelationMark } from "./board-relation-mark.tsx";
import { type BoardTerms, driftsOf, labelOf } from "./board-terms.ts";
import { readWords, valueParts } from "./board-words.ts";

interface ClaimCardProps {
  readonly id: ClaimId;
  readonly terms: BoardTerms;
  /** How it is counted: derived reports show what they changed, and stand to nothing. */
  readonly as: "origin" | "derived" | "only-derived" | "unassigned";
  /** Whose text it is, where that is not the head of its column. */
  readonly via?: string | undefined;
  readonly tabIndex?: number;
}

/** Drawn anew only when its own words change: an arrow key moves between two of hundreds. */
export const ClaimCard = memo(function ClaimCard({ id, terms, as, via, tabIndex }: ClaimCardProps) {
  const claim = terms.claims.get(id);
  if (claim === undefined) return null;
  const relation = terms.relations.get(id);
  const drifts = as === "origin" ? [] : driftsOf(terms, id);
  const { statement } = claim;
  const read = statement === "withheld" ? undefined : readWords(statement, terms.assumedZones.get(id));
  return (
    <button
      type="button"
      className={`board-claim is-${as} relation-${relation?.sort ?? "none"}`}
      data-claim={id}
      aria-pressed={terms.chosen === id}
      tabIndex={tabIndex}
      onClick={() => terms.onChoose(id)}
    >
      <span className="board-value">
        {statement === "withheld" || statement.polarity === "affirmed" ? null : (
          <span className="board-polarity small">{t(`claims.polarity-tag.${statement.polarity}`)}</span>
        )}
        {statement === "withheld" ? (
          <span className="quiet">{t("claims.withheld")}</span>
        ) : (
          valueParts(statement).map(({ text, isHedge }, at) => (
            <span key={at} className={isHedge ? "board-hedge" : undefined}>
              <IsolatedText text={text} />{" "}
            </span>
          ))
        )}
      </span>
      {read === undefined ? null : (
        <span className="board-read small quiet">
          <IsolatedText text={read} />
        </span>
      )}
      {claim.textFault === undefined ? null : <span className="board-read small tone-narrower">{t("claims.text-fault-short")}</span>}
      {relation === undefined ? null : (
        <RelationMark sort={relation.sort} to={[...new Set(relation.to.map((other) => labelOf(terms, other)))]} />
      )}
      {drifts.map(({ kind, standing }, at) => (
        <span key={at} className="board-drift small">
          <span aria-hidden="true">△ </span>
          {t(`claims.drift.${kind}`)}
          {standing === "proposed" ? ` (${t("claims.proposed")})` : null}
        </span>
      ))}
      <span className="board-foot small">
        {via === undefined || via === "" ? null : (
          <span className="board-via">
            {t("claims.via")} <IsolatedText text={via} />
          </span>
        )}
        <span className="marks-apart">
          <span className="admiralty-letter" title={t("claims.letter-of", { label: claim.publisher.label })}>
            <span className="visually-hidden">{t("claims.letter")} </span>
            {claim.reliability}
          </span>
          <span className="visually-hidden">, </span>
          <span className="admiralty-digit" title={t("claims.digit-how")}>
            <span className="visually-hidden">{t("claims.digit")} </span>
            {claim.credibility}
          </span>
        </span>
      </span>
    </button>
  );
});

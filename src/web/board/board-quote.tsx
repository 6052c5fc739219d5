/** A quote word for word, its value marked and the words that limit it underlined. Foreign text: isolated, never markup. */
import type { ClaimRow } from "../../api/claims.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { quoteParts } from "./board-quote-parts.ts";

export function BoardQuote({ claim }: { claim: ClaimRow }) {
  return (
    <>
      <blockquote className="board-quote">
        <bdi>
          {quoteParts(claim).map(({ text, hedge, isValue }, at) => {
            const words = isValue ? (
              <mark className="board-marked">
                <IsolatedText text={text} />
              </mark>
            ) : (
              <IsolatedText text={text} />
            );
            return hedge === null ? (
              <span key={at}>{words}</span>
            ) : (
              <span key={at} className="board-hedge" title={t(`claims.hedge.${hedge}`)}>
                {words}
              </span>
            );
          })}
        </bdi>
      </blockquote>
      {claim.textFault === undefined ? null : <p className="notice is-attention">{t("claims.text-fault", { why: claim.textFault })}</p>}
    </>
  );
}

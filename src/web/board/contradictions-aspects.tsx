/** Every pair of claims about one aspect of one event, and how they stand to each other, with the reason. */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventReport, Judgement, PairJudgement } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { claimPath } from "./board-address.ts";
import { eventWords, gapWords, type SheetTerms } from "./contradictions-terms.ts";

export function AspectTables({ events, terms }: { events: readonly EventReport[]; terms: SheetTerms }) {
  const shown = events.filter(({ aspects }) => aspects.some(({ pairs, pairsLeftOut }) => pairs.length + pairsLeftOut > 0));
  if (shown.length === 0) return null;
  return (
    <section className="contra-part" aria-label={t("claims.pairs.title")}>
      <h2>{t("claims.pairs.title")}</h2>
      {shown.map(({ events: ids, joinedBy, aspects }) => (
        <div key={ids.join(" ")} className="time-group">
          <h3>
            <IsolatedText text={ids.map((id) => eventWords(terms, id)).join("; ")} />
          </h3>
          {joinedBy.length === 0 ? null : <p className="tone-narrower small">{t("claims.pairs.joined", { ids: joinedBy.join(", ") })}</p>}
          {aspects
            .filter(({ pairs, pairsLeftOut }) => pairs.length + pairsLeftOut > 0)
            .map(({ aspect, pairs, pairsLeftOut }) => (
              <div key={aspect} className="contra-scroll" role="region" tabIndex={0} aria-label={t(`claims.aspect.${aspect}`)}>
                <table className="contra-table is-pairs">
                  <caption>{t(`claims.aspect.${aspect}`)}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t("claims.pairs.first")}</th>
                      <th scope="col">{t("claims.pairs.judgement")}</th>
                      <th scope="col">{t("claims.pairs.second")}</th>
                      <th scope="col">{t("claims.pairs.why")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {pairs
                      .toSorted((a, b) => rank(a) - rank(b))
                      .map((pair) => (
                        <Pair key={`${pair.first} ${pair.second}`} pair={pair} terms={terms} />
                      ))}
                  </tbody>
                </table>
                {pairsLeftOut === 0 ? null : <p className="small quiet">{t("claims.pairs.left-out", { count: pairsLeftOut })}</p>}
              </div>
            ))}
        </div>
      ))}
    </section>
  );
}

const firstToLast: readonly Judgement[] = ["contradict", "narrower", "compatible", "same", "cannot-tell", "different-event"];

/** What cannot both hold first; restatements, which are no second voice, last. */
function rank({ judgement, alongDerivation }: PairJudgement): number {
  return firstToLast.indexOf(judgement) + (alongDerivation ? firstToLast.length : 0);
}

function Pair({ pair, terms }: { pair: PairJudgement; terms: SheetTerms }) {
  const { first, second, judgement, narrower, words, readings, gap, touching, alongDerivation } = pair;
  const says = judgement === "narrower" ? t("claims.judgement.narrower", { id: narrower ?? "" }) : t(`claims.judgement.${judgement}`);
  return (
    <tr>
      <td>
        <ClaimWords id={first} terms={terms} />
      </td>
      <td className={`judgement judgement-${alongDerivation ? "drift" : judgement}`}>
        {says}
        {gap === null ? null : <span className="board-line small">{t("claims.pairs.gap", { gap: gapWords(gap) })}</span>}
        {touching ? <span className="board-line small">{t("claims.touching")}</span> : null}
        {alongDerivation ? <span className="board-line small quiet">{t("claims.along-derivation")}</span> : null}
      </td>
      <td>
        <ClaimWords id={second} terms={terms} />
      </td>
      <td className="small">
        <IsolatedText text={words} />
        {readings.length === 0 ? null : (
          <details>
            <summary>{t("claims.pairs.readings", { count: readings.length })}</summary>
            {readings.map((one) => (
              <span key={`${one.first} ${one.second}`} className="board-line">
                <IsolatedText
                  text={t("claims.pairs.reading", {
                    first: one.first + 1,
                    second: one.second + 1,
                    judgement: one.judgement === "narrower" ? t("claims.judgement.one-narrower") : t(`claims.judgement.${one.judgement}`),
                    words: one.words,
                  })}
                />
              </span>
            ))}
          </details>
        )}
      </td>
    </tr>
  );
}

function ClaimWords({ id, terms }: { id: ClaimId; terms: SheetTerms }) {
  const claim = terms.claims.get(id);
  return (
    <>
      <Link className="mono" to={claimPath(id)}>
        {id}
      </Link>{" "}
      <span className="quiet small">
        <IsolatedText text={claim?.publisher.label ?? ""} />
      </span>
      <span className="board-line">
        {claim === undefined || claim.statement === "withheld" ? null : <IsolatedText text={claim.statement.value.words} />}
      </span>
    </>
  );
}

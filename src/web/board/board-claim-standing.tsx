/** How a claim stands to the others about the same aspect of the same event, what it changed against its origin, and which sets it is in. */
import type { ClaimRow } from "../../api/claims.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { claimsOf, pairsOf, sidesOf } from "./board-relations.ts";
import { RelationMark } from "./board-relation-mark.tsx";
import { type BoardTerms, driftsOf, labelOf } from "./board-terms.ts";

export function ClaimStanding({ claim: { id }, terms }: { claim: ClaimRow; terms: BoardTerms }) {
  const { contradictions, origins } = terms;
  const pairs = (contradictions === undefined ? [] : pairsOf(contradictions)).filter(({ first, second }) => first === id || second === id);
  const sets = contradictions?.sets.filter((set) => claimsOf(set).includes(id)) ?? [];
  const drifts = driftsOf(terms, id);
  const inside = origins.inside.filter(({ derived }) => derived === id);
  const repeats = origins.repeats.find((list) => list.includes(id))?.filter((other) => other !== id) ?? [];
  const changes = [...drifts, ...inside];
  return (
    <>
      {changes.length === 0 ? null : (
        <section className="board-part" aria-label={t("claims.drift.title")}>
          <h3>{t("claims.drift.title")}</h3>
          <ul className="board-lines">
            {drifts.map(({ kind, was, became, from, standing }, at) => (
              <li key={at}>
                <strong>{t(`claims.drift.${kind}`)}</strong>
                {standing === "proposed" ? ` (${t("claims.proposed")})` : null}: <ChangeWords was={was} became={became} />{" "}
                <span className="small quiet">
                  <IsolatedText text={t("claims.drift.from", { from: from.map((one) => `${labelOf(terms, one)} (${one})`).join(", ") })} />
                </span>
              </li>
            ))}
            {inside.map(({ kind, was, became, role, against }, at) => (
              <li key={`inside ${at}`}>
                <strong>{t(`claims.drift.${kind}`)}</strong>: <ChangeWords was={was} became={became} />{" "}
                <span className="small quiet">
                  {t("claims.drift.inside", { role: t(`claims.role.${role}`), against: t(`claims.role.${against}`) })}
                </span>
              </li>
            ))}
          </ul>
          <p className="small quiet">{t("claims.drift.no-grade")}</p>
        </section>
      )}
      {pairs.length === 0 ? null : (
        <section className="board-part" aria-label={t("claims.standing.title")}>
          <h3>{t("claims.standing.title")}</h3>
          <ul className="board-lines">
            {pairs.map((pair) => {
              const other = pair.first === id ? pair.second : pair.first;
              const side = sidesOf(pair)[pair.first === id ? 0 : 1];
              return (
                <li key={other}>
                  <button type="button" className="button is-bare is-small board-other" onClick={() => terms.onChoose(other)}>
                    {side === undefined ? other : <RelationMark sort={side} to={[`${labelOf(terms, other)} (${other})`]} />}
                  </button>
                  <span className="small quiet board-line">
                    <IsolatedText text={pair.words} />
                    {pair.touching ? ` ${t("claims.touching")}` : null}
                  </span>
                  {pair.alongDerivation ? <span className="small quiet board-line">{t("claims.along-derivation")}</span> : null}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {repeats.length === 0 ? null : <p className="small quiet">{t("claims.repeats", { ids: repeats.join(", ") })}</p>}
      {sets.length === 0 ? null : (
        <p>
          <span className="relation-is-contradict relation-sign" aria-hidden="true">
            ✕
          </span>{" "}
          <Link to="/claims?part=contradictions">{t("claims.in-sets", { count: sets.length })}</Link>
        </p>
      )}
    </>
  );
}

function ChangeWords({ was, became }: { was: string; became: string }) {
  return (
    <>
      <q>
        <IsolatedText text={was} />
      </q>{" "}
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t("claims.drift.became")}</span>{" "}
      <q>
        <IsolatedText text={became} />
      </q>
    </>
  );
}

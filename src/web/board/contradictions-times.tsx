/** When each event was, as far as the claims say; a table by zone or reading while words leave that open, and then no single answer. */
import type { TimeCase, TimeGroup } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { SetSheet } from "./contradictions-set.tsx";
import { eventWords, gapWords, momentOf, type SheetTerms, timesWords } from "./contradictions-terms.ts";

export function TimeTables({ groups, terms }: { groups: readonly TimeGroup[]; terms: SheetTerms }) {
  const shown = groups.filter(({ cases }) => cases.some(({ consistent, times }) => !consistent || times.length > 0));
  if (shown.length === 0) return null;
  return (
    <section className="contra-part" aria-label={t("claims.times.title")}>
      <h2>{t("claims.times.title")}</h2>
      <p className="quiet small">{t("claims.times.how", { zone: terms.clock })}</p>
      {shown.map((group) => (
        <Group key={group.events.join(" ")} group={group} terms={terms} />
      ))}
    </section>
  );
}

function Group({ group: { events, cases, casesLeftOut }, terms }: { group: TimeGroup; terms: SheetTerms }) {
  const isTable = cases.length > 1;
  const title = events.map((event) => eventWords(terms, event)).join("; ");
  return (
    <details className="time-group" open={!isTable}>
      <summary>
        <h3>
          <IsolatedText text={title} />
        </h3>{" "}
        {isTable ? <span className="small tone-narrower">{t("claims.times.ways", { count: cases.length + casesLeftOut })}</span> : null}
      </summary>
      {isTable ? <p className="tone-narrower small">{t("claims.times.table")}</p> : null}
      <div className="contra-scroll" role="region" tabIndex={0} aria-label={title}>
        <table className="contra-table">
          <thead>
            <tr>
              {isTable ? <th scope="col">{t("claims.times.taken")}</th> : null}
              <th scope="col">{t("claims.times.comes-to")}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one, at) => (
              <tr key={at}>
                {isTable ? (
                  <th scope="row">
                    {one.taken.map(({ what, claims, as }) => (
                      <span key={`${what} ${claims.join(" ")}`} className="board-line">
                        <IsolatedText text={t(`claims.times.as-${what}`, { claims: claims.join(", "), as })} />
                      </span>
                    ))}
                  </th>
                ) : null}
                <td>
                  <Outcome one={one} terms={terms} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {casesLeftOut === 0 ? null : <p className="small quiet">{t("claims.times.left-out", { count: casesLeftOut })}</p>}
      {isTable
        ? cases.flatMap((one, at) =>
            one.sets.map((set, number) => (
              <details key={`${at} ${number}`} className="time-case-set">
                <summary>
                  <IsolatedText
                    text={t("claims.times.set-of", { taken: one.taken.map(({ as }) => as).join(", "), count: set.members.length })}
                  />
                </summary>
                <SetSheet set={set} number={number + 1} terms={terms} />
              </details>
            )),
          )
        : null}
    </details>
  );
}

function Outcome({ one, terms }: { one: TimeCase; terms: SheetTerms }) {
  if (!one.consistent)
    return (
      <span className="relation-is-contradict">
        <span aria-hidden="true">✕ </span>
        {t("claims.times.conflict", { count: one.sets.length })}{" "}
        {one.sets
          .flatMap(({ gap, members }) => (gap === null ? [] : [t("claims.times.gap", { count: members.length, gap: gapWords(gap) })]))
          .join("; ")}
        {one.setsLeftOut === 0 ? null : ` ${t("claims.times.sets-left-out", { count: one.setsLeftOut })}`}
        {one.allSetsFound ? null : ` ${t("claims.times.more-sets")}`}
      </span>
    );
  return (
    <ul className="set-windows">
      {one.touching ? <li className="tone-narrower">{t("claims.set.touching", { gap: "0 s" })}</li> : null}
      {one.times.map((times) => (
        <li key={times.of}>
          <span className="quiet">
            <IsolatedText text={momentOf(terms, times.of)} />:
          </span>{" "}
          {timesWords(times, terms.clock)}
        </li>
      ))}
    </ul>
  );
}

/** A sheet: one smallest set of statements that cannot all hold, its own gap, and for each member what the rest comes to without it. */
import { useId } from "react";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { ConflictSet, SetMember } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { claimPath } from "./board-address.ts";
import { BoardQuote } from "./board-quote.tsx";
import { eventWords, gapWords, momentOf, type SheetTerms, timesWords } from "./contradictions-terms.ts";

interface SetSheetProps {
  readonly set: ConflictSet;
  readonly number: number;
  readonly terms: SheetTerms;
  readonly isDrift?: boolean;
}

export function SetSheet({ set, number, terms, isDrift = false }: SetSheetProps) {
  const title = useId();
  const { members, gap, networkGap, widenedBy, touchingWithout, events, aspect } = set;
  return (
    <article
      className={isDrift ? "set-sheet is-drift" : "set-sheet"}
      aria-labelledby={title}
      data-set={members.map(({ id }) => id).join(" ")}
    >
      <header>
        <h2 id={title}>
          <span className="quiet">{number}.</span> {t("claims.set.title", { count: members.length })}
        </h2>
        <p className="set-about small quiet">
          {t("claims.set.about", { aspect: t(`claims.aspect.${aspect}`) })}{" "}
          {events.map((event) => (
            <Link key={event} className="same-link" to={`/events/${event}`}>
              <IsolatedText text={eventWords(terms, event)} />
            </Link>
          ))}
        </p>
      </header>
      {gap === null ? null : (
        <p className="set-gap">
          <span aria-hidden="true">✕ </span>
          <strong>{t(gapIsNone(set) ? "claims.set.touching" : "claims.set.gap", { gap: gapWords(gap) })}</strong>
          {networkGap === null || widenedBy.length === 0 ? null : (
            <span className="quiet small"> {t("claims.set.network-gap", { gap: gapWords(networkGap), names: widenedBy.join(", ") })}</span>
          )}
        </p>
      )}
      <p className="small">
        <IsolatedText text={set.words} />
      </p>
      <ol className="set-members">
        {members.map((member) => (
          <Member key={member.id} member={member} terms={terms} isFragile={touchingWithout.includes(member.id)} />
        ))}
      </ol>
      {set.certain.length === 0 ? null : <p className="small quiet">{t("claims.set.certain", { ids: set.certain.join(", ") })}</p>}
    </article>
  );
}

function gapIsNone({ gap }: ConflictSet): boolean {
  return gap?.in === "seconds" && gap.seconds === 0;
}

function Member({ member, terms, isFragile }: { member: SetMember; terms: SheetTerms; isFragile: boolean }) {
  const { id, is, words, by, source, credibility, dropped, gives, dissolves } = member;
  const claim = is === "claim" ? terms.claims.get(id as ClaimId) : undefined;
  return (
    <li className={`set-member is-${is}`} data-member={id}>
      <div className="set-member-head">
        <span className="set-member-is">{t(`claims.member.${is}`)}</span>
        {is === "claim" ? (
          <Link className="mono" to={claimPath(id as ClaimId)}>
            {id}
          </Link>
        ) : (
          <span className="mono quiet">{id}</span>
        )}
        {source === null ? (
          <span className="small quiet">{t(is === "assumption" ? "claims.member.ungraded" : "claims.member.no-mark")}</span>
        ) : (
          <span className="set-source">
            <IsolatedText text={source.label} />
            <span className="marks-apart">
              <span className="admiralty-letter" title={t("claims.letter-of", { label: source.label })}>
                <span className="visually-hidden">{t("claims.letter")} </span>
                {source.reliability}
              </span>
              <span className="admiralty-digit" title={t("claims.digit-how")}>
                <span className="visually-hidden">{t("claims.digit")} </span>
                {credibility}
              </span>
            </span>
          </span>
        )}
      </div>
      <p>
        <IsolatedText text={words} />
      </p>
      {claim === undefined ? null : <BoardQuote claim={claim} />}
      {by.length === 0 ? null : <p className="small quiet">{t("claims.member.by", { ids: by.join(", ") })}</p>}
      <dl className="set-result">
        {gives === null ? null : (
          <div>
            <dt>{t("claims.member.gives")}</dt>
            <dd>{gapWords(gives)}</dd>
          </div>
        )}
        <div>
          <dt>{t("claims.member.dropped")}</dt>
          <dd>
            <IsolatedText text={dropped.words} />
            {dropped.times.length === 0 ? null : (
              <details>
                <summary className="small">{t("claims.member.drop", { zone: terms.clock })}</summary>
                <ul className="small set-windows">
                  {dropped.times.map((times) => (
                    <li key={times.of}>
                      <span className="quiet">
                        <IsolatedText text={momentOf(terms, times.of)} />:
                      </span>{" "}
                      {timesWords(times, terms.clock)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {dropped.touching || isFragile ? <span className="small tone-narrower board-line">{t("claims.member.fragile")}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{t("claims.member.dissolves")}</dt>
          <dd>
            <IsolatedText text={dissolves} />
          </dd>
        </div>
      </dl>
    </li>
  );
}

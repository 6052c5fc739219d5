/** What nobody says, and what nobody says how they know: counted, each with the way to where it can be closed. */
import "./gaps.css";
import { type ReactNode, useId } from "react";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import { useEvents } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { useSources } from "../sources/source-queries.ts";
import { t } from "../words/t.ts";
import { claimPath } from "./board-address.ts";
import { byId, type ClaimsById, useOriginReport } from "./board-queries.ts";
import { aspectWords } from "./board-words.ts";
import { useAssumptions, useClaims, useReplies } from "./claim-queries.ts";
import { gapsOf } from "./gaps-found.ts";

/** Longer lists go on behind a fold. */
const listedAtOnce = 6;

export function GapsPart() {
  const claims = useClaims();
  const origins = useOriginReport();
  const events = useEvents();
  const sources = useSources();
  const replies = useReplies();
  const assumptions = useAssumptions();
  const failed = [claims, origins, events, sources, replies, assumptions].find(({ error }) => error !== null);
  if (failed !== undefined) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!claims.data || !origins.data || !events.data || !sources.data || !replies.data || !assumptions.data)
    return <p className="claims-empty">{t("app.waiting")}</p>;
  const known = byId(claims.data.claims);
  const standing = events.data.events.filter(({ withdrawn }) => withdrawn === undefined);
  const gaps = gapsOf({
    claims: claims.data.claims,
    origins: origins.data,
    events: standing,
    sources: sources.data.sources,
    replies: replies.data.replies,
    assumptions: assumptions.data.assumptions,
  });
  const event = (id: EventId): string => {
    const one = standing.find((row) => row.id === id);
    return one === undefined ? id : t("claims.sheet.event", { sort: t(`event-sort.${one.sort}`), title: one.title });
  };
  const claimsOf = (ids: readonly ClaimId[]): ReactNode[] => ids.map((id) => <ClaimLine key={id} id={id} claims={known} />);
  return (
    <div className="gaps">
      <p className="quiet">{t("claims.gaps.how")}</p>
      <Gap name="no-basis" count={gaps.noBasis.length} lines={claimsOf(gaps.noBasis)} />
      <Gap
        name="silent-aspects"
        count={gaps.silentAspects.reduce((sum, { aspects }) => sum + aspects.length, 0)}
        lines={gaps.silentAspects.map(({ event: id, aspects }) => (
          <>
            <Link to={`/events/${id}`}>
              <IsolatedText text={event(id)} />
            </Link>
            : {aspects.map((aspect) => aspectWords(aspect)).join(", ")}
          </>
        ))}
      />
      <Gap
        name="one-origin"
        count={gaps.oneOrigin.length}
        lines={gaps.oneOrigin.map(({ event: id, aspect, part, label }) => (
          <>
            <Link to={`/claims?event=${id}&aspect=${aspect}`}>
              <IsolatedText text={event(id)} />, {aspectWords(aspect, part)}
            </Link>
            : <IsolatedText text={label} />
          </>
        ))}
      />
      <Gap
        name="unstated"
        count={gaps.unstated.length}
        lines={gaps.unstated.map(({ event: id, aspect, part }) => (
          <Link key={id} to={`/claims?event=${id}&aspect=${aspect}`}>
            <IsolatedText text={event(id)} />, {aspectWords(aspect, part)}
          </Link>
        ))}
      />
      <Gap name="only-derived" count={gaps.onlyDerived.length} lines={claimsOf(gaps.onlyDerived)} />
      <Gap name="unassigned" count={gaps.unassigned.length} lines={claimsOf(gaps.unassigned)} />
      <Gap name="no-zone" count={gaps.noZone.length} lines={claimsOf(gaps.noZone)} />
      <Gap
        name="ungraded-sources"
        count={gaps.ungradedSources.length}
        lines={gaps.ungradedSources.map(({ id, label }) => (
          <Link key={id} to={`/sources/${id}`}>
            <IsolatedText text={label} />
          </Link>
        ))}
      />
      <Gap name="ungraded-claims" count={gaps.ungradedClaims.length} lines={claimsOf(gaps.ungradedClaims)} />
      <Gap
        name="proposed-edges"
        count={gaps.proposedEdges}
        lines={
          gaps.proposedEdges === 0
            ? []
            : [
                <Link key="edges" to="/claims?part=derivation">
                  {t("claims.part.derivation")}
                </Link>,
              ]
        }
      />
      <Gap name="silent-replies" count={gaps.silentReplies.length} lines={gaps.silentReplies.map(replyLink)} />
      <Gap name="waiting-replies" count={gaps.waitingReplies.length} lines={gaps.waitingReplies.map(replyLink)} />
    </div>
  );
}

function replyLink(id: string): ReactNode {
  return (
    <Link key={id} className="mono" to="/claims?part=replies">
      {id}
    </Link>
  );
}

type GapName =
  | "no-basis"
  | "silent-aspects"
  | "one-origin"
  | "unstated"
  | "only-derived"
  | "unassigned"
  | "no-zone"
  | "ungraded-sources"
  | "ungraded-claims"
  | "proposed-edges"
  | "silent-replies"
  | "waiting-replies";

function Gap({ name, count, lines }: { name: GapName; count: number; lines: readonly ReactNode[] }) {
  const title = useId();
  const [shown, more] = [lines.slice(0, listedAtOnce), lines.slice(listedAtOnce)];
  return (
    <section className={count === 0 ? "gap is-none" : "gap"} aria-labelledby={title} data-gap={name}>
      <h2 id={title}>
        <span className="gap-count">{count}</span> {t(`claims.gap.${name}`)}
      </h2>
      {count === 0 ? null : (
        <>
          <p className="quiet small">{t(`claims.gap-how.${name}`)}</p>
          <ul className="board-lines">
            {shown.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
          {more.length === 0 ? null : (
            <details>
              <summary>{t("claims.gaps.more", { count: more.length })}</summary>
              <ul className="board-lines">
                {more.map((line, at) => (
                  <li key={at}>{line}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}

function ClaimLine({ id, claims }: { id: ClaimId; claims: ClaimsById }) {
  const claim = claims.get(id);
  if (claim === undefined) return <span className="mono">{id}</span>;
  return (
    <>
      <Link className="mono" to={claimPath(id)}>
        {id}
      </Link>{" "}
      <span className="quiet">
        <IsolatedText text={claim.publisher.label} />, {aspectWords(claim.aspect)}:
      </span>{" "}
      <IsolatedText text={claim.statement === "withheld" ? t("claims.withheld") : claim.statement.value.words} />
    </>
  );
}

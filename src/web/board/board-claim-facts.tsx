/** What is written down of a claim: speakers, basis, readings with their zones, what it was judged from, letter and digit apart. */
import { Fragment, type ReactNode } from "react";
import type { ClaimRow } from "../../api/claims.ts";
import { ReliabilityMark } from "../sources/reliability-mark.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { chainWords, publishedWords } from "./board-words.ts";
import { basisWords, valueLines } from "./proposal-words.ts";

export function ClaimFacts({ claim }: { claim: ClaimRow }) {
  const { statement, publisher, reliability, credibility, credibilityReason, proposed } = claim;
  const facts: (readonly [string, ReactNode])[] = [];
  if (statement !== "withheld") {
    if (statement.polarity !== "affirmed") facts.push([t("claims.proposal.polarity"), t(`claims.polarity.${statement.polarity}`)]);
    const lines = valueLines(statement.value);
    if (lines.length > 0)
      facts.push([
        statement.value.is === "time" ? t("claims.proposal.readings", { count: lines.length }) : t("claims.fact.value"),
        <Lines key="value" lines={lines} />,
      ]);
    facts.push(
      [
        t("claims.proposal.speakers"),
        <ol key="chain" className="board-chain">
          {chainWords(claim).map((words, at) => (
            <li key={at}>
              <IsolatedText text={words} />
            </li>
          ))}
        </ol>,
      ],
      [t("claims.proposal.basis"), <IsolatedText key="basis" text={basisWords(statement)} />],
    );
    if (statement.restsOn.length > 0)
      facts.push([
        t("claims.proposal.rests-on"),
        <Fragment key="rests">
          {statement.restsOn.map((item) => (
            <Link key={item} className="same-link" to={`/items/${item}`}>
              {item}
            </Link>
          ))}
        </Fragment>,
      ]);
  }
  facts.push(
    [
      t("claims.fact.text-of"),
      <Fragment key="text">
        {publisher.source === "unknown" ? (
          <IsolatedText text={publisher.label} />
        ) : (
          <Link to={`/sources/${publisher.source}`}>
            <IsolatedText text={publisher.label} />
          </Link>
        )}
        , <span className="quiet">{publishedWords(claim.published)}</span>
      </Fragment>,
    ],
    [t("claims.fact.letter"), <ReliabilityMark key="letter" letter={reliability} />],
    [
      t("claims.fact.digit"),
      <Fragment key="digit">
        <span className="admiralty-digit">{credibility}</span> {t(`claims.credibility.${credibility}`)}
        {claim.credibilityOlder ? <span className="tone-narrower"> {t("claims.digit-older")}</span> : null}
        {credibilityReason === null ? (
          <span className="quiet"> {t("claims.ungraded")}</span>
        ) : (
          <span className="fact-basis quiet small">
            <IsolatedText text={credibilityReason} />
          </span>
        )}
      </Fragment>,
    ],
    [
      t("claims.fact.proposed"),
      <Fragment key="proposed">
        {proposed.by === "person"
          ? t("claims.proposal.from-person")
          : proposed.by === "rules"
            ? t("claims.proposal.from-rules", { version: proposed.version })
            : t("claims.proposal.from-assistant", { model: proposed.model })}
        {claim.edited.length === 0 ? null : <span className="quiet"> {t("claims.edited", { what: claim.edited.join(", ") })}</span>}
      </Fragment>,
    ],
  );
  return (
    <dl className="board-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="board-line">
      <IsolatedText text={line} />
    </span>
  ));
}

/** On the bench: what is known of a link, what happened to it at its source, and its captures; or what a held item was captured from. */
import "./inquiry.css";
import { useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import type { CaptureLine, LinkDetail } from "../../api/links.ts";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { missingWords } from "../capture/minimum-checklist.tsx";
import { formatSecond } from "../custody/format-second.ts";
import { goneWords } from "../desk/link-signs.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";
import { CheckDialog } from "./check-dialog.tsx";
import { RiskChoice } from "./risk-choice.tsx";
import { SourceLink } from "./source-link.tsx";

export function LinkPanel({ detail }: { detail: ItemDetail }) {
  return detail.row.link === undefined ? <CapturedFrom item={detail.row.id} held={detail.row.held} /> : <OfLink item={detail.row.id} />;
}

function CapturedFrom({ item, held }: { item: ItemId; held: boolean }) {
  const from = useQuery({
    queryKey: linkKeys.capturedFrom(item),
    queryFn: ({ signal }) => linkApi.capturedFrom(item, signal),
    enabled: held,
  });
  if (from.data === undefined || from.data.captures.length === 0) return null;
  return (
    <section>
      <h3>{t("link.captured-from")}</h3>
      <ul className="plain-list captured-from">
        {from.data.captures.map(({ seq, link, shown, how, endedAt }) => (
          <li key={seq}>
            <Link to={`/items/${link}`}>
              <IsolatedText text={shown} />
            </Link>{" "}
            <span className="quiet">
              {how === "by-hand" ? t("link.how.by-hand") : t("link.how-program")}, {formatSecond(endedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OfLink({ item }: { item: ItemId }) {
  const link = useQuery({ queryKey: linkKeys.link(item), queryFn: ({ signal }) => linkApi.link(item, signal) });
  const readOnly = useCase().data?.readOnly === true;
  const [checking, setChecking] = useState(false);
  if (link.error !== null) return <ErrorNotice error={link.error} onRetry={() => void link.refetch()} />;
  if (link.data === undefined) return null;
  const { row, captures, checks, related } = link.data;
  return (
    <section className="link-panel">
      <h3>{t("link.title")}</h3>
      <SourceLink shown={row.shown} normalised={row.normalised} />
      {row.gone === "not-known" ? null : <p className="notice is-error">{goneWords(row.gone)}</p>}
      <div className="form-row">
        <Link to={`/capture/${item}`} className="button is-main">
          {t("link.capture")}
        </Link>
        <button type="button" className="button" disabled={readOnly} onClick={() => setChecking(true)}>
          {t("link.check")}
        </button>
        <RiskChoice item={item} risk={row.riskOfRemoval} disabled={readOnly} />
      </div>
      <LinkFacts detail={link.data} />
      {related.length === 0 ? null : (
        <section>
          <h3>{t("link.related")}</h3>
          <ul className="plain-list">
            {related.map(({ item: other, relation }) => (
              <li key={`${relation} ${other}`}>
                {t(`link.related.${relation}`)} <Link to={`/items/${other}`}>{t("bench.to-item", { number: other.slice(1) })}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t("link.captures")}</h3>
        {captures.length === 0 ? <p className="tone-narrower">{t("link.captures-none")}</p> : null}
        {captures.map((capture) => (
          <OneCapture key={capture.seq} capture={capture} />
        ))}
      </section>
      <section>
        <h3>{t("link.checks")}</h3>
        {checks.length === 0 ? <p className="quiet">{t("link.checks-none")}</p> : null}
        <ul className="plain-list">
          {checks.map((check) => (
            <li key={check.seq}>
              <strong>{t(`outcome.${check.outcome}`)}</strong>, <Link to={`/custody/${check.seq}`}>{formatSecond(check.at)}</Link>{" "}
              <span className="quiet">{check.how === "by-hand" ? check.byName : t("link.how-program")}</span>
              {check.statement === null ? null : (
                <p>
                  <IsolatedText text={check.statement} />
                </p>
              )}
              {check.evidence.length === 0 ? null : (
                <p className="quiet">
                  {t("link.evidence")} <Items items={check.evidence} />
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {checking ? <CheckDialog item={item} shown={row.shown} normalised={row.normalised} onClose={() => setChecking(false)} /> : null}
    </section>
  );
}

function LinkFacts({ detail: { link } }: { detail: LinkDetail }) {
  if (link === "withheld") return <p className="quiet">{t("link.withheld")}</p>;
  const { archive } = link;
  const rows: [string, React.ReactNode][] = [
    [
      t("link.given"),
      <span key="g">
        <IsolatedText text={link.verbatim} />
        {link.rules.some(({ rule }) => rule === "not-shown") ? <span className="quiet small"> {t("link.given-parts")}</span> : null}
      </span>,
    ],
    ...(link.host.ascii === link.host.unicode ? [] : [[t("link.host"), link.host.ascii] as [string, React.ReactNode]]),
    ...(link.platform === "unknown" ? [] : [[t("link.platform"), link.platform] as [string, React.ReactNode]]),
    ...(link.account === "unknown" ? [] : [[t("link.account"), link.account] as [string, React.ReactNode]]),
    ...(link.post === "none" ? [] : [[t("link.post"), link.post.id] as [string, React.ReactNode]]),
    ...(link.timeOfId === undefined
      ? []
      : [[t("link.time-of-id"), <TimeText key="t" claim={link.timeOfId} full />] as [string, React.ReactNode]]),
    ...(archive === undefined
      ? []
      : [
          [
            t("link.archive"),
            <span key="a">
              {t(`link.archive.${archive.service}`)}, {t("link.archive-time")} <TimeText claim={archive.capturedAt} full />{" "}
              <IsolatedText text={t("link.archive-of", { link: archive.of === "unknown" ? t("link.unknown") : archive.of })} />
            </span>,
          ] as [string, React.ReactNode],
        ]),
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <details>
        <summary>{t("link.rules")}</summary>
        {link.rules.length === 0 ? <p className="quiet">{t("link.no-rules")}</p> : null}
        <ul className="plain-list small">
          {link.rules.map(({ rule, said }, place) => (
            <li key={place}>
              <span className="mono">{rule}</span> <IsolatedText text={said} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function OneCapture({ capture }: { capture: CaptureLine }) {
  const { program, arguments: given, items, clockCheck, minimum } = capture;
  return (
    <div className="capture-line">
      <p>
        <strong>{t(`capture-outcome.${capture.outcome}`)}</strong>,{" "}
        {program === null ? t("link.how.by-hand") : t("link.how.own-program", { program: `${program.name} ${program.version}` })},{" "}
        <Link to={`/custody/${capture.seq}`}>{formatSecond(capture.endedAt)}</Link> <span className="quiet">{capture.byName}</span>
      </p>
      <p>
        {items.length === 0 ? t("link.kept-none") : t("link.kept", { count: items.length })} <Items items={items} />
        {typeof capture.exitCode === "number" ? <span className="quiet"> {t("link.exit", { code: capture.exitCode })}</span> : null}
      </p>
      {capture.did === null ? null : (
        <p>
          <IsolatedText text={capture.did} />
        </p>
      )}
      <p className="quiet small">
        {clockCheck === "not-done"
          ? t("capture.clock-not-done")
          : `${clockCheck.reference ?? t("searches.withheld")}: ${clockCheck.offsetSec} s ± ${clockCheck.plusMinusSec} s`}
        . {missingWords(minimum)}
      </p>
      {given === null || given === "withheld" ? null : (
        <details>
          <summary>{t("link.arguments")}</summary>
          <p className="mono">
            <IsolatedText text={given.join(" ")} />
          </p>
        </details>
      )}
    </div>
  );
}

function Items({ items }: { items: readonly ItemId[] }) {
  return items.map((item) => (
    <Link key={item} className="item-number" to={`/items/${item}`}>
      {formatNumber(Number(item.slice(1)))}
    </Link>
  ));
}

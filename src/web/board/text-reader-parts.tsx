/** Pieces around a text that is read: pages of a long one, what marks mean, how far the rules are, which events are remembered. */
import type { ReactNode } from "react";
import type { EventId, EventSort } from "../../core/event/event.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { partKey } from "./proposal-rows.ts";
import { sortWords } from "./proposal-words.ts";
import { addressOfText } from "./text-list.tsx";
import type { ReadableText } from "./text-queries.ts";
import type { Proposing } from "./use-proposals.ts";

/** A long export comes in pages; a text that ends early says so. */
export function Pages({ readable: { item, from, next, total, cut } }: { readonly readable: ReadableText }) {
  const left = cut.reduce((sum, { leftOut }) => sum + leftOut, 0);
  if (from === 0 && next === null && left === 0) return null;
  const back = Math.max(0, from - 200);
  return (
    <p className="text-legend small">
      {left > 0 ? <strong>{t("claims.texts.cut", { count: left })}</strong> : null}
      {from === 0 && next === null ? null : (
        <span>{t("claims.texts.parts-shown", { from: from + 1, to: next ?? total, count: total })}</span>
      )}
      {from > 0 ? <Link to={`${addressOfText(item)}&from=${back}`}>{t("claims.texts.parts-before")}</Link> : null}
      {next === null ? null : <Link to={`${addressOfText(item)}&from=${next}`}>{t("claims.texts.parts-after")}</Link>}
    </p>
  );
}

/** One shape for each, so that none rests on colour alone. */
export function Legend() {
  return (
    <p className="text-legend small" aria-label={t("claims.texts.legend")}>
      {(["accepted", "proposed", "value", "hedge", "negation"] as const).map((sort) => (
        <span key={sort} className={`mark-${sort}`}>
          {t(`claims.texts.legend.${sort}`)}
        </span>
      ))}
    </p>
  );
}

export function HowFar({ proposing }: { readonly proposing: Proposing }) {
  const { state, share, proposals, says, stop, again } = proposing;
  const percent = Math.floor(share * 100);
  if (state === "fault") return <ErrorNotice error={new Error(t("claims.texts.fault", { why: says }))} onRetry={again} />;
  if (state === "done") return null;
  return (
    <div className="proposal-progress">
      {state === "reading" ? <ProgressBar progress={share} label={t("claims.texts.reading")} /> : null}
      <p className="small">
        {state === "reading"
          ? t("claims.texts.reading-share", { percent, count: proposals.length })
          : t("claims.texts.stopped", { percent })}
      </p>
      <button type="button" className="button" onClick={state === "reading" ? stop : again}>
        {t(state === "reading" ? "claims.texts.stop" : "claims.texts.again")}
      </button>
    </div>
  );
}

interface RememberedProps {
  readonly remembered: ReadonlyMap<EventSort, EventId>;
  readonly onForget: (sort: EventSort) => void;
}

export function Remembered({ remembered, onForget }: RememberedProps) {
  if (remembered.size === 0) return null;
  return (
    <ul className="proposal-remembered small" aria-label={t("claims.proposals.remembered")}>
      {[...remembered].map(([sort, event]) => (
        <li key={sort}>
          {sortWords(sort)} → {event}
          <button
            type="button"
            className="button is-bare"
            aria-label={t("claims.proposals.forget", { sort: sortWords(sort) })}
            onClick={() => onForget(sort)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Unread({ unread }: { readonly unread: Proposing["unread"] }) {
  if (unread.length === 0) return null;
  return (
    <details className="proposal-fold">
      <summary>{t("claims.texts.unread", { count: unread.length })}</summary>
      <ul className="assistant-refused">
        {unread.slice(0, 200).map(({ part, span, words, why }) => (
          <li key={`${partKey(part)} ${span.start}`}>
            <span dir="auto">
              <IsolatedText text={words} />
            </span>
            <span className="quiet small">{why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface TurnsProps {
  readonly view: "text" | "proposals";
  readonly waiting: number;
  readonly onView: (view: "text" | "proposals") => void;
  readonly text: ReactNode;
  readonly proposals: ReactNode;
}

/** On a narrow screen one at a time. The text stays, unseen, so that words selected in it can be used. */
export function Turns({ view, waiting, onView, text, proposals }: TurnsProps) {
  return (
    <>
      <div className="texts-turns" role="group" aria-label={t("claims.texts.views")}>
        <button type="button" className="button" aria-pressed={view === "text"} onClick={() => onView("text")}>
          {t("claims.texts.tab-text")}
        </button>
        <button type="button" className="button" aria-pressed={view === "proposals"} onClick={() => onView("proposals")}>
          {t("claims.texts.tab-proposals", { count: waiting })}
        </button>
      </div>
      <div hidden={view !== "text"} className="texts-turn">
        {text}
      </div>
      <div hidden={view !== "proposals"} className="texts-turn">
        {proposals}
      </div>
    </>
  );
}

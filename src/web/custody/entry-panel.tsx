/** One entry in full: what it says, what stands behind its time, and on demand the line itself. */
import type { CustodyEntry } from "../../api/custody.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { EntrySummary, kindWords } from "./entry-words.tsx";
import { formatSecond } from "./format-second.ts";
import { ProofMark, ProofSentences } from "./proof-mark.tsx";

/** More items than this are counted, not listed. */
const mostItems = 60;

interface EntryPanelProps {
  readonly entry: CustodyEntry;
  readonly bodyOpen: boolean;
  readonly onBody: () => void;
}

export function EntryPanel({ entry, bodyOpen, onBody }: EntryPanelProps) {
  return (
    <div className="entry-panel">
      <p className="entry-said">
        <EntrySummary entry={entry} />
      </p>
      <dl className="fact-list">
        <div>
          <dt>{t("entry.at")}</dt>
          <dd>
            {entry.at === undefined ? (
              <span className="quiet">{t("entry.no-words")}</span>
            ) : (
              <>
                {formatSecond(entry.at)} <span className="quiet">{t("entry.at-basis")}</span>
              </>
            )}
            {entry.clockSteppedBack ? (
              <span className="chip is-long tone-conflict">
                <ToneMark tone="conflict" />
                {t("entry.stepped-back-long")}
              </span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{t("entry.kind")}</dt>
          <dd>
            {kindWords(entry.kind)} <span className="mono quiet">{entry.kind}</span>
          </dd>
        </div>
        <div>
          <dt>{t("entry.by")}</dt>
          <dd>
            {entry.byName === undefined ? <span className="quiet">{t("entry.no-words")}</span> : <IsolatedText text={entry.byName} />}{" "}
            <span className="mono quiet">{entry.by}</span>
          </dd>
        </div>
        <div>
          <dt>{t("entry.signed")}</dt>
          <dd>{t(entry.signed ? "entry.signed-yes" : "entry.signed-no")}</dd>
        </div>
        {entry.items.length === 0 ? null : (
          <div>
            <dt>{t("entry.items")}</dt>
            <dd>
              {entry.items.slice(0, mostItems).map((item) => (
                <Link key={item} to={`/items/${item}`} className="same-link">
                  {item.slice(1)}
                </Link>
              ))}
              {entry.items.length > mostItems ? (
                <span className="quiet">{t("entry.items-more", { count: entry.items.length - mostItems })}</span>
              ) : null}
            </dd>
          </div>
        )}
        <div>
          <dt>{t("entry.head")}</dt>
          <dd className="mono">{entry.head}</dd>
        </div>
      </dl>
      <section>
        <h3>{t("entry.proof")}</h3>
        <ProofMark proof={entry.proof} />
        <ProofSentences proof={entry.proof} />
      </section>
      {entry.body === undefined ? null : (
        <section>
          <h3>{t("entry.body")}</h3>
          <button type="button" className="button" aria-expanded={bodyOpen} onClick={onBody}>
            {t(bodyOpen ? "entry.body-hide" : "entry.body-show")}
            <kbd aria-hidden="true">L</kbd>
          </button>
          {bodyOpen ? (
            <>
              <p className="quiet">{t("entry.body-what")}</p>
              <pre className="entry-body mono" tabIndex={0} aria-label={t("entry.body")}>
                {shownJson(entry.body)}
              </pre>
            </>
          ) : null}
        </section>
      )}
    </div>
  );
}

/** JSON escapes control characters itself; direction and zero-width marks it leaves as they are. Line feeds are ours. */
function shownJson(body: CustodyEntry["body"]): string {
  return JSON.stringify(body, null, 2).split("\n").map(visibleText).join("\n");
}

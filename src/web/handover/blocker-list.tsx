/** What keeps an edition back, under who can lift it; each with how, and the way there. */
import type { BlockerRow } from "../../api/editions.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function BlockerList({ blockers }: { readonly blockers: readonly BlockerRow[] }) {
  if (blockers.length === 0)
    return (
      <p className="chip" role="status">
        <ToneMark tone="agree" /> {t("handover.no-blockers")}
      </p>
    );
  return (
    <div role="status">
      <h2>
        <ToneMark tone="conflict" /> {t("handover.blockers", { count: blockers.length })}
      </h2>
      {[...Map.groupBy(blockers, ({ who }) => who)].map(([who, own]) => (
        <section key={who} className="handover-lifts" aria-label={t("handover.lifts", { who })}>
          <h3>
            {t("handover.lifts", { who: "" })}
            <IsolatedText text={who} /> <span className="quiet">({own.length})</span>
          </h3>
          <ul className="handover-blockers">
            {own.map(({ code, what, why, how }, at) => {
              const to = wayTo(what, code);
              return (
                <li key={`${code} ${what} ${at}`}>
                  <p>
                    <strong>
                      <IsolatedText text={what} />
                    </strong>
                  </p>
                  <p>
                    <IsolatedText text={why} />
                  </p>
                  <p>
                    <span className="quiet">{t("handover.how-lifted")} </span>
                    <IsolatedText text={how} /> {to === undefined ? null : <Link to={to}>{t("handover.go-there")}</Link>}
                  </p>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

const atRedaction: ReadonlySet<string> = new Set([
  ...[
    "protected-not-covered",
    "not-viewed-whole",
    "mark-unreadable",
    "region-unmarked",
    "detection-unread",
    "words-loose",
    "text-not-read",
  ],
]);

/** Where it can be lifted, by the record that it names. */
function wayTo(what: string, code: string): string | undefined {
  const finding = /\bf[1-9][0-9]*\b/.exec(what)?.[0];
  const item = /\bi[1-9][0-9]*\b/.exec(what)?.[0];
  if (atRedaction.has(code)) return item === undefined ? undefined : `/redact/${item}`;
  if (code === "stale-grounds") return "/work?part=stale";
  if (finding !== undefined) return `/review/${finding}`;
  return item === undefined ? undefined : `/items/${item}`;
}

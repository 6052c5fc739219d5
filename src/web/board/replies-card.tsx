/** One request for a reply: its state in words, what was asked of whom about what, and every response word for word. */
import { useId } from "react";
import type { ReplyRow } from "../../api/claims.ts";
import { Prose } from "../bench/prose.tsx";
import { formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { claimPath } from "./board-address.ts";
import { isClaim } from "./derivation-graph.ts";

const tones: Readonly<Record<ReplyRow["state"], Tone>> = { waiting: "unknown", answered: "agree", silent: "narrower" };

interface ReplyCardProps {
  readonly reply: ReplyRow;
  readonly onRecord: (() => void) | undefined;
  readonly onWithdraw: (() => void) | undefined;
}

export function ReplyCard({ reply, onRecord, onWithdraw }: ReplyCardProps) {
  const title = useId();
  const { id, to, toLabel, toWords, about, sentAt, deadline, way, asked, state, responses, withdrawn } = reply;
  return (
    <article className={withdrawn === undefined ? "reply" : "reply is-withdrawn"} aria-labelledby={title} data-reply={id}>
      <header className="reply-head">
        <h2 id={title}>
          <IsolatedText text={toWords} />
        </h2>
        {to === "unknown" ? null : (
          <Link to={`/sources/${to}`}>
            <IsolatedText text={toLabel ?? to} />
          </Link>
        )}
        <span className="mono quiet">{id}</span>
        <span className="chip reply-state">
          <ToneMark tone={tones[state]} />
          {t(`claims.reply.state.${state}`)}
        </span>
      </header>
      {withdrawn === undefined ? null : (
        <p>
          <IsolatedText text={t("events.withdrawn-because", { reason: withdrawn })} />
        </p>
      )}
      <dl className="board-facts">
        <div>
          <dt>{t("claims.reply.about")}</dt>
          <dd>
            <ul className="board-lines">
              {about.map(({ record, says, withdrawn: gone }) => (
                <li key={record}>
                  <Link className="mono" to={isClaim(record as "k1") ? claimPath(record as "k1") : `/events/${record}`}>
                    {record}
                  </Link>{" "}
                  <IsolatedText text={says} /> {gone ? <span className="sign">{t("events.withdrawn")}</span> : null}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t("claims.reply.sent")}</dt>
          <dd>
            <InstantWords instant={sentAt} />, <IsolatedText text={way} />
          </dd>
        </div>
        <div>
          <dt>{t("claims.reply.deadline")}</dt>
          <dd>{deadline === null ? t("claims.reply.no-deadline") : <InstantWords instant={deadline} />}</dd>
        </div>
        <div>
          <dt>{t("claims.reply.asked")}</dt>
          <dd>
            <blockquote className="board-quote">
              <Prose text={asked} />
            </blockquote>
          </dd>
        </div>
        {responses.map(({ received, response, item, late, seq }) => (
          <div key={seq}>
            <dt>{t("claims.reply.response")}</dt>
            <dd>
              <blockquote className="board-quote">
                <Prose text={response} />
              </blockquote>
              <p className="small quiet">
                <InstantWords instant={received} />
                {late ? `, ${t("claims.reply.late")}` : null}
                {item === null ? null : (
                  <>
                    , <Link to={`/items/${item}`}>{item}</Link>
                  </>
                )}
              </p>
            </dd>
          </div>
        ))}
      </dl>
      {onRecord === undefined || onWithdraw === undefined ? null : (
        <p className="board-actions">
          <button type="button" className="button is-small" aria-label={`${t("claims.reply.record")} ${id}`} onClick={onRecord}>
            {t("claims.reply.record")}
          </button>
          <button type="button" className="button is-small" aria-label={`${t("events.withdraw")} ${id}`} onClick={onWithdraw}>
            {t("events.withdraw")}
          </button>
        </p>
      )}
    </article>
  );
}

function InstantWords({ instant }: { instant: string }) {
  return <>{t("claims.reply.utc", { at: formatInstant(instant) ?? instant })}</>;
}

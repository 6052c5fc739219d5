/** One picture beside a text: covered, with its words, what it is said to show, and what stands against that. */
import { useState } from "react";
import type { z } from "zod";
import type { EventsAnswer } from "../../api/events.ts";
import type { ExhibitRow } from "../../api/exhibits.ts";
import { exhibitApi } from "../api-client/exhibit-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { ExhibitDialog } from "./exhibits-dialog.tsx";
import { MismatchList } from "./exhibits-mismatches.tsx";

export type CaseEvents = z.infer<typeof EventsAnswer>["events"];

interface ExhibitCardProps {
  readonly exhibit: ExhibitRow;
  readonly events: CaseEvents;
  readonly readOnly: boolean;
}

export function ExhibitCard({ exhibit, events, readOnly }: ExhibitCardProps) {
  const [dialog, setDialog] = useState<"describe" | "withdraw">();
  const { id, item, beside, shown, shows, mismatches, notCompared, said } = exhibit;
  const described = shows !== "undescribed";
  const general = mismatches.filter(({ event }) => event === null);
  const against = mismatches.filter(({ event }) => event !== null && (!described || exhibit.bearsOn.some((one) => one === event)));
  const title =
    shown.is === "picture"
      ? t("claims.exhibits.picture", { number: shown.picture + 1 })
      : t("claims.exhibits.item", { number: shown.item.slice(1) });
  return (
    <article className="exhibit" aria-label={`${title} ${t("claims.exhibits.of")} ${beside.name}`}>
      <div className="exhibit-picture">
        {item === null ? (
          <span className="quiet small">{t("claims.exhibits.not-held")}</span>
        ) : (
          <Link to={`/items/${item.item}`} aria-label={t("claims.exhibits.open-item", { number: item.item.slice(1) })}>
            <Shielded item={item.item} kind={item.kind} poster={item.poster} />
          </Link>
        )}
      </div>
      <div className="exhibit-body">
        <h2 className="exhibit-title">
          {title} <span className="quiet">{t("claims.exhibits.of")}</span>{" "}
          <Link to={`/items/${beside.item}`}>
            <IsolatedText text={beside.name} />
          </Link>
        </h2>
        <ExhibitWordsList exhibit={exhibit} />
        {item === null && exhibit.pointsAt !== null ? (
          <p className="small quiet">
            {t("claims.exhibits.points-at")} <IsolatedText text={exhibit.pointsAt} />
          </p>
        ) : null}
        <p className="exhibit-shows">
          <span className="chip is-long">
            <ToneMark
              tone={toneOf(
                exhibit,
                [...general, ...against].some(({ answer }) => answer === null),
              )}
            />
            <span>
              <ShowsWords exhibit={exhibit} events={events} />
            </span>
          </span>
          {id === null ? null : <span className="mono quiet small">{id}</span>}
        </p>
        {said === null ? null : (
          <p className={said.withdrawn === null ? "small" : "small is-withdrawn"}>
            <span className="quiet">{t("claims.exhibits.why", { name: said.byName })}</span> <IsolatedText text={said.reason} />
            {said.withdrawn === null ? null : (
              <span className="quiet">
                {" "}
                {t("claims.exhibits.taken-back")} <IsolatedText text={said.withdrawn} />
              </span>
            )}
          </p>
        )}
        <MismatchList
          mismatches={[...general, ...against]}
          title={t(described ? "claims.exhibits.against" : "claims.exhibits.would-stand")}
        />
        {notCompared.length === 0 ? null : (
          <details className="small quiet">
            <summary>{t("claims.exhibits.not-compared", { count: notCompared.length })}</summary>
            <ul className="plain-list">
              {notCompared.map((line) => (
                <li key={line}>
                  <IsolatedText text={line} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {readOnly ? null : (
          <p className="exhibit-actions">
            <button type="button" className={described ? "button" : "button is-main"} onClick={() => setDialog("describe")}>
              {t(described ? "claims.exhibits.change" : "claims.exhibits.describe")}
            </button>
            {id === null ? null : (
              <button type="button" className="button" onClick={() => setDialog("withdraw")}>
                {t("claims.exhibits.withdraw")}
              </button>
            )}
          </p>
        )}
      </div>
      {dialog === "describe" ? (
        <ExhibitDialog exhibit={exhibit} events={events} title={title} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === "withdraw" && id !== null ? (
        <ReasonDialog
          title={t("claims.exhibits.withdraw-title", { id })}
          action={t("claims.exhibits.withdraw")}
          write={(reason) => exhibitApi.withdraw(id, reason)}
          said={t("claims.exhibits.withdrawn", { id })}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </article>
  );
}

function toneOf({ shows }: ExhibitRow, open: boolean): Tone {
  if (shows === "undescribed" || shows.is === "unknown") return "unknown";
  if (shows.is === "something-else") return "conflict";
  return open ? "narrower" : "agree";
}

function ExhibitWordsList({ exhibit: { words, captionTyped, mismatches } }: { readonly exhibit: ExhibitRow }) {
  const lines = (["caption", "credit", "alt"] as const).flatMap((at) => (words[at] === null ? [] : [{ at, text: words[at] }]));
  if (lines.length === 0) return <p className="small quiet">{t("claims.exhibits.no-words")}</p>;
  return (
    <dl className="exhibit-words">
      {lines.map(({ at, text }) => (
        <div key={at}>
          <dt>{t(at === "caption" && captionTyped ? "claims.exhibits.words.caption-typed" : `claims.exhibits.words.${at}`)}</dt>
          <dd>
            <MarkedWords text={text} marks={mismatches.flatMap(({ words: own }) => (own?.at === at ? [own] : []))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ShowsWords({ exhibit: { shows, bearsOn, mismatches }, events }: { readonly exhibit: ExhibitRow; readonly events: CaseEvents }) {
  if (shows === "undescribed") return <>{t("claims.exhibits.undescribed")}</>;
  if (shows.is === "unknown") return <>{t("claims.exhibits.shows-unknown")}</>;
  if (shows.is === "something-else") return <>{t(`claims.exhibits.else.${shows.sort}`)}</>;
  const open = mismatches.some(({ event, answer }) => answer === null && (event === null || bearsOn.some((one) => one === event)));
  return (
    <>
      {t("claims.exhibits.shows")}{" "}
      {bearsOn.map((id, at) => (
        <span key={id}>
          {at === 0 ? "" : ", "}
          <Link to={`/events/${id}`}>
            {id} <IsolatedText text={events.find((event) => event.id === id)?.title ?? ""} />
          </Link>
        </span>
      ))}
      {". "}
      {t(open ? "claims.exhibits.blocked" : "claims.exhibits.citable")}
    </>
  );
}

/** What a mismatch rests on is underlined in its words. Marks that overlap are drawn as one. */
function MarkedWords({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}) {
  const inside = (at: number) => marks.some(({ start, end }) => start <= at && at < end);
  const edges = [
    ...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [Math.min(start, text.length), Math.min(end, text.length)])]),
  ];
  const cuts = edges.toSorted((a, b) => a - b);
  return (
    <>
      {cuts.slice(0, -1).map((start, at) => {
        const part = <IsolatedText text={text.slice(start, cuts[at + 1])} />;
        return inside(start) ? <mark key={start}>{part}</mark> : <span key={start}>{part}</span>;
      })}
    </>
  );
}

/** One identification as it was recorded: three rungs, each with what it rests on, and the caveats that belong to it. */
import { useState } from "react";
import type { IdentificationRow } from "../../api/identifications.ts";
import { identificationApi } from "../api-client/identification-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { StaleNotice } from "../work/stale-notice.tsx";
import { t } from "../words/t.ts";
import type { CaseEvents } from "./exhibits-card.tsx";
import { Assertions } from "./identifications-assertions.tsx";
import { Meanings } from "./identifications-marks.tsx";
import { ObservationTime } from "./observation-time.tsx";
import { TaxonomyAnswer } from "./identifications-tree.tsx";
import { featureWords } from "./identifications-words.ts";

interface CardProps {
  readonly row: IdentificationRow;
  readonly events: CaseEvents;
  readonly readOnly: boolean;
  readonly onChange: () => void;
}

export function IdentificationCard({ row, events, readOnly, onChange }: CardProps) {
  const [leaving, setLeaving] = useState(false);
  const { id, item, shown, event, what, result, withdrawn } = row;
  const title = what === "withheld" ? t("events.withheld") : what.subject;
  return (
    <article className={withdrawn === undefined ? "exhibit" : "exhibit is-withdrawn"} aria-label={`${id} ${title}`}>
      <div className="exhibit-picture">
        {shown === null ? null : (
          <Link to={`/items/${item}`} aria-label={t("claims.exhibits.open-item", { number: item.slice(1) })}>
            <Shielded item={item} kind={shown.kind} poster={shown.poster} />
          </Link>
        )}
      </div>
      <div className="exhibit-body">
        <h2 className="exhibit-title">
          {title} <span className="quiet">{t("claims.identifications.in")}</span>{" "}
          <Link to={`/items/${item}`}>
            <IsolatedText text={shown?.name ?? item} />
          </Link>{" "}
          <span className="mono quiet small">{id}</span>
        </h2>
        <StaleNotice record={id} />
        <p className="small">
          {event === "unassigned" ? (
            <span className="quiet">{t("claims.identifications.no-event")}</span>
          ) : (
            <>
              <span className="quiet">{t("claims.identifications.about")}</span>{" "}
              <Link to={`/events/${event}`}>
                {event} <IsolatedText text={events.find((one) => one.id === event)?.title ?? ""} />
              </Link>
            </>
          )}
        </p>
        {what === "withheld" || result === "withheld" ? (
          <p className="quiet">{t("events.withheld")}</p>
        ) : (
          <Rungs what={what} result={result} observed={row.observations} cited={row.claims} />
        )}
        {withdrawn === undefined ? null : (
          <p className="small">
            <span className="quiet">{t("claims.exhibits.taken-back")}</span> <IsolatedText text={withdrawn} />
          </p>
        )}
        {readOnly ? null : (
          <p className="exhibit-actions">
            <button type="button" className="button" onClick={onChange}>
              {t("claims.identifications.change")} <span className="visually-hidden">{id}</span>
            </button>
            {withdrawn === undefined ? (
              <button type="button" className="button" onClick={() => setLeaving(true)}>
                {t("claims.exhibits.withdraw")} <span className="visually-hidden">{id}</span>
              </button>
            ) : null}
          </p>
        )}
      </div>
      {leaving ? (
        <ReasonDialog
          title={t("events.withdraw-title", { id })}
          action={t("claims.exhibits.withdraw")}
          write={(reason) => identificationApi.withdraw(id, reason)}
          said={t("claims.identifications.withdrawn", { id })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </article>
  );
}

type Told = Exclude<IdentificationRow["what"], "withheld">;
type Result = Exclude<IdentificationRow["result"], "withheld">;

interface RungsProps {
  readonly what: Told;
  readonly result: Result;
  readonly observed: IdentificationRow["observations"];
  readonly cited: IdentificationRow["claims"];
}

function Rungs({ what, result, observed, cited }: RungsProps) {
  return (
    <ol className="rungs">
      <li>
        <h3>{t("claims.identifications.rung.seen")}</h3>
        {what.seen.length === 0 ? <p className="quiet">{t("claims.identifications.no-features")}</p> : null}
        <ul className="plain-list">
          {what.seen.map(({ feature, state, observations }) => (
            <li key={feature}>
              {featureWords(feature)}: <strong>{t(`claims.identifications.feature.${state}`)}</strong>{" "}
              <Observed ids={observations} observed={observed} />
            </li>
          ))}
        </ul>
        {result.vehicle === null ? null : (
          <details>
            <summary>
              {result.vehicle.deepest === null
                ? t(result.vehicle.contradicts ? "claims.identifications.contradicts" : "claims.identifications.nothing-speaks")
                : result.vehicle.deepest.label}
              {result.vehicle.cannotExclude.length < 2 ? null : (
                <span className="quiet">
                  {" "}
                  {t("claims.identifications.not-separated")} {result.vehicle.cannotExclude.map(({ label }) => label).join(", ")}
                </span>
              )}
            </summary>
            <TaxonomyAnswer answer={result.vehicle} headed />
          </details>
        )}
      </li>
      <li>
        <h3>{t("claims.identifications.rung.means")}</h3>
        {result.marks.length === 0 ? <p className="quiet">{t("claims.identifications.no-marks")}</p> : null}
        {result.marks.map((mark) => (
          <div key={`${mark.marking} ${mark.day} ${mark.basis}`}>
            <p>
              {mark.label} <span className="quiet">{t("claims.identifications.on-day", { day: mark.day })}</span>{" "}
              <span className="quiet small">
                <IsolatedText text={mark.basis} />
              </span>
            </p>
            <Meanings usedBy={mark.usedBy} otherDays={[]} />
          </div>
        ))}
      </li>
      <li>
        <h3>{t("claims.identifications.rung.actor")}</h3>
        <p>
          <strong>
            {result.actor.state === "unknown" ? t("claims.identifications.actor-unknown") : <IsolatedText text={result.actor.words} />}
          </strong>
        </p>
        <p className="small quiet">
          {t(`claims.identifications.actor.${result.actor.state}`, {
            kinds: result.actor.kinds.map((kind) => t(`claims.identifications.basis.${kind}`)).join(", "),
          })}
        </p>
      </li>
      <li>
        <h3>{t("claims.identifications.rung.unit")}</h3>
        <p>{t(`claims.identifications.unit.${result.unit.state}`)}</p>
        <Assertions assertions={result.unit.assertions} cited={cited} />
        {result.unit.speech.map((token) => (
          <p key={token.words} className="small">
            {t("claims.identifications.token-line", {
              words: token.words,
              count: token.readings.length,
              readings: token.readings.join(" / "),
            })}
          </p>
        ))}
        {result.unit.ofOtherEvents.length === 0 ? null : (
          <details className="small">
            <summary>{t("claims.identifications.said-elsewhere", { count: result.unit.ofOtherEvents.length })}</summary>
            <p className="quiet">{t("claims.identifications.not-carried")}</p>
            <Assertions assertions={result.unit.ofOtherEvents} cited={cited} withEvent />
          </details>
        )}
      </li>
      {result.caveats.length === 0 ? null : (
        <li className="rung-caveats">
          <h3>{t("claims.identifications.caveats")}</h3>
          <ul className="plain-list small">
            {result.caveats.map((caveat) => (
              <li key={caveat}>{t(`claims.identifications.caveat.${caveat}`)}</li>
            ))}
          </ul>
        </li>
      )}
    </ol>
  );
}

/** What states a feature, with its time code; what was taken back since says so. */
function Observed({ ids, observed }: { readonly ids: readonly string[]; readonly observed: IdentificationRow["observations"] }) {
  if (ids.length === 0) return <span className="quiet small">{t("claims.identifications.no-observation")}</span>;
  return (
    <>
      {observed
        .filter(({ id }) => ids.includes(id))
        .map(({ id, text, target, withdrawn }) => (
          <span key={id} className={withdrawn === undefined ? "observed small" : "observed small is-withdrawn"}>
            <span className="mono">{id}</span>{" "}
            <span className="quiet">
              <ObservationTime target={target} />
            </span>{" "}
            <IsolatedText text={text} />
            {withdrawn === undefined ? null : <span className="tone-conflict"> {t("claims.identifications.observation-withdrawn")}</span>}
          </span>
        ))}
    </>
  );
}

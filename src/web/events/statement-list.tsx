/** Places and times that people stated of a record, each with its standing and what it rests on; stated, changed and rejected here. */
import { useState } from "react";
import type { PlaceStatement, Statements, TimeStatement } from "../../api/events.ts";
import type { StatedOf } from "../../core/place/place-statement.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { WrittenLine } from "../bench/written-line.tsx";
import { placeWords } from "../claims/place-words.ts";
import { StandingMark } from "../claims/standing-mark.tsx";
import { PlaceDialog, TimeDialog } from "./statement-dialogs.tsx";

type Open = { readonly sort: "place"; readonly old?: PlaceStatement } | { readonly sort: "time"; readonly old?: TimeStatement };

interface StatementListProps {
  readonly about: StatedOf;
  readonly statements: Statements;
  /** False for a withdrawn event: the case would refuse them. */
  readonly takesMore?: boolean;
}

export function StatementList({ about, statements, takesMore = true }: StatementListProps) {
  const [open, setOpen] = useState<Open>();
  const { places, times } = statements;
  return (
    <section className="record-part" aria-label={t("statements.title")}>
      <div className="record-part-head">
        <h3>{t("statements.title")}</h3>
        {takesMore ? (
          <>
            <button type="button" className="button is-small" onClick={() => setOpen({ sort: "place" })}>
              {t("statements.add-place")}
            </button>
            <button type="button" className="button is-small" onClick={() => setOpen({ sort: "time" })}>
              {t("statements.add-time")}
            </button>
          </>
        ) : null}
      </div>
      {places.length + times.length === 0 ? <p className="quiet">{t("statements.none")}</p> : null}
      <ul className="record-lines">
        {places.map((place) => (
          <li key={place.id} className={place.standing === "rejected" ? "is-withdrawn" : ""}>
            <p className="record-line-head">
              <StandingMark standing={place.standing} />
              <span>{place.claim === "withheld" ? t("events.withheld") : placeWords(place.claim)}</span>
              {takesMore ? <Change id={place.id} onPress={() => setOpen({ sort: "place", old: place })} /> : null}
            </p>
            {place.claim === "withheld" ? null : (
              <p className="small quiet">
                {t(`place.mean.${place.claim.means}`)}.{" "}
                <IsolatedText text={t("place.basis", { precision: place.claim.precision, basis: place.claim.basis })} />
              </p>
            )}
            <Why statement={place} />
          </li>
        ))}
        {times.map((time) => (
          <li key={time.id} className={time.standing === "rejected" ? "is-withdrawn" : ""}>
            <p className="record-line-head">
              <StandingMark standing={time.standing} />
              <span>{time.claim === "withheld" ? t("events.withheld") : <TimeText claim={time.claim} full />}</span>
              {takesMore ? <Change id={time.id} onPress={() => setOpen({ sort: "time", old: time })} /> : null}
            </p>
            <Why statement={time} />
          </li>
        ))}
      </ul>
      {open?.sort === "place" ? <PlaceDialog about={about} old={open.old} onClose={() => setOpen(undefined)} /> : null}
      {open?.sort === "time" ? <TimeDialog about={about} old={open.old} onClose={() => setOpen(undefined)} /> : null}
    </section>
  );
}

function Change({ id, onPress }: { id: string; onPress: () => void }) {
  return (
    <button type="button" className="button is-bare is-small" aria-label={`${t("events.change")} ${id}`} onClick={onPress}>
      {t("events.change")}
    </button>
  );
}

function Why({ statement }: { statement: PlaceStatement | TimeStatement }) {
  const { id, from, reason, byName, at, seq } = statement;
  return (
    <>
      <p className="small">
        <IsolatedText text={t("statements.because", { reason })} />
      </p>
      <p className="quiet small">
        {id} · <WrittenLine byName={byName} at={at} seq={seq} />
        {from === null ? null : (
          <>
            {" · "}
            <Link to={`/items/${from.item}`}>
              <IsolatedText text={t("statements.from-file", { number: from.item.slice(1), where: from.where })} />
            </Link>
          </>
        )}
      </p>
    </>
  );
}

/** States what an item does for an event or hypothesis. One of the two ends is fixed by where the form stands. */
import { useId, useState } from "react";
import type { BearingPart, BearingSort } from "../../core/event/bearing.ts";
import type { EventId } from "../../core/event/event.ts";
import { ItemId } from "../../core/item/item.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { useEvents, useHypotheses, useWriting } from "./event-queries.ts";
import { bearingSorts, sortWords } from "./record-words.ts";

interface BearingFormProps {
  readonly item?: ItemId | undefined;
  readonly on?: string | undefined;
  /** The marked frames of the item, with their words, to state it of only those. */
  readonly part?: { readonly value: BearingPart; readonly words: string } | undefined;
}

export function BearingForm({ item, on, part }: BearingFormProps) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState("");
  const [sort, setSort] = useState<BearingSort>("shows");
  const [reason, setReason] = useState("");
  const [onlyPart, setOnlyPart] = useState(false);
  const hint = useId();
  const given = ItemId.safeParse(`i${typed.trim().replace(/^i/i, "")}`);
  const ofItem = item ?? (given.success ? given.data : undefined);
  const onRecord = on ?? chosen;
  const ready = ofItem !== undefined && onRecord !== "" && reason.trim() !== "";
  const writing = useWriting(
    () =>
      eventsApi.bear({
        item: ofItem as ItemId,
        on: onRecord as EventId,
        sort,
        part: onlyPart && part !== undefined ? part.value : null,
        reason: reason.trim(),
      }),
    ({ id }) => t("events.written", { id }),
    () => {
      setTyped("");
      setReason("");
    },
  );
  return (
    <form
      className="form-stack bearing-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !writing.isPending) writing.mutate(undefined);
      }}
    >
      <div className="claim-row">
        {item === undefined ? (
          <label className="label">
            <span>{t("bearings.item")}</span>
            <input
              dir="auto"
              className="field"
              value={typed}
              aria-describedby={typed !== "" && !given.success ? hint : undefined}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
        ) : (
          <RecordChoice chosen={chosen} onChoose={setChosen} />
        )}
        <label className="label">
          <span>{t("bearings.sort")}</span>
          <select className="field" value={sort} onChange={(event) => setSort(event.target.value as BearingSort)}>
            {bearingSorts.map((option) => (
              <option key={option} value={option}>
                {t(`bearing.${option}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {typed !== "" && !given.success ? (
        <p id={hint} className="small tone-conflict">
          {t("bearings.item-refused")}
        </p>
      ) : null}
      {part === undefined ? null : (
        <label className="check">
          <input type="checkbox" checked={onlyPart} onChange={(event) => setOnlyPart(event.target.checked)} />{" "}
          {t("bearings.use-range", { range: part.words })}
        </label>
      )}
      <label className="label">
        <span>{t("bearings.reason")}</span>
        <input dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
      </label>
      {sort === "none" ? <p className="small quiet">{t("bearings.none-blocks")}</p> : null}
      {writing.error === null ? null : <ErrorNotice error={writing.error} />}
      <button type="submit" className="button" disabled={!ready || writing.isPending}>
        {t("bearings.add")}
      </button>
    </form>
  );
}

function RecordChoice({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const events = useEvents().data?.events.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  const hypotheses = useHypotheses().data?.hypotheses ?? [];
  if (events.length + hypotheses.length === 0)
    return (
      <p className="small">
        {t("bearings.on-none")} <Link to="/events">{t("bearings.on-make")}</Link>
      </p>
    );
  return (
    <label className="label">
      <span>{t("bearings.on")}</span>
      <select className="field" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t("links.choose")}</option>
        <optgroup label={t("events.list.events")}>
          {events.map((event) => (
            <option key={event.id} value={event.id}>
              {`${event.id} ${sortWords(event)}: ${event.title}`}
            </option>
          ))}
        </optgroup>
        <optgroup label={t("events.list.hypotheses")}>
          {hypotheses.map((hypothesis) => (
            <option key={hypothesis.id} value={hypothesis.id}>
              {`${hypothesis.id} ${hypothesis.statement}`}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

/**
 * Makes an event, or changes one. A new one is asked for its sort first, alone: what was filmed, its filming and its posting
 * are different events, and one form for all of them would join them.
 */
import { useState } from "react";
import type { EventRow } from "../../api/events.ts";
import type { EventId, EventSort } from "../../core/event/event.ts";
import type { EventRelation } from "../../core/event/event-link.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { draftOfPlace, emptyPlace, type PlaceDraft, PlaceFields, readPlace } from "../claims/place-fields.tsx";
import { draftOfTime, emptyTime, TimeFields, readTime } from "../claims/time-fields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { useWriting } from "./event-queries.ts";
import { SortChoice } from "./sort-choice.tsx";

export interface LinkWanted {
  readonly relation: EventRelation;
  readonly to: Pick<EventRow, "id" | "title">;
}

interface EventDialogProps {
  /** The event to change; undefined for a new one. */
  readonly event?: EventRow | undefined;
  /** A new one that is linked as soon as it is made. */
  readonly link?: LinkWanted | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function EventDialog({ event, link, onClose, onMade }: EventDialogProps) {
  const [sort, setSort] = useState<EventSort | undefined>(event?.sort ?? sortOf(link));
  const title =
    event === undefined
      ? t("event-form.new")
      : t(event.withdrawn === undefined ? "event-form.change" : "event-form.anew", { id: event.id });
  return (
    <Dialog title={title} onClose={onClose} wide>
      {sort === undefined ? (
        <SortChoice onChoose={setSort} />
      ) : (
        <EventForm sort={sort} onSortAgain={() => setSort(undefined)} event={event} link={link} onClose={onClose} onMade={onMade} />
      )}
    </Dialog>
  );
}

function sortOf(link: LinkWanted | undefined): EventSort | undefined {
  if (link?.relation === "filming-of") return "filming";
  return link?.relation === "posting-of" ? "posting" : undefined;
}

function EventForm({ sort, onSortAgain, event, link, onClose, onMade }: EventDialogProps & { sort: EventSort; onSortAgain: () => void }) {
  const [own, setOwn] = useState(event?.sortWords ?? "");
  const [title, setTitle] = useState(event?.title ?? "");
  const [time, setTime] = useState(() => (event === undefined ? emptyTime() : draftOfTime(event.time)));
  const [place, setPlace] = useState(() => draftOfPlace(event?.place ?? "unknown", sort === "posting" ? "posted-from" : "happened"));
  const [from, setFrom] = useState(() => draftOfPlace(event?.movement?.from ?? "unknown", "happened"));
  const [to, setTo] = useState(() => draftOfPlace(event?.movement?.to ?? "unknown", "happened"));
  const [via, setVia] = useState<readonly PlaceDraft[]>(() => (event?.movement?.via ?? []).map((claim) => draftOfPlace(claim, "happened")));
  const [basis, setBasis] = useState("");
  const [reason, setReason] = useState("");
  const isMovement = sort === "movement";
  const readWhen = readTime(time);
  const places = [place, ...(isMovement ? [from, to, ...via] : [])].map((draft) => readPlace(draft));
  const claimOf = (at: number) => {
    const read = places[at];
    return read?.state === "read" ? read.claim : ("unknown" as const);
  };
  const ready =
    title.trim() !== "" &&
    (sort !== "other" || own.trim() !== "") &&
    readWhen.state !== "refused" &&
    places.every((read) => read.state !== "refused") &&
    (event === undefined || reason.trim() !== "") &&
    (link === undefined || basis.trim() !== "");
  const writing = useWriting(
    async () => {
      const made = await eventsApi.describeEvent({
        ...(event === undefined ? {} : { event: event.id }),
        sort,
        sortWords: sort === "other" ? own.trim() : null,
        title: title.trim(),
        time: readWhen.state === "read" ? readWhen.claim : "unknown",
        place: claimOf(0),
        movement: isMovement
          ? { from: claimOf(1), to: claimOf(2), via: via.map((_, at) => claimOf(at + 3)).filter((claim) => claim !== "unknown") }
          : null,
        reason: reason.trim(),
      });
      if (link !== undefined)
        await eventsApi.link({ from: made.id as EventId, to: link.to.id, relation: link.relation, basis: basis.trim() });
      return made;
    },
    ({ id }) => t("events.written", { id }),
    ({ id }) => {
      onClose();
      onMade(id);
    },
  );
  return (
    <form
      className="form-stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (ready && !writing.isPending) writing.mutate(undefined);
      }}
    >
      <p className="form-sort">
        <strong>{t(`event-sort.${sort}`)}</strong>
        <button type="button" className="button is-bare is-small" onClick={onSortAgain}>
          {t("event-form.sort-again")}
        </button>
      </p>
      {sort === "other" ? (
        <label className="label">
          <span>{t("event-form.sort-words")}</span>
          <input dir="auto" className="field" value={own} maxLength={200} onChange={(change) => setOwn(change.target.value)} />
        </label>
      ) : null}
      <label className="label">
        <span>{t("event-form.title")}</span>
        <input
          dir="auto"
          className="field"
          data-autofocus
          value={title}
          maxLength={500}
          onChange={(change) => setTitle(change.target.value)}
        />
      </label>
      <TimeFields legend={t("events.time")} draft={time} onDraft={setTime} mayBeUnknown />
      <PlaceFields legend={t("events.place")} draft={place} onDraft={setPlace} mayBeUnknown />
      {isMovement ? (
        <>
          <PlaceFields legend={t("events.from")} draft={from} onDraft={setFrom} mayBeUnknown />
          {via.map((draft, at) => (
            <PlaceFields
              key={at}
              legend={`${t("events.via")} ${at + 1}`}
              draft={draft}
              onDraft={(changed) => setVia(via.with(at, changed))}
              mayBeUnknown
            />
          ))}
          <button
            type="button"
            className="button"
            disabled={via.length >= 20}
            onClick={() => setVia([...via, emptyPlace("happened", true)])}
          >
            {t("event-form.add-via")}
          </button>
          <PlaceFields legend={t("events.to")} draft={to} onDraft={setTo} mayBeUnknown />
        </>
      ) : null}
      {link === undefined ? null : (
        <label className="label">
          <span>
            {t("event-form.linked-to", { relation: t(`relation.${link.relation}`), id: link.to.id, title: "" })}{" "}
            <IsolatedText text={link.to.title} />. {t("event-form.basis")}
          </span>
          <input dir="auto" className="field" value={basis} maxLength={5000} onChange={(change) => setBasis(change.target.value)} />
        </label>
      )}
      {event === undefined ? null : (
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(change) => setReason(change.target.value)} />
        </label>
      )}
      {writing.error === null ? null : <ErrorNotice error={writing.error} />}
      <button type="submit" className="button is-main" disabled={!ready || writing.isPending}>
        {t("events.save")}
      </button>
    </form>
  );
}

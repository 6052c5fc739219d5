/** What a person makes of a candidate place, and why; and, where it concerns an event, the place stated of it: as a candidate, or as rejected. */
import { useState } from "react";
import type { StatedOf } from "../../core/place/place-statement.ts";
import type { PlaceClaim, Position } from "../../core/place/region.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { formatPosition } from "../claims/place-words.ts";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import type { Judged } from "./place-draft.ts";

export interface Judging {
  readonly name: string;
  readonly at: Position;
  readonly standing: "chosen" | "rejected";
  /** Where the place is from. */
  readonly basis: string;
  /** How far off it may be; undefined where nobody says. */
  readonly radiusM: number | undefined;
  /** A reason that is offered. */
  readonly offered: string;
}

interface JudgeDialogProps {
  readonly judging: Judging;
  readonly about: StatedOf | null;
  /** The judgement is nothing but a place of an event. */
  readonly demandsEvent?: boolean;
  readonly onJudge: (judged: Judged) => void;
  readonly onClose: () => void;
}

export function JudgeDialog({ judging, about, demandsEvent = false, onJudge, onClose }: JudgeDialogProps) {
  const { name, at, standing, basis } = judging;
  const [reason, setReason] = useState(judging.offered);
  const [event, setEvent] = useState(about?.startsWith("e") === true ? about : "");
  const [radius, setRadius] = useState(judging.radiusM === undefined ? "" : String(Math.round(judging.radiusM)));
  const events = (useEvents().data?.events ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const radiusM = Number(radius.replace(",", "."));
  const done = (): void => {
    onJudge({ name: name.slice(0, 200), lat: at.lat, lon: at.lon, standing, reason: reason.trim() });
    onClose();
  };
  const stating = useWriting(
    (claim: PlaceClaim) =>
      eventsApi.statePlaces([
        { about: event as StatedOf, claim, standing: standing === "chosen" ? "candidate" : "rejected", from: null, reason: reason.trim() },
      ]),
    ({ ids }) => t("events.written", { id: ids[0] ?? "" }),
    done,
  );
  const ready = reason.trim() !== "" && (event === "" ? !demandsEvent : radiusM > 0);
  const judge = (): void => {
    if (event === "") return done();
    stating.mutate({
      ...{ means: "happened", verbatim: `${name}, ${formatPosition(at)}`, precision: t("place-judge.precision"), basis },
      region: { shape: "circle", centre: at, radiusM },
    });
  };
  return (
    <WritingDialog
      title={t(`place-judge.${standing}-title`, { name })}
      action={t(`place-judge.${standing}`)}
      writing={stating}
      write={ready ? judge : undefined}
      onClose={onClose}
    >
      <p className="small quiet">
        <span className="mono">{formatPosition(at)}</span> · {basis}
      </p>
      <label className="label">
        <span>{t("events.reason")}</span>
        <textarea className="field" data-autofocus value={reason} maxLength={2000} onChange={(change) => setReason(change.target.value)} />
      </label>
      <label className="label">
        <span>{t("place-judge.event")}</span>
        <select className="field" value={event} onChange={(change) => setEvent(change.target.value)}>
          <option value="">{demandsEvent ? "" : t("place-judge.no-event")}</option>
          {events.map(({ id, title }) => (
            <option key={id} value={id}>
              {`${id} ${title}`}
            </option>
          ))}
        </select>
      </label>
      {event === "" ? null : (
        <>
          <label className="label">
            <span>{t("place-bench.spot-radius")}</span>
            <input className="field" inputMode="decimal" value={radius} onChange={(change) => setRadius(change.target.value)} />
          </label>
          <p className="small quiet">{t(standing === "chosen" ? "place-judge.becomes-candidate" : "place-judge.becomes-rejected")}</p>
        </>
      )}
    </WritingDialog>
  );
}

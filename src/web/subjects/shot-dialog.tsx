/**
 * Counts a shot, or changes one that stands: from the item's list of sudden sounds, with their error, or from an observation. Its time can
 * be taken from a frame, which stays covered until it is revealed.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ShotRow } from "../../api/subjects.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ObservationId } from "../../core/observation/observation.ts";
import { ShotChannel } from "../../core/subject/shot.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { readSeconds, secondsWords } from "../parts/ground-seconds.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { FrameSeconds } from "./frame-seconds.tsx";
import { SecondsField } from "./seconds-field.tsx";

/** Of more than these the observation is named. */
const mostListed = 200;

interface ShotDialogProps {
  readonly item: ItemId;
  /** One that is changed, and who is told how it stood and in which line it was. */
  readonly shot?: ShotRow;
  readonly onChanged?: (before: ShotRow, line: number) => void;
  readonly onClose: () => void;
}

export function ShotDialog({ item, shot, onChanged, onClose }: ShotDialogProps) {
  const sounds = useQuery({
    queryKey: [...queryKeys.derived(item), "sound-events"],
    queryFn: ({ signal }) => api.soundEvents(item, signal),
    retry: false,
  });
  const [sound, setSound] = useState(shot?.basis.by === "sudden-sound" ? String(shot.basis.atS) : "");
  const [observation, setObservation] = useState(shot?.basis.by === "observation" ? shot.basis.observation : "");
  const [at, setAt] = useState(shot === undefined ? "" : secondsWords(shot.atS));
  const [error, setError] = useState(shot === undefined ? "" : String(shot.plusMinusS));
  const [channel, setChannel] = useState<ShotChannel>(shot?.channel ?? "heard");
  const [words, setWords] = useState(shot?.words ?? "");
  const [reason, setReason] = useState("");
  const [here, setHere] = useState<number>();
  const listed = (sounds.data?.events ?? []).slice(0, mostListed);
  const heard = listed.find(({ atSec }) => String(atSec) === sound);
  const cited = ObservationId.safeParse(observation.trim()).data;
  const atS = readSeconds(at);
  const plusMinusS = Number(error);
  const basis =
    heard === undefined
      ? cited === undefined
        ? undefined
        : ({ by: "observation", observation: cited } as const)
      : ({ by: "sudden-sound", atS: heard.atSec } as const);
  const isSaid = basis !== undefined && atS !== undefined && plusMinusS > 0 && words.trim() !== "";
  const ready = isSaid && (shot === undefined || reason.trim() !== "");
  const writing = useWriting(
    () =>
      subjectApi.countShot({
        ...(shot === undefined ? {} : { shot: shot.id, reason: reason.trim() }),
        ...{ item, atS: atS as number, plusMinusS, channel, words: words.trim() },
        basis: basis as NonNullable<typeof basis>,
      }),
    ({ id }) => t("events.written", { id }),
    ({ seq }) => {
      if (shot !== undefined) onChanged?.(shot, seq);
      onClose();
    },
  );
  const choose = (value: string): void => {
    setSound(value);
    const chosen = listed.find(({ atSec }) => String(atSec) === value);
    if (chosen === undefined) return;
    setAt(secondsWords(chosen.atSec));
    setError(String(Math.max(0.001, Math.round(chosen.plusMinusSec * 1000) / 1000)));
  };
  return (
    <WritingDialog
      title={shot === undefined ? t("shots.new-title", { item }) : t("shots.change-title", { id: shot.id })}
      before={<FrameSeconds item={item} onSeconds={setHere} />}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <p className="quiet small">{t("shots.how")}</p>
      <label className="label">
        <span>{t("shots.sound")}</span>
        <select className="field" data-autofocus value={sound} onChange={(event) => choose(event.target.value)}>
          <option value="">{listed.length === 0 ? t("shots.sounds-none") : t("shots.sound-none")}</option>
          {listed.map(({ atSec, plusMinusSec, confidence }) => (
            <option key={atSec} value={String(atSec)}>
              {`${t("shots.give-take", { at: secondsWords(atSec), error: Math.round(plusMinusSec * 1000) / 1000 })} · ${t(`shots.confidence.${confidence}`)}`}
            </option>
          ))}
        </select>
      </label>
      {heard === undefined ? (
        <label className="label">
          <span>{t("shots.observation")}</span>
          <input className="field mono" value={observation} placeholder="o3" onChange={(event) => setObservation(event.target.value)} />
        </label>
      ) : null}
      <div className="claim-row">
        <SecondsField label={t("shots.time")} value={at} onValue={setAt} />
        {here === undefined ? null : (
          <button type="button" className="button is-small subject-here" onClick={() => setAt(secondsWords(here))}>
            {t("shots.time-here", { at: secondsWords(here) })}
          </button>
        )}
        <label className="label">
          <span>{t("shots.error")}</span>
          <input
            className="field mono"
            inputMode="decimal"
            value={error}
            placeholder="0.02"
            onChange={(event) => setError(event.target.value)}
          />
        </label>
        <label className="label">
          <span>{t("shots.channel")}</span>
          <select className="field" value={channel} onChange={(event) => setChannel(event.target.value as ShotChannel)}>
            {ShotChannel.options.map((one) => (
              <option key={one} value={one}>
                {t(`shots.channel.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="label">
        <span>{t("shots.words")}</span>
        <textarea dir="auto" className="field" value={words} maxLength={5000} onChange={(event) => setWords(event.target.value)} />
      </label>
      {shot === undefined ? null : (
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
    </WritingDialog>
  );
}

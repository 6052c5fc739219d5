/** One shot that was two, and two that were one. Both are written in one go; what is taken back keeps its place and its reason. */
import { useState } from "react";
import type { ShotRow } from "../../api/subjects.ts";
import { useWriting } from "../events/event-queries.ts";
import { readSeconds, secondsWords } from "../parts/ground-seconds.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { SecondsField } from "./seconds-field.tsx";
import { halvesOf, hullOf, shotOfSpan, type ShotSpan, spanOfShot } from "./shot-span.ts";
import type { Correction } from "./use-shot-correcting.ts";

interface PartsProps {
  readonly correct: (correction: Correction) => Promise<unknown>;
  readonly onClose: () => void;
}

export function ShotSplitDialog({ shot, correct, onClose }: PartsProps & { readonly shot: ShotRow }) {
  const halves = halvesOf(spanOfShot(shot));
  const [first, setFirst] = useState(() => typedOf(halves[0]));
  const [second, setSecond] = useState(() => typedOf(halves[1]));
  const [reason, setReason] = useState("");
  const [one, other] = [readTyped(first), readTyped(second)];
  const ready = one !== undefined && other !== undefined && one.atS < other.atS && reason.trim() !== "";
  const writing = useWriting(
    () =>
      correct({
        counted: [
          { shot: shot.id, like: shot.id, ...(one as Time) },
          { like: shot.id, ...(other as Time) },
        ],
        ...{ withdrawn: [], reason: reason.trim() },
      }),
    () => t("events.written", { id: shot.id }),
    onClose,
  );
  return (
    <WritingDialog
      title={t("shots.split-title", { number: shot.number ?? 0, id: shot.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <p className="quiet small">{t("shots.split-how", { id: shot.id })}</p>
      <TimeFields legend={t("shots.part.first", { id: shot.id })} typed={first} onTyped={setFirst} isFirst />
      <TimeFields legend={t("shots.part.second")} typed={second} onTyped={setSecond} />
      {one !== undefined && other !== undefined && one.atS >= other.atS ? (
        <p className="small tone-conflict">{t("shots.not-in-order")}</p>
      ) : null}
      <Reason value={reason} onValue={setReason} />
    </WritingDialog>
  );
}

export function ShotJoinDialog({ first, second, correct, onClose }: PartsProps & { readonly first: ShotRow; readonly second: ShotRow }) {
  const [typed, setTyped] = useState(() => typedOf(hullOf(spanOfShot(first), spanOfShot(second))));
  const [reason, setReason] = useState("");
  const time = readTyped(typed);
  const ready = time !== undefined && reason.trim() !== "";
  const writing = useWriting(
    () =>
      correct({
        counted: [{ shot: first.id, like: first.id, ...(time as Time) }],
        ...{ withdrawn: [second.id], reason: reason.trim() },
      }),
    () => t("events.written", { id: first.id }),
    onClose,
  );
  return (
    <WritingDialog
      title={t("shots.join-title", { one: first.number ?? 0, other: second.number ?? 0 })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <p className="quiet small">{t("shots.join-how", { stays: first.id, goes: second.id })}</p>
      <TimeFields legend={t("shots.part.joined", { id: first.id })} typed={typed} onTyped={setTyped} isFirst />
      <Reason value={reason} onValue={setReason} />
    </WritingDialog>
  );
}

interface Typed {
  readonly at: string;
  readonly error: string;
}
interface Time {
  readonly atS: number;
  readonly plusMinusS: number;
}

function typedOf(span: ShotSpan): Typed {
  const { atS, plusMinusS } = shotOfSpan(span);
  return { at: secondsWords(atS), error: String(Number(plusMinusS.toFixed(4))) };
}

function readTyped({ at, error }: Typed): Time | undefined {
  const [atS, plusMinusS] = [readSeconds(at), Number(error)];
  return atS !== undefined && plusMinusS > 0 && plusMinusS <= 3600 ? { atS, plusMinusS } : undefined;
}

interface TimeFieldsProps {
  readonly legend: string;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly isFirst?: boolean;
}

function TimeFields({ legend, typed, onTyped, isFirst = false }: TimeFieldsProps) {
  return (
    <fieldset className="claim-row">
      <legend>{legend}</legend>
      <SecondsField label={t("shots.time")} value={typed.at} onValue={(at) => onTyped({ ...typed, at })} autoFocus={isFirst} />
      <label className="label">
        <span>{t("shots.error")}</span>
        <input
          className="field mono"
          inputMode="decimal"
          value={typed.error}
          onChange={(event) => onTyped({ ...typed, error: event.target.value })}
        />
      </label>
    </fieldset>
  );
}

function Reason({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  return (
    <label className="label">
      <span>{t("events.reason")}</span>
      <textarea className="field" value={value} maxLength={5000} onChange={(event) => onValue(event.target.value)} />
    </label>
  );
}

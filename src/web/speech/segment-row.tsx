/** One row: when, who, what it is written from and what is written, and how that stands. The chosen row is the one that is typed in. */
import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import type { SegmentState } from "../../api/tiers.ts";
import { textDirection } from "../../core/tier/text-direction.ts";
import type { TierLanguage } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";
import type { EditRow } from "./edit-rows.ts";
import { RowFields } from "./row-fields.tsx";
import type { SegmentEdit } from "./segment-edits.ts";
import { clockOfMs, suspectWords } from "./segment-words.ts";
import { QuoteWords, StandingMark } from "./tier-state.tsx";
import { TierWords } from "./tier-words.tsx";

export interface RowActs {
  readonly choose: (row: EditRow) => void;
  readonly play: (row: EditRow) => void;
  readonly text: (row: EditRow, text: string) => void;
  readonly edit: (edit: SegmentEdit, gesture?: string) => void;
  readonly takeOver: () => void;
  readonly split: () => void;
  readonly join: () => void;
  readonly remove: () => void;
  readonly keyDown: (event: KeyboardEvent) => void;
}

interface SegmentRowProps {
  readonly row: EditRow;
  readonly language: TierLanguage;
  /** Of the tier that it is written from. */
  readonly sourceLanguage: TierLanguage | undefined;
  /** What others wrote from this segment: read only. */
  readonly beside: readonly React.ReactNode[] | undefined;
  readonly state: SegmentState | undefined;
  /** Who wrote and who read it: of the chosen row. */
  readonly facts: React.ReactNode;
  readonly unwritten: boolean;
  readonly overlaps: boolean;
  readonly chosen: boolean;
  readonly current: boolean;
  readonly heard: boolean;
  readonly writable: boolean;
  readonly focusTurn: number;
  /** Hears which field is typed in, and that there is none. */
  readonly onField: (field: HTMLTextAreaElement | null) => void;
  readonly acts: RowActs;
}

export const SegmentRow = memo(Row, sameRow);

/** A row is made anew with every change of the tier; it is drawn again only when what it is of has changed. */
function sameRow({ row: a, ...before }: SegmentRowProps, { row: b, ...now }: SegmentRowProps): boolean {
  if (a.key !== b.key || a.own !== b.own || a.source !== b.source) return false;
  return (Object.keys(now) as (keyof typeof now)[]).every((name) => before[name] === now[name]);
}

function Row(props: SegmentRowProps) {
  const { row, language, chosen, writable, acts, state } = props;
  const { own, source } = row;
  const classes = ["seg-row", chosen ? "is-chosen" : "", props.current ? "is-current" : "", own?.machine ? "is-machine" : ""];
  return (
    <li className={classes.join(" ").trim()} data-row={row.key} data-segment={own?.id} aria-current={chosen ? "true" : undefined}>
      <div className="row-when">
        <button
          type="button"
          className="button is-bare row-play"
          aria-label={t("speech.row-play", { number: String(own?.id ?? source?.id ?? "") })}
          onClick={() => acts.play(row)}
        >
          ▶
        </button>
        <span className="mono">{clockOfMs(row.startMs)}</span>
        <span className="quiet mono row-end">{clockOfMs(row.endMs)}</span>
        {own === undefined ? null : <span className="quiet small">#{own.id}</span>}
      </div>
      <div className="row-who">
        <Speaker row={row} />
        {own?.overlap || props.overlaps ? <span className="sign is-attention">{t("speech.overlap")}</span> : null}
        {own?.language ? <span className="sign">{own.language}</span> : null}
      </div>
      {props.sourceLanguage === undefined ? null : (
        <div className="row-source">
          {source === undefined ? <NoSource row={row} /> : <TierWords segment={source} language={props.sourceLanguage} />}
        </div>
      )}
      <div className="row-words">
        {chosen && writable ? (
          <Typing {...props} />
        ) : (
          <button type="button" className="row-static" onClick={() => acts.choose(row)}>
            <span className="visually-hidden">{rowName(row)} </span>
            {own === undefined ? <span className="quiet">{t("speech.not-written")}</span> : <TierWords segment={own} language={language} />}
          </button>
        )}
        {own?.machine ? <MachineWords row={row} heard={props.heard} chosen={chosen && writable} onTakeOver={acts.takeOver} /> : null}
      </div>
      {props.beside === undefined ? null : <div className="row-beside">{props.beside}</div>}
      <div className="row-state">
        {own === undefined ? null : own.machine !== null ? (
          <StandingMark standing="machine" />
        ) : (
          <StandingMark standing={state?.standing ?? "written"} changed={props.unwritten} />
        )}
        {state?.obstacle === null && !props.unwritten ? <QuoteWords obstacle={null} /> : null}
        {chosen ? props.facts : null}
      </div>
      {chosen && writable && own !== undefined ? <RowFields segment={own} language={language} acts={acts} /> : null}
    </li>
  );
}

/** Of what it is written from while it has none itself. */
function Speaker({ row: { own, source } }: { row: EditRow }) {
  if (own !== undefined && own.speaker !== null) return <b>{own.speaker}</b>;
  return source === undefined || source.speaker === null ? null : <span className="quiet">{source.speaker}</span>;
}

function rowName({ own, source, startMs }: EditRow): string {
  const at = clockOfMs(startMs);
  if (own === undefined) return t("speech.row-empty", { number: String(source?.id ?? ""), at });
  const values = { number: String(own.id), at };
  return own.machine === null ? t("speech.row-name", values) : t("speech.row-name-machine", values);
}

function NoSource({ row }: { row: EditRow }) {
  return row.own === undefined || row.own.of === null ? null : <span className="quiet small">{t("speech.source-gone")}</span>;
}

function Typing({ row, language, focusTurn, onField, acts }: SegmentRowProps) {
  const text = row.own?.text ?? "";
  const own = row.own?.language ?? language;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    onField(field.current);
    return () => onField(null);
  }, [onField]);
  useEffect(() => {
    if (focusTurn > 0) field.current?.focus();
  }, [focusTurn]);
  return (
    <textarea
      ref={field}
      className="field row-field"
      value={text}
      rows={Math.min(8, Math.max(1, text.split("\n").length, Math.ceil(text.length / 70)))}
      maxLength={20_000}
      dir={text === "" ? textDirection(own, "").direction : textDirection(own, text).direction}
      lang={own}
      spellCheck={false}
      aria-label={rowName(row)}
      aria-describedby="row-field-how"
      onChange={(event) => acts.text(row, event.target.value)}
      onKeyDown={acts.keyDown}
    />
  );
}

function MachineWords({ row, heard, chosen, onTakeOver }: { row: EditRow; heard: boolean; chosen: boolean; onTakeOver: () => void }) {
  const machine = row.own?.machine;
  if (!machine) return null;
  const why = suspectWords(machine);
  return (
    <p className="row-machine small">
      <b>{t(machine.suspect.length > 0 ? "speech.draft-suspect" : "speech.draft")}</b> {why === "" ? null : <span>{why}.</span>}{" "}
      {chosen ? (
        <button type="button" className="button is-small" onClick={onTakeOver}>
          {t(heard ? "speech.take-over" : "speech.listen-to-take-over")} <kbd>Alt T</kbd>
        </button>
      ) : null}
    </p>
  );
}

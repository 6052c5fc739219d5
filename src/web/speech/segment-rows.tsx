/** All rows of a tier. Long ones are drawn a part at a time, around the row that is worked on. */
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { SegmentState, TierAnswer } from "../../api/tiers.ts";
import type { TierLanguage, TierSegment } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";
import type { EditRow } from "./edit-rows.ts";
import { type Heard, wasHeard } from "./heard-stretches.ts";
import { SegmentFacts } from "./segment-facts.tsx";
import { type RowActs, SegmentRow } from "./segment-row.tsx";
import type { SpeechPlayer } from "./speech-player.ts";

interface SegmentRowsProps {
  readonly rows: readonly EditRow[];
  readonly chosen: EditRow | undefined;
  readonly player: SpeechPlayer | null;
  readonly language: TierLanguage;
  readonly sourceLanguage: TierLanguage | undefined;
  /** By the number of the segment that they are written from; undefined where nothing is. */
  readonly beside: ReadonlyMap<number, readonly ReactNode[]> | undefined;
  readonly states: ReadonlyMap<number, SegmentState>;
  readonly answer: TierAnswer | undefined;
  /** As the case holds them: a row that differs is not written yet. */
  readonly before: ReadonlyMap<number, TierSegment>;
  readonly overlapping: ReadonlySet<number>;
  readonly writable: boolean;
  readonly focusTurn: number;
  readonly onField: (field: HTMLTextAreaElement | null) => void;
  readonly acts: RowActs;
}

const shownAtOnce = 300;

export function SegmentRows(props: SegmentRowsProps) {
  const { rows, chosen, player, acts } = props;
  const list = useRef<HTMLOListElement>(null);
  const at = chosen === undefined ? 0 : Math.max(0, rows.indexOf(chosen));
  const [from, setFrom] = useState(0);
  const first = Math.max(0, Math.min(at < from || at >= from + shownAtOnce ? at - 50 : from, rows.length - 1));
  if (first !== from) setFrom(first);
  const shown = rows.slice(first, first + shownAtOnce);
  const current = useCurrentRow(player, rows);
  const heard = useHeard(player);
  const stable = useStableActs(acts);
  const chosenKey = chosen?.key;
  useEffect(() => {
    if (chosenKey === undefined) return;
    list.current?.querySelector(`[data-row="${chosenKey}"]`)?.scrollIntoView({ block: "nearest" });
  }, [chosenKey, props.focusTurn]);
  return (
    <div className="seg-rows" data-columns={props.sourceLanguage !== undefined ? "source" : props.beside !== undefined ? "beside" : "one"}>
      {first > 0 ? (
        <button type="button" className="button is-small" onClick={() => setFrom(Math.max(0, first - shownAtOnce))}>
          {t("speech.rows-earlier", { count: first })}
        </button>
      ) : null}
      <ol ref={list} aria-label={t("speech.rows")}>
        {shown.map((row) => {
          const { own } = row;
          const state = own === undefined ? undefined : props.states.get(own.id);
          return (
            <SegmentRow
              key={row.key}
              row={row}
              language={props.language}
              sourceLanguage={props.sourceLanguage}
              beside={props.beside === undefined || own === undefined ? undefined : (props.beside.get(own.id) ?? nothingBeside)}
              state={state}
              facts={
                row.key === chosenKey && state !== undefined && props.answer !== undefined ? (
                  <SegmentFacts answer={props.answer} state={state} />
                ) : null
              }
              unwritten={own !== undefined && differs(own, props.before.get(own.id))}
              overlaps={own !== undefined && props.overlapping.has(own.id)}
              chosen={row.key === chosenKey}
              current={row.key === current}
              heard={own !== undefined && wasHeard(heard, own)}
              writable={props.writable}
              focusTurn={row.key === chosenKey ? props.focusTurn : 0}
              onField={props.onField}
              acts={stable}
            />
          );
        })}
      </ol>
      {first + shownAtOnce < rows.length ? (
        <button type="button" className="button is-small" onClick={() => acts.choose(rows[first + shownAtOnce] as EditRow)}>
          {t("speech.rows-later", { count: rows.length - first - shownAtOnce })}
        </button>
      ) : null}
      <p className="visually-hidden" id="row-field-how">
        {t("speech.row-field-how")}
      </p>
    </div>
  );
}

const nothingBeside: readonly ReactNode[] = [];

function differs(own: TierSegment, before: TierSegment | undefined): boolean {
  return before !== own && JSON.stringify(before) !== JSON.stringify(own);
}

/** Drawn anew only when another row begins to sound. */
function useCurrentRow(player: SpeechPlayer | null, rows: readonly EditRow[]): string | undefined {
  return useSyncExternalStore(player?.subscribe ?? never, () => {
    const state = player?.state();
    if (state === undefined || state.playing === null) return undefined;
    return rows.findLast(({ startMs, endMs }) => startMs <= state.atMs && state.atMs < endMs)?.key;
  });
}

function useHeard(player: SpeechPlayer | null): Heard {
  return useSyncExternalStore(player?.subscribe ?? never, () => player?.state().heard ?? nothing);
}

const nothing: Heard = [];
const never = () => () => undefined;

/** The same functions for every row, whatever they do now: rows that did not change are not drawn again. */
function useStableActs(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      choose: (row) => latest.current.choose(row),
      play: (row) => latest.current.play(row),
      text: (row, text) => latest.current.text(row, text),
      edit: (edit, gesture) => latest.current.edit(edit, gesture),
      takeOver: () => latest.current.takeOver(),
      split: () => latest.current.split(),
      join: () => latest.current.join(),
      remove: () => latest.current.remove(),
      keyDown: (event) => latest.current.keyDown(event),
    }),
    [],
  );
}

/** One tier being written: its segments over the waveform, its rows, and what was typed until it is written as a version. */
import { type ReactNode, useMemo, useState } from "react";
import type { ItemDetail, Waveform } from "../../api/items.ts";
import type { TierAnswer } from "../../api/tiers.ts";
import type { TierLanguage, TierSegment, TierSort } from "../../core/tier/tier.ts";
import { keyName } from "../keys/key-name.ts";
import { useKeys } from "../keys/use-keys.ts";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { DraftBar } from "./draft-bar.tsx";
import { DraftMakers } from "./draft-makers.tsx";
import { editRows } from "./edit-rows.ts";
import { overlapping } from "./lane-rows.ts";
import { SegmentRows } from "./segment-rows.tsx";
import { languageName, sortName } from "./segment-words.ts";
import type { SoundTick } from "./sound-ticks.ts";
import type { SpeechAddress } from "./speech-address.ts";
import { movesInField, rowKeys, type SegmentAction, segmentKeys, speechPlayKeys, typingAction } from "./speech-keys.ts";
import type { SpeechPlayer } from "./speech-player.ts";
import { SpeechTransport } from "./speech-transport.tsx";
import { segmentsOf } from "./tier-segments.ts";
import { TierWords } from "./tier-words.tsx";
import { usePlayHandlers } from "./use-play-keys.ts";
import { useSpeechPlace } from "./use-speech-place.ts";
import { type TierHeld, useTierEditing } from "./use-tier-editing.ts";
import { chosenOf, playRow, setText, writingActs } from "./use-writing-acts.ts";
import { type WaveLane, WavePanel } from "./wave-panel.tsx";
import { movedStretch, zoomedStretch } from "./wave-span.ts";
import { TakeOverDialog } from "./take-over-dialog.tsx";
import { WriteDialog } from "./write-dialog.tsx";
import { tell } from "./told.tsx";

/** A tier as it is worked on: one of the case, or one that is not written yet. */
export interface WorkedTier {
  readonly id: TierAnswer["tier"]["id"] | undefined;
  readonly sort: TierSort;
  readonly language: TierLanguage;
  readonly held: TierHeld;
  readonly answer: TierAnswer | undefined;
}

interface TierWorkProps {
  readonly detail: ItemDetail;
  /** What is kept of it is kept under this name; undefined where another tab writes in it. */
  readonly draftName: string | undefined;
  readonly tier: WorkedTier;
  /** What it is written from, in its newest version. */
  readonly source: TierAnswer | undefined;
  /** Every other tier of the item, to be seen beside it. */
  readonly others: readonly TierAnswer[];
  readonly player: SpeechPlayer;
  readonly wave: Waveform | undefined;
  readonly ticks: readonly SoundTick[];
  readonly address: SpeechAddress;
  readonly readOnly: boolean;
  readonly onTier: (tier: TierAnswer["tier"]["id"], segment?: number) => void;
  readonly moveTier: (by: 1 | -1) => void;
  readonly onWritten: (id: TierAnswer["tier"]["id"]) => void;
  /** Instead of the rows: the history of the tier. */
  readonly instead: ReactNode;
}

export function TierWork(props: TierWorkProps) {
  const { tier, source, others, player, address, readOnly } = props;
  const shield = useShield();
  const editing = useTierEditing(props.draftName, tier.held);
  const { segments } = editing;
  const sourceSegments = segmentsOf(source);
  const rows = useMemo(() => editRows(segments, sourceSegments), [segments, sourceSegments]);
  const place = useSpeechPlace(player, rows, address);
  const { row, selection, setSelection, setSpan, choose } = place;
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  const [looked] = useState(() => new Set<number>());
  const [dialog, setDialog] = useState<"write" | "take-over">();
  const writable = !readOnly && tier.answer?.tier.withdrawn === undefined;
  const acts = writingActs({
    ...{ player, editing, rows, row, selection, field, looked, choose },
    sort: tier.sort,
    clearSelection: () => setSelection(undefined),
    moveTier: props.moveTier,
    write: () => (editing.changed && editing.newer === undefined ? setDialog("write") : tell(t("speech.told.nothing-to-write"))),
  });
  const playing = usePlayHandlers(player, selection ?? (row === undefined ? undefined : { fromMs: row.startMs, toMs: row.endMs }));
  const zoom = (factor: number): void => setSpan((now) => zoomedStretch(now, player.whole, shareOfHead(now, player.state().atMs), factor));
  const page = (by: number): void => setSpan((now) => movedStretch(now, player.whole, by * (now.toMs - now.fromMs)));
  const play = {
    ...playing,
    zoomIn: () => zoom(0.8),
    zoomOut: () => zoom(1.25),
    pageBack: () => page(-0.9),
    pageOn: () => page(0.9),
    clear: () => setSelection(undefined),
  };
  useKeys(speechPlayKeys, {
    ...play,
    hold: { press: ({ repeat }) => (repeat ? undefined : shield.hold(props.detail.row.id)), release: () => shield.release() },
  });
  const { next, previous, otherTier } = acts;
  useKeys<SegmentAction>(segmentKeys, props.instead === null && writable ? acts : { next, previous, otherTier });
  useKeys(rowKeys, {}, { enabled: props.instead === null && writable });

  const { id, sort, language, answer } = tier;
  const lanes = useMemo(() => {
    const worked = laneOf({ id, sort, language }, segments, answer, true);
    const beside = others.map((other) => laneOf(other.tier, segmentsOf(other) ?? [], other, false));
    return [worked, ...beside].toSorted((a, b) => laneNumber(a) - laneNumber(b));
  }, [id, sort, language, answer, segments, others]);
  const states = useMemo(() => new Map(tier.answer?.states.map((state) => [state.id, state])), [tier.answer]);
  const before = useMemo(() => new Map(editing.before.map((segment) => [segment.id, segment])), [editing.before]);
  const beside = useMemo(() => besideOf(others.filter((other) => id !== undefined && other.tier.from?.tier === id)), [others, id]);
  return (
    <>
      <WavePanel
        player={player}
        wave={props.wave}
        ticks={props.ticks}
        lanes={lanes}
        span={place.span}
        onSpan={setSpan}
        selection={selection}
        onSelection={setSelection}
        chosen={row?.own?.id}
        onChoose={(lane, segment) =>
          lane.active ? choose({ segment: segment.id }) : props.onTier(lane.key as TierAnswer["tier"]["id"], segment.id)
        }
        onDragged={
          writable && props.instead === null
            ? (id, startMs, endMs, gesture) => editing.edit({ do: "span", id, startMs, endMs }, gesture)
            : undefined
        }
      />
      <div className="speech-side">
        <SpeechTransport player={player} frames={props.detail.row.kind === "video"} act={playing} />
        <DraftMakers detail={props.detail} player={player} selection={selection} readOnly={readOnly} onWritten={(id) => props.onTier(id)} />
      </div>
      {props.instead ?? (
        <section className="speech-write" aria-label={t("speech.part.write")}>
          <DraftBar
            editing={editing}
            tier={tier}
            draftName={props.draftName}
            writable={writable}
            acts={acts}
            onWrite={() => setDialog("write")}
            onTakeOver={() => setDialog("take-over")}
          />
          {rows.length === 0 ? <p className="quiet speech-empty">{t(writable ? "speech.no-segments-how" : "speech.no-segments")}</p> : null}
          <SegmentRows
            rows={rows}
            chosen={row}
            player={player}
            language={tier.language}
            sourceLanguage={source?.tier.language}
            beside={source === undefined ? beside : undefined}
            states={states}
            answer={tier.answer}
            before={before}
            overlapping={lanes.find(({ active }) => active)?.overlapping ?? new Set()}
            writable={writable}
            focusTurn={Math.max(0, place.focusTurn)}
            onField={setField}
            acts={{
              choose: (chosen) => choose(chosenOf(chosen), { focus: true }),
              // The one that is chosen already is not chosen anew, and would not be played by that.
              play: (one) => (one.key === row?.key ? playRow(player, one) : choose(chosenOf(one), { play: true })),
              text: (one, text) => setText({ editing }, one, text),
              edit: editing.edit,
              takeOver: () => acts.takeOver({ key: "", repeat: false }),
              split: () => acts.split({ key: "", repeat: false }),
              join: () => acts.join({ key: "", repeat: false }),
              remove: () => acts.remove({ key: "", repeat: false }),
              keyDown: (event) => {
                if (event.nativeEvent.isComposing) return;
                const key = keyName(event);
                if (key === "Escape") field?.blur();
                const action = typingAction(key);
                // What moves within the words must not also move the player.
                if (action !== undefined || movesInField(key)) event.stopPropagation();
                if (action === undefined || action === "newLine" || action === "hold") return;
                event.preventDefault();
                if (action in acts) acts[action as keyof typeof acts]({ key, repeat: event.repeat });
                else play[action as keyof typeof play]();
              },
            }}
          />
        </section>
      )}
      {dialog === "write" ? (
        <WriteDialog
          item={props.detail.row.id}
          tier={tier}
          source={source}
          editing={editing}
          player={player}
          looked={looked}
          onClose={() => setDialog(undefined)}
          onWritten={(id) => {
            setDialog(undefined);
            props.onWritten(id);
          }}
        />
      ) : null}
      {dialog === "take-over" ? <TakeOverDialog editing={editing} player={player} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

function laneOf(tier: NamedTier, segments: readonly TierSegment[], answer: TierAnswer | undefined, active: boolean): WaveLane {
  return {
    ...{ key: tier.id ?? "new", name: laneName(tier), language: tier.language, segments, active },
    // Signs that are seen at once do not talk over each other.
    overlapping: tier.sort === "on-screen" ? new Set<number>() : overlapping(segments),
    standing: (segment) => standingWords(segment, answer),
  };
}

/** In the order of their numbers, so that none moves when another one is worked on; a new one comes last. */
function laneNumber({ key }: WaveLane): number {
  return key === "new" ? Number.POSITIVE_INFINITY : Number(key.slice(1));
}

interface NamedTier {
  readonly id: string | undefined;
  readonly sort: TierSort;
  readonly language: TierLanguage;
}

function laneName({ id, sort, language }: NamedTier): string {
  return [id ?? t("speech.new"), sortName(sort), languageName(language)].join(" · ");
}

function standingWords(segment: TierSegment, answer: TierAnswer | undefined): string {
  if (segment.machine !== null) return t("speech.standing.machine");
  return t(`speech.standing.${answer?.states.find(({ id }) => id === segment.id)?.standing ?? "unwritten"}`);
}

/** What others wrote from each segment; undefined where nobody wrote from any. */
function besideOf(derived: readonly TierAnswer[]): ReadonlyMap<number, readonly ReactNode[]> | undefined {
  if (derived.length === 0) return undefined;
  const found = new Map<number, ReactNode[]>();
  for (const other of derived)
    for (const one of segmentsOf(other) ?? []) {
      if (one.of === null) continue;
      const words = <TierWords key={`${other.tier.id}-${one.id}`} segment={one} language={other.tier.language} />;
      found.set(one.of, [...(found.get(one.of) ?? []), words]);
    }
  return found;
}

/** Where the play head is, as a share of what is shown: keys zoom there; in the middle where it is out of sight. */
function shareOfHead({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }, atMs: number): number {
  return atMs < fromMs || atMs > toMs ? 0.5 : (atMs - fromMs) / (toMs - fromMs);
}

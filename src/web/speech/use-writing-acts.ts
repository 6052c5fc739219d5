/** What the keys of segments and rows do while a tier is written. Everything that changes words can be undone; nothing here writes to the case. */
import { SpeakerLabel, type TierSort } from "../../core/tier/tier.ts";
import type { KeyEvent } from "../keys/key-table.ts";
import { type WordKey, t } from "../words/t.ts";
import type { EditRow } from "./edit-rows.ts";
import { wasHeard } from "./heard-stretches.ts";
import { segmentAt } from "./lane-rows.ts";
import type { RowAction, SegmentAction } from "./speech-keys.ts";
import type { SpeechPlayer, Stretch } from "./speech-player.ts";
import { withUnintelligible } from "./unintelligible.ts";
import { tellPlayed } from "./use-play-keys.ts";
import type { TierEditing } from "./use-tier-editing.ts";
import { tell } from "./told.tsx";

/** How far a key moves an edge: ELAN's step. */
const edgeMs = 10;
/** Length of a segment that is made where nothing is selected. */
const newMs = 1500;

/** Which row is worked on: by its segment, or by its place while it has none. */
export type Chosen = { readonly segment: number } | { readonly row: string };

export interface WritingPlace {
  readonly player: SpeechPlayer;
  readonly editing: TierEditing;
  readonly sort: TierSort;
  readonly rows: readonly EditRow[];
  readonly row: EditRow | undefined;
  readonly selection: Stretch | undefined;
  /** The words being typed, where some are. */
  readonly field: HTMLTextAreaElement | null;
  readonly looked: Set<number>;
  readonly choose: (chosen: Chosen, how?: { readonly focus?: boolean; readonly play?: boolean }) => void;
  readonly clearSelection: () => void;
  readonly moveTier: (by: 1 | -1) => void;
  readonly write: () => void;
}

export type WritingActs = Readonly<Record<SegmentAction | RowAction, (event: KeyEvent) => void>>;

export function chosenOf(row: EditRow): Chosen {
  return row.own === undefined ? { row: row.key } : { segment: row.own.id };
}

export function playRow(player: SpeechPlayer, { startMs, endMs }: EditRow): void {
  void player.play({ fromMs: startMs, toMs: endMs }).then(tellPlayed);
}

export function writingActs(place: WritingPlace): WritingActs {
  const { player, editing, rows, row, choose, field } = place;
  const own = row?.own;
  const say = (key: WordKey): void => tell(t(key));
  const move = (by: number, how: { focus?: boolean; play?: boolean } = {}): void => {
    const at = row === undefined ? -1 : rows.indexOf(row);
    const next = rows[row === undefined ? 0 : at + by];
    editing.step({ do: "rest" });
    if (next === undefined) say(by > 0 ? "speech.told.last" : "speech.told.first");
    else choose(chosenOf(next), { focus: field !== null && document.activeElement === field, ...how });
  };
  const span = (startMs: number, endMs: number, gesture?: string): void => {
    if (own === undefined) say("speech.told.no-segment");
    else if (endMs <= startMs) say("speech.told.no-length");
    else editing.edit({ do: "span", id: own.id, startMs, endMs }, gesture);
  };
  const edge = (startBy: number, endBy: number): void => {
    if (own !== undefined) span(own.startMs + startBy, own.endMs + endBy, `edge keys ${own.id}`);
  };
  return {
    next: () => move(1),
    previous: () => move(-1),
    otherTier: ({ key }) => place.moveTier(key.endsWith("Down") ? 1 : -1),
    edit: () => (row === undefined ? say("speech.told.no-segment") : choose(chosenOf(row), { focus: true })),
    add: () => add(place),
    remove: () => {
      if (own === undefined) return say("speech.told.no-segment");
      const next = rows[rows.indexOf(row as EditRow) + 1] ?? rows[rows.indexOf(row as EditRow) - 1];
      editing.edit({ do: "remove", id: own.id });
      tell(t("speech.told.removed", { number: String(own.id) }));
      if (row?.source === undefined && next !== undefined) choose(chosenOf(next));
    },
    split: () => {
      if (own === undefined) return say("speech.told.no-segment");
      if (own.machine !== null) return say("speech.told.take-over-first");
      const { atMs } = player.state();
      const inside = atMs - own.startMs >= 20 && own.endMs - atMs >= 20;
      const caret = document.activeElement === field ? field?.selectionStart : undefined;
      const at = inside ? atMs : (own.startMs + own.endMs) / 2;
      editing.edit({
        do: "split",
        id: own.id,
        atMs: at,
        ...(caret === undefined || caret === 0 || caret >= own.text.length ? {} : { caret }),
      });
      say(inside ? "speech.told.split" : "speech.told.split-middle");
    },
    join: () => {
      if (own === undefined) return say("speech.told.no-segment");
      const before = editing.segments.length;
      editing.edit({ do: "join", id: own.id });
      const next = rows[rows.indexOf(row as EditRow) + 1]?.own;
      if (before < 2 || next === undefined) say("speech.told.nothing-to-join");
      else if (own.machine !== null || next.machine !== null) say("speech.told.take-over-first");
    },
    startHere: () => own !== undefined && span(player.state().atMs, own.endMs),
    endHere: () => own !== undefined && span(own.startMs, player.state().atMs),
    startBack: () => edge(-edgeMs, 0),
    startOn: () => edge(edgeMs, 0),
    endBack: () => edge(0, -edgeMs),
    endOn: () => edge(0, edgeMs),
    speaker: ({ key }) => {
      if (own === undefined) return say("speech.told.no-segment");
      const speaker = SpeakerLabel.parse(`SPK${key.slice(-1)}`);
      editing.edit({ do: "speaker", id: own.id, speaker });
      tell(t("speech.told.speaker", { speaker }));
    },
    noSpeaker: () => own !== undefined && editing.edit({ do: "speaker", id: own.id, speaker: null }),
    unintelligible: () => {
      if (row === undefined) return say("speech.told.no-segment");
      const text = own?.text ?? "";
      const typed = document.activeElement === field ? field : null;
      const put = withUnintelligible(text, typed?.selectionStart ?? text.length, typed?.selectionEnd ?? text.length);
      setText(place, row, put.text);
      // The caret goes behind it once the field has its new words.
      if (typed !== null) requestAnimationFrame(() => typed.setSelectionRange(put.caret, put.caret));
    },
    overlap: () => {
      if (own === undefined) return say("speech.told.no-segment");
      editing.edit({ do: "overlap", id: own.id, overlap: !own.overlap });
      say(own.overlap ? "speech.told.overlap-off" : "speech.told.overlap-on");
    },
    alternative: () => {
      if (own === undefined) return say("speech.told.no-segment");
      // The row has the empty field: nothing is in the segment before words are typed there.
      document.querySelector<HTMLButtonElement>(".row-alternative-add")?.click();
    },
    takeOver: () => takeOver(place),
    undo: () => editing.step({ do: "undo" }),
    redo: () => editing.step({ do: "redo" }),
    write: () => place.write(),
    commitNext: () => move(1, { focus: true, play: true }),
    commit: () => {
      editing.step({ do: "rest" });
      field?.blur();
    },
    newLine: () => undefined,
    playSegment: () => {
      if (row === undefined) return;
      if (player.state().playing !== null) player.pause();
      else if (player.state().atMs > row.startMs && player.state().atMs < row.endMs - 30)
        void player.play({ fromMs: player.state().atMs, toMs: row.endMs }).then(tellPlayed);
      else playRow(player, row);
    },
    fromStart: () => row !== undefined && playRow(player, row),
  };
}

/** The first words of a row make its segment. */
export function setText({ editing }: Pick<WritingPlace, "editing">, row: EditRow, text: string): void {
  const gesture = `text ${row.key}`;
  if (row.own !== undefined) return editing.edit({ do: "text", id: row.own.id, text }, gesture);
  const id = editing.history.now.nextId;
  const { startMs, endMs, source } = row;
  editing.edit({ do: "add", startMs, endMs, of: source?.id ?? null, speaker: source?.speaker ?? null }, gesture);
  return editing.edit({ do: "text", id, text }, gesture);
}

function add({ player, editing, row, rows, selection, choose, clearSelection }: WritingPlace): void {
  const { atMs } = player.state();
  const at = selection ?? { fromMs: atMs, toMs: Math.min(player.whole.toMs, atMs + newMs) };
  const sources = rows.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const id = editing.history.now.nextId;
  const of = segmentAt(sources, at.fromMs)?.id ?? (sources.length === 0 ? null : (row?.source?.id ?? null));
  editing.edit({ do: "add", startMs: at.fromMs, endMs: at.toMs, of, speaker: null });
  clearSelection();
  tell(t(selection === undefined ? "speech.told.added-here" : "speech.told.added", { number: String(id) }));
  choose({ segment: id }, { focus: true });
}

/** A draft is listened to before its words become anybody's: the first press plays it. */
function takeOver({ player, editing, row, sort, looked }: WritingPlace): void {
  const own = row?.own;
  if (row === undefined || own === undefined) return tell(t("speech.told.no-segment"));
  if (own.machine === null) return tell(t("speech.told.not-a-draft"));
  const known = sort === "on-screen" ? looked.has(own.id) : wasHeard(player.state().heard, own);
  if (known) {
    editing.edit({ do: "take-over", ids: [own.id] });
    return tell(t("speech.told.taken-over", { number: String(own.id) }));
  }
  tell(t("speech.told.listen-first"));
  player.setLoop(false);
  void player.play({ fromMs: own.startMs, toMs: own.endMs }).then((played) => {
    if (played === "heard" || (played === "muted" && sort === "on-screen")) {
      looked.add(own.id);
      tell(t("speech.told.heard"));
    } else tellPlayed(played);
  });
}

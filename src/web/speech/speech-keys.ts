/**
 * Keys of the editor: ELAN's where a browser leaves them free, those of the bench beside them. What had to become another key is
 * told in docs/transcribing.md. In a field the plain ones type, so that only those with Alt, Ctrl, Tab or Enter act there.
 */
import { actionFor, type KeyTable } from "../keys/key-table.ts";

export const speechPlayKeys = {
  title: "speech.keys.play",
  actions: {
    toggle: { keys: ["Mod+Space", "Space"], says: "speech.keys.toggle" },
    selection: { keys: ["Shift+Space"], says: "speech.keys.selection" },
    around: { keys: ["Mod+Shift+Space"], says: "speech.keys.around" },
    lastSecond: { keys: ["Alt+b"], says: "speech.keys.last-second" },
    loop: { keys: ["Alt+l", "r"], says: "speech.keys.loop" },
    slower: { keys: ["Alt+-", "<"], says: "speech.keys.slower" },
    faster: { keys: ["Alt+=", ">"], says: "speech.keys.faster" },
    tenMsBack: { keys: ["Mod+Shift+ArrowLeft"], says: "speech.keys.ten-ms-back" },
    tenMsOn: { keys: ["Mod+Shift+ArrowRight"], says: "speech.keys.ten-ms-on" },
    frameBack: { keys: ["Mod+ArrowLeft", "ArrowLeft", ","], says: "speech.keys.frame-back" },
    frameOn: { keys: ["Mod+ArrowRight", "ArrowRight", "."], says: "speech.keys.frame-on" },
    secondBack: { keys: ["Shift+ArrowLeft"], says: "speech.keys.second-back" },
    secondOn: { keys: ["Shift+ArrowRight"], says: "speech.keys.second-on" },
    first: { keys: ["Home"], says: "speech.keys.first" },
    last: { keys: ["End"], says: "speech.keys.last" },
    zoomIn: { keys: ["+", "="], says: "speech.keys.zoom-in" },
    zoomOut: { keys: ["-"], says: "speech.keys.zoom-out" },
    pageBack: { keys: ["PageUp"], says: "speech.keys.page-back" },
    pageOn: { keys: ["PageDown"], says: "speech.keys.page-on" },
    clear: { keys: ["Alt+Shift+C"], says: "speech.keys.clear" },
    hold: { keys: ["h"], says: "bench.keys.hold" },
  },
} as const satisfies KeyTable;

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

export const segmentKeys = {
  title: "speech.keys.segments",
  actions: {
    next: { keys: ["Alt+ArrowRight", "Alt+ArrowDown"], says: "speech.keys.next" },
    previous: { keys: ["Alt+ArrowLeft", "Alt+ArrowUp"], says: "speech.keys.previous" },
    otherTier: { keys: ["Mod+ArrowDown", "Mod+ArrowUp"], says: "speech.keys.other-tier" },
    edit: { keys: ["Alt+m"], says: "speech.keys.edit" },
    add: { keys: ["Alt+n"], says: "speech.keys.add" },
    remove: { keys: ["Alt+d"], says: "speech.keys.remove" },
    split: { keys: ["Alt+k"], says: "speech.keys.split" },
    join: { keys: ["Alt+j"], says: "speech.keys.join" },
    startHere: { keys: ["Alt+["], says: "speech.keys.start-here" },
    endHere: { keys: ["Alt+]"], says: "speech.keys.end-here" },
    startBack: { keys: ["Mod+j"], says: "speech.keys.start-back" },
    startOn: { keys: ["Mod+u"], says: "speech.keys.start-on" },
    endBack: { keys: ["Mod+Shift+J"], says: "speech.keys.end-back" },
    endOn: { keys: ["Mod+Shift+U"], says: "speech.keys.end-on" },
    speaker: { keys: [...digits, ...digits.map((digit) => `Alt+${digit}`)], says: "speech.keys.speaker" },
    noSpeaker: { keys: ["0", "Alt+0"], says: "speech.keys.no-speaker" },
    unintelligible: { keys: ["Alt+u"], says: "speech.keys.unintelligible" },
    overlap: { keys: ["Alt+o"], says: "speech.keys.overlap" },
    alternative: { keys: ["Alt+a"], says: "speech.keys.alternative" },
    takeOver: { keys: ["Alt+t"], says: "speech.keys.take-over" },
    undo: { keys: ["Mod+z"], says: "speech.keys.undo" },
    redo: { keys: ["Mod+Shift+Z", "Mod+y"], says: "speech.keys.redo" },
    write: { keys: ["Mod+s"], says: "speech.keys.write" },
  },
} as const satisfies KeyTable;

/** Within the words of a segment alone: elsewhere Tab and Enter are the page's. */
export const rowKeys = {
  title: "speech.keys.rows",
  actions: {
    commitNext: { keys: ["Enter"], says: "speech.keys.commit-next" },
    commit: { keys: ["Mod+Enter"], says: "speech.keys.commit" },
    newLine: { keys: ["Shift+Enter"], says: "speech.keys.new-line" },
    playSegment: { keys: ["Tab"], says: "speech.keys.play-segment" },
    fromStart: { keys: ["Shift+Tab"], says: "speech.keys.from-start" },
  },
} as const satisfies KeyTable;

export const reviewKeys = {
  title: "speech.keys.review",
  actions: {
    play: { keys: ["p", "Enter"], says: "speech.keys.review-play" },
    agree: { keys: ["a"], says: "speech.keys.agree" },
    disagree: { keys: ["d"], says: "speech.keys.disagree" },
    skip: { keys: ["n"], says: "speech.keys.skip" },
    back: { keys: ["v"], says: "speech.keys.review-back" },
    record: { keys: ["Mod+Enter"], says: "speech.keys.record" },
  },
} as const satisfies KeyTable;

export type PlayAction = keyof typeof speechPlayKeys.actions;
export type SegmentAction = keyof typeof segmentKeys.actions;
export type RowAction = keyof typeof rowKeys.actions;

/** Keys that move and mark within words, as every field has them. */
const ofTheField = /^(Mod\+|Shift\+|Mod\+Shift\+)(Arrow(Left|Right)|Home|End)$/;

export function movesInField(name: string): boolean {
  return ofTheField.test(name);
}

/** What a key does while words are typed; undefined: it types. */
export function typingAction(name: string): PlayAction | SegmentAction | RowAction | undefined {
  if (movesInField(name)) return undefined;
  const row = actionFor(rowKeys, name);
  if (row !== undefined) return row;
  if (!/^(Alt|Mod)\+|^Shift\+Space$/.test(name)) return undefined;
  return actionFor(segmentKeys, name) ?? actionFor(speechPlayKeys, name);
}

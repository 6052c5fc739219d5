/** Keys of the case desk (METHOD 3). Nothing here plays or reveals; ten items can be triaged without opening one. */
import type { GraphicLevel, TriageState } from "../../core/item/item.ts";
import type { KeyTable } from "../keys/key-table.ts";

export const deskKeys = {
  title: "keys.desk",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.previous" },
    pageOn: { keys: ["PageDown"], says: "keys.page-on" },
    pageBack: { keys: ["PageUp"], says: "keys.page-back" },
    right: { keys: ["ArrowRight"], says: "keys.right" },
    left: { keys: ["ArrowLeft"], says: "keys.left" },
    first: { keys: ["Home"], says: "keys.first" },
    last: { keys: ["End"], says: "keys.last" },
    open: { keys: ["Enter"], says: "keys.open" },
    select: { keys: ["x"], says: "keys.select" },
    selectOn: { keys: ["Shift+J", "Shift+ArrowDown"], says: "keys.select-on" },
    selectBack: { keys: ["Shift+K", "Shift+ArrowUp"], says: "keys.select-back" },
    clear: { keys: ["c"], says: "keys.clear" },
    search: { keys: ["/"], says: "keys.search" },
    view: { keys: ["v"], says: "keys.view" },
  },
} as const satisfies KeyTable;

export const triageKeys = {
  title: "keys.triage",
  actions: {
    unassessed: { keys: ["1"], says: "keys.level-unassessed" },
    none: { keys: ["2"], says: "keys.level-none" },
    mild: { keys: ["3"], says: "keys.level-mild" },
    strong: { keys: ["4"], says: "keys.level-strong" },
    severe: { keys: ["5"], says: "keys.level-severe" },
    "to-do": { keys: ["t"], says: "keys.state-to-do" },
    "in-progress": { keys: ["p"], says: "keys.state-in-progress" },
    "help-needed": { keys: ["h"], says: "keys.state-help-needed" },
    "set-aside": { keys: ["s"], says: "keys.state-set-aside" },
    done: { keys: ["d"], says: "keys.state-done" },
    new: { keys: ["w"], says: "keys.state-new" },
    note: { keys: ["n"], says: "keys.note" },
    assess: { keys: ["a"], says: "keys.assess" },
    queue: { keys: ["Shift+A"], says: "keys.assess-queue" },
    conditions: { keys: ["i"], says: "keys.conditions" },
    undo: { keys: ["u"], says: "keys.undo" },
  },
} as const satisfies KeyTable<GraphicLevel | TriageState | "note" | "assess" | "queue" | "conditions" | "undo">;

/** The key that sets this level or state, for the hint on its button. */
export function keyOf(value: GraphicLevel | TriageState): string {
  return triageKeys.actions[value].keys[0].toUpperCase();
}

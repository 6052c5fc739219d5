/** Keys of the screen of subjects and scenes. */
import type { KeyTable } from "../keys/key-table.ts";

export const subjectsKeys = {
  title: "subjects.title",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.previous" },
    make: { keys: ["n"], says: "subjects.key-new" },
    change: { keys: ["e"], says: "subjects.key-change" },
    list: { keys: ["v"], says: "subjects.key-list" },
  },
} as const satisfies KeyTable;

/** Of the shot that is chosen: the keys that segments of a tier have, and those that step. */
export const shotKeys = {
  title: "shots.keys",
  actions: {
    previous: { keys: ["["], says: "shots.keys.previous" },
    next: { keys: ["]"], says: "shots.keys.next" },
    back: { keys: ["ArrowLeft", ","], says: "shots.keys.back" },
    on: { keys: ["ArrowRight", "."], says: "shots.keys.on" },
    secondBack: { keys: ["Shift+ArrowLeft"], says: "shots.keys.second-back" },
    secondOn: { keys: ["Shift+ArrowRight"], says: "shots.keys.second-on" },
    tenMsBack: { keys: ["Mod+Shift+ArrowLeft"], says: "shots.keys.ten-ms-back" },
    tenMsOn: { keys: ["Mod+Shift+ArrowRight"], says: "shots.keys.ten-ms-on" },
    startBack: { keys: ["Mod+j"], says: "shots.keys.start-back" },
    startOn: { keys: ["Mod+u"], says: "shots.keys.start-on" },
    endBack: { keys: ["Mod+Shift+J"], says: "shots.keys.end-back" },
    endOn: { keys: ["Mod+Shift+U"], says: "shots.keys.end-on" },
    edit: { keys: ["Alt+m"], says: "shots.keys.edit" },
    split: { keys: ["Alt+k"], says: "shots.keys.split" },
    join: { keys: ["Alt+j"], says: "shots.keys.join" },
    remove: { keys: ["Alt+d"], says: "shots.keys.remove" },
    write: { keys: ["Mod+s"], says: "shots.keys.write" },
    undo: { keys: ["Mod+z"], says: "shots.keys.undo" },
  },
} as const satisfies KeyTable;

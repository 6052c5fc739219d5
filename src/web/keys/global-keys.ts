/** Keys that hold on every screen (METHOD 3, "Global"). No other table may bind them. */
import type { KeyTable } from "./key-table.ts";

export const globalKeys = {
  title: "keys.global",
  actions: {
    blank: { keys: ["Escape"], says: "keys.blank" },
    sheet: { keys: ["?"], says: "keys.sheet" },
    palette: { keys: ["Mod+k"], says: "keys.palette" },
    grey: { keys: ["g"], says: "keys.grey" },
    blur: { keys: ["b"], says: "keys.blur" },
    mute: { keys: ["Shift+M"], says: "keys.mute" },
  },
} as const satisfies KeyTable;

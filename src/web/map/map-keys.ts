/** Keys of the map and the timeline (METHOD 3): numbered places to jump to, and everything that the mouse can do. */
import type { KeyTable } from "../keys/key-table.ts";

export const mapKeys = {
  title: "map.title",
  actions: {
    west: { keys: ["ArrowLeft"], says: "map.key-west" },
    east: { keys: ["ArrowRight"], says: "map.key-east" },
    north: { keys: ["ArrowUp"], says: "map.key-north" },
    south: { keys: ["ArrowDown"], says: "map.key-south" },
    nearer: { keys: ["+", "="], says: "map.key-nearer" },
    farther: { keys: ["-"], says: "map.key-farther" },
    all: { keys: ["0"], says: "map.key-all" },
    next: { keys: ["j"], says: "keys.next" },
    previous: { keys: ["k"], says: "keys.previous" },
    open: { keys: ["o"], says: "map.key-open" },
    copy: { keys: ["c"], says: "map.key-copy" },
    ruler: { keys: ["r"], says: "map.key-ruler" },
    point: { keys: ["p"], says: "map.key-point" },
    mark: { keys: ["m"], says: "map.key-mark" },
    jump: { keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], says: "map.key-jump" },
    view: { keys: ["v"], says: "map.key-view" },
  },
} as const satisfies KeyTable;

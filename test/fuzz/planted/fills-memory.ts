import type { FuzzTarget } from "../fuzz-target.ts";
import { dictionary, seeds, tripped } from "./faulty-parsers.ts";

export const target: FuzzTarget = {
  name: "fills-memory",
  seeds,
  dictionary,
  run(bytes) {
    if (!tripped(bytes)) return;
    const all: unknown[] = [];
    for (;;) all.push(Array.from({ length: 10_000 }, (_, n) => n / 3));
  },
};

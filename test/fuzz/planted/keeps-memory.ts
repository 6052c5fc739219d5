import type { FuzzTarget } from "../fuzz-target.ts";
import { dictionary, seeds } from "./faulty-parsers.ts";

const kept: unknown[] = [];

export const target: FuzzTarget = {
  name: "keeps-memory",
  seeds,
  dictionary,
  run() {
    if (kept.length < 4000) kept.push(Array.from({ length: 4000 }, (_, n) => n / 3));
  },
};

import type { FuzzTarget } from "../fuzz-target.ts";
import { dictionary, seeds, tripped } from "./faulty-parsers.ts";

export const target: FuzzTarget = {
  name: "hangs",
  seeds,
  dictionary,
  run(bytes) {
    while (tripped(bytes));
  },
};

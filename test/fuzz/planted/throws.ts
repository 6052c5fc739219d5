import type { FuzzTarget } from "../fuzz-target.ts";
import { dictionary, seeds, tripped } from "./faulty-parsers.ts";

export const target: FuzzTarget = {
  name: "throws",
  seeds,
  dictionary,
  run(bytes) {
    if (tripped(bytes)) throw new TypeError("cannot read properties of undefined");
  },
};

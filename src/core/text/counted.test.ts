/** A number with its noun in sentences of readers. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readCoordinates } from "../place/read-coordinates.ts";
import { counted } from "./counted.ts";

describe("a number with its noun", () => {
  it("is in the plural, but for one", () => {
    assert.deepEqual(
      [0, 1, 2].map((count) => counted(count, "line")),
      ["0 lines", "1 line", "2 lines"],
    );
    assert.equal(counted(2, "entry", "entries"), "2 entries");
  });

  it("stands so in the precision of a place", () => {
    const read = readCoordinates("43.4, 31.2", { basis: "" });
    assert.match(read.state === "read" ? read.claim.precision : "", /\(degrees, 1 decimal\)/);
  });
});

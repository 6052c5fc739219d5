/** A place that a post states in figures is no sharper than its figures. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { saidPlace } from "./said-place.ts";

it("a position is off by half of its last digit", () => {
  const place = saidPlace([{ kind: "location", said: "50.12, 30.2500" }]);
  assert.deepEqual([place?.lat, place?.lon, Math.round(place?.radiusM ?? 0)], [50.12, 30.25, 557]);
});

it("is read behind a name and before how long it was live", () => {
  assert.equal(saidPlace([{ kind: "place", said: "Fountain, Market 3, -50.125, 30.25, live for 900 s" }])?.lat, -50.125);
});

for (const said of ["Fountain", "position not in the export", "91.5, 30.25", "50.1, 181", "1, 2, 3 oranges"]) {
  it(`is not made of other words: ${said}`, () => assert.equal(saidPlace([{ kind: "location", said }]), undefined));
}

it("is not made of what is no place", () => assert.equal(saidPlace([{ kind: "poll", said: "50.12, 30.25" }]), undefined));

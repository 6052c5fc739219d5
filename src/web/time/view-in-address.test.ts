/** A view of the time bench as an address, and back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { queryOf, type TimeView, viewOf } from "./view-in-address.ts";

const name = fc.string({ minLength: 1, maxLength: 12 });
const view = fc.record({
  dropped: fc.array(name).map((names): ReadonlySet<string> => new Set(names)),
  zones: fc.option(name, { nil: undefined }),
  clock: fc.constantFrom("Europe/Kyiv", "UTC", undefined),
  paper: fc.boolean(),
});

test("a view is the same again after it went through the address, whatever statements are called", () => {
  fc.assert(
    fc.property(view, (wanted: TimeView) => {
      const said = Object.entries(queryOf(wanted)).filter((entry): entry is [string, string] => entry[1] !== undefined);
      assert.deepEqual(viewOf(new URLSearchParams(new URLSearchParams(said).toString())), { ...wanted });
    }),
    { seed: 5, numRuns: 500 },
  );
});

test("an address that a person types is read as it looks", () => {
  const { dropped, zones } = viewOf(new URLSearchParams("drop=48-hours,talk-day&zone=Europe/Kyiv"));
  assert.deepEqual([...dropped], ["48-hours", "talk-day"]);
  assert.equal(zones, "Europe/Kyiv");
});

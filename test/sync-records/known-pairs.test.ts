/** Pairs that were measured before: what is taken over, what is looked at again and how closely. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { planPairLooks } from "../../src/analyse/sync-measure/wanted-pairs.ts";
import { createSyncMeasurer } from "../../src/analyse/sync-measure/run-measurer.ts";
import type { KnownPair } from "../../src/core/sync/measurer.port.ts";
import type { PairMeasurement } from "../../src/core/sync/pair-measurement.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { measured, refused } from "./fake-measurer.ts";

const pairsOf = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (__, n): [number, number] => [a, a + 1 + n])).flat();
const glanced = (one: PairMeasurement): PairMeasurement => ({ ...one, looked: "at-a-glance" });
const known = (measurement: PairMeasurement, isCurrent = true): KnownPair => ({ measurement, isCurrent });

it("an offset that was found by looking closely is not looked for again at a glance among many", () => {
  const before = measured(3);
  const { wanted, taken } = planPairLooks(pairsOf(20), (a, b) => (a === 0 && b === 1 ? known(before) : undefined));
  assert.deepEqual(taken, [{ a: 0, b: 1, measurement: before }]);
  assert.equal(wanted.length, 189);
  assert.ok(wanted.every(([, , look]) => look === "at-a-glance"));
});

it("an offset of an earlier version is measured again as closely as it was, and a refusal as all the others are", () => {
  const earlier = (a: number, b: number) =>
    a === 0 && b === 1 ? known(measured(3), false) : a === 0 && b === 2 ? known(refused(), false) : undefined;
  const { wanted, taken } = planPairLooks(pairsOf(20), earlier);
  assert.deepEqual(taken, []);
  assert.deepEqual(
    wanted.slice(0, 3).map(([a, b, look]) => [a, b, look]),
    [
      [0, 1, "closely"],
      [0, 2, "at-a-glance"],
      [0, 3, "at-a-glance"],
    ],
  );
});

it("a recording that is added to a hundred is measured with those alone, and measuring all again measures nothing", () => {
  const glance = (a: number, b: number) => (a < 100 && b < 100 ? known(glanced(refused())) : undefined);
  assert.equal(planPairLooks(pairsOf(101), glance).wanted.length, 100);
  assert.deepEqual(planPairLooks(pairsOf(100), glance).wanted, []);
});

it("a refusal at a glance is looked into when the pair is asked about by itself", () => {
  assert.deepEqual(planPairLooks(pairsOf(2), () => known(glanced(refused()))).wanted, [[0, 1, "closely"]]);
  assert.deepEqual(planPairLooks(pairsOf(2), () => known(refused())).wanted, []);
});

it("what could not be read is read again whenever it is measured", () => {
  assert.equal(planPairLooks(pairsOf(2), () => known(refused("unread"))).wanted.length, 1);
});

it("the measurer says what is known again, and reads none of its files", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, async () => {
  const before = measured(3);
  const found = await createSyncMeasurer().measure(
    ["i1", "i2"].map((id) => ({ id, path: `/nowhere/${id}` })),
    { signal: new AbortController().signal, onProgress: () => undefined, known: () => known(before) },
  );
  assert.deepEqual(found?.pairs, [{ a: "i1", b: "i2", measurement: before }]);
  assert.deepEqual(
    found?.files.map(({ sound }) => sound.state),
    ["not-read", "not-read"],
  );
});

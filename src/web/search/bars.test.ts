/** Bars stand for every day between the first and the last, and never for more than were counted. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { barsOf, spanOf } from "./bars.ts";

const bin = (at: string, within: number, touching = 0) => ({ at: `${at}T00:00:00Z`, within, touching });

it("days that fit are a bar each", () => {
  const { bars, perBar } = barsOf({ bin: "day", bins: [bin("2024-09-14", 3), bin("2024-09-16", 1, 2)] }, 10);
  assert.deepEqual(
    [perBar.bins, bars.map(({ within, touching }) => [within, touching])],
    [
      1,
      [
        [3, 0],
        [1, 2],
      ],
    ],
  );
  const { from, to } = spanOf(bars, perBar.ms);
  assert.equal((to - from) / 86_400_000, 3);
});

it("more days than fit stand together, and who may be in two of them is not counted twice", () => {
  const bins = Array.from({ length: 20 }, (_, i) => bin(`2024-09-${String(i + 1).padStart(2, "0")}`, 1, 5));
  const { bars, perBar } = barsOf({ bin: "day", bins }, 10);
  assert.deepEqual([perBar.bins, bars.length, bars[0]?.within, bars[0]?.touching], [2, 10, 2, 5]);
});

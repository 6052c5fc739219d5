import assert from "node:assert/strict";
import { it } from "node:test";
import type { ItemId } from "../../core/item/item.ts";
import type { SyncMarkRow } from "../../api/sync.ts";
import type { ItemDetail } from "../../api/items.ts";
import { atOffset } from "./clip-timing.ts";
import { type EventsOf, nextEvent, wallEvents } from "./wall-events.ts";

const digest = `sha256:${"0".repeat(64)}` as const;
const range = (startFrame: number) => ({
  stream: 0,
  timeBase: { num: 1, den: 1000 },
  startPts: startFrame * 40,
  endPts: startFrame * 40,
  startFrame,
  endFrame: startFrame,
});
const detail = (id: string, observations: object[]): ItemDetail => ({ row: { id }, observations }) as unknown as ItemDetail;
const clip = (id: string, offset: number, observations: object[], sounds: EventsOf["sounds"] = []): EventsOf => ({
  ...{ detail: detail(id, observations), timing: atOffset(offset), sounds },
  frameSec: (frame) => frame * 0.04,
});
const mark = (points: object[], withdrawn?: string) =>
  ({ id: "j1", points, text: "flash", ...(withdrawn === undefined ? {} : { withdrawn }) }) as unknown as SyncMarkRow;

it("what is pinned to any clip comes in the order of the common clock", () => {
  const seen = { id: "o1", sort: "observation", text: "a door", target: { item: "i2", object: digest, range: range(25) } };
  const gone = { ...seen, id: "o2", withdrawn: "a mistake" };
  const events = wallEvents(
    [clip("i1", 0, [], [{ atS: 12.5, loudDb: 20 }]), clip("i2", 10, [seen, gone])],
    [
      mark([
        { item: "i1", atS: "3.25" },
        { item: "i9", atS: "1" },
      ]),
      mark([{ item: "i1", atS: "4" }], "not it"),
    ],
  );
  assert.deepEqual(
    events.map(({ sort, item, commonSec }) => [sort, item, commonSec]),
    [
      ["mark", "i1", 3.25],
      ["observation", "i2", 11],
      ["sound", "i1", 12.5],
    ],
  );
});

it("going on and back by key stops once at each moment, and at the ends nowhere", () => {
  const events = wallEvents(
    [
      clip(
        "i1",
        0,
        [],
        [1, 2, 2, 5].map((atS) => ({ atS, loudDb: 9 })),
      ),
    ],
    [],
  );
  assert.equal(nextEvent(events, 0, 1)?.commonSec, 1);
  assert.equal(nextEvent(events, 2, 1)?.commonSec, 5);
  assert.equal(nextEvent(events, 2, -1)?.commonSec, 1);
  assert.equal(nextEvent(events, 5, 1), undefined);
  assert.equal(nextEvent(events, 1 as number, -1), undefined);
  assert.equal(
    events.every(({ item }) => item === ("i1" as ItemId)),
    true,
  );
});

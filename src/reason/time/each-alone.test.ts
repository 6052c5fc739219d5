/** What each statement alone leaves to an event: the rows of a drawing. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { eachAlone, noRoomIn } from "./each-alone.ts";
import { momentsOf } from "./moments.ts";
import { TimeProblem } from "./time-problem.ts";

const examples = join(import.meta.dirname, "../../../docs/cli/examples");
const problem = (name: string) => TimeProblem.parse(JSON.parse(readFileSync(join(examples, name), "utf8")));
const utc = (ms: number | undefined) => new Date(ms ?? Number.NaN).toISOString();
const none = new Set<string>();

describe("what each statement alone leaves", () => {
  it("shows from which two sides the ambush is pressed, and the room that is missing between them", () => {
    const { rows, noRoom } = eachAlone(problem("time-conflict.json"), { zones: "", dropped: none, events: ["ambush"] });
    const talk = rows.find(({ statement }) => statement === "48-hours");
    assert.deepEqual(
      talk?.moments.map((piece) => piece.map(utc)),
      [["2022-03-30T09:00:00.000Z", "2022-04-01T09:00:00.000Z"]],
    );
    const order = rows.find(({ statement }) => statement === "ambush-before-filming");
    // Sunset of 29 March, known to half a minute.
    assert.match(utc(order?.moments.at(-1)?.[1]), /^2022-03-29T16:26:/);
    assert.deepEqual(order?.open, ["earlier"]);
    assert.equal(order?.beyond, "filming");
    assert.ok(Math.abs(((noRoom[0]?.to ?? 0) - (noRoom[0]?.from ?? 0)) / 1000 - 59_616) <= 30);
  });

  it("leaves a dropped statement its own row, and passes on nothing of it", () => {
    const { rows, noRoom } = eachAlone(problem("time-conflict.json"), {
      zones: "",
      dropped: new Set(["talk-day"]),
      events: ["ambush", "talk"],
    });
    assert.equal(rows.find(({ statement }) => statement === "talk-day")?.moments.length, 1);
    assert.deepEqual(rows.find(({ statement, event }) => statement === "48-hours" && event === "ambush")?.open, ["earlier", "later"]);
    assert.deepEqual(noRoom, []);
  });

  it("reads an open zone as it is asked to", () => {
    const end = (zones: string) =>
      utc(
        eachAlone(problem("time-unknown-zone.json"), { zones, dropped: none, events: ["first-post"] })
          .rows.find(({ statement }) => statement === "morning-post")
          ?.moments.at(-1)?.[1],
      );
    assert.equal(end("Europe/Kyiv"), "2022-03-30T09:00:00.000Z");
    assert.equal(end("Europe/London"), "2022-03-30T11:00:00.000Z");
  });

  it("finds no room exactly where rows have no moment in common", () => {
    const piece = fc.tuple(fc.nat(20), fc.nat(6)).map(([from, length]): [number, number] => [from, from + length]);
    const row = fc.array(piece, { minLength: 1, maxLength: 3 }).map(momentsOf);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const shared = Array.from({ length: 27 }, (_, at) => at).filter((at) =>
          rows.every((one) => one.some(([a, b]) => a <= at && at <= b)),
        );
        const found = noRoomIn(rows);
        assert.equal(found === undefined, shared.length > 0);
        if (found !== undefined) assert.ok(found.from <= found.to);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

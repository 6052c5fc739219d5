/** From a reading of words to a closed interval of instants. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { UtcInstant } from "../../src/core/time/time-claim.ts";
import { intervalOfReading, type ReadingInterval } from "../../src/reason/claim-text/times/interval-of-reading.ts";

const ends = (interval: ReadingInterval) =>
  interval.state === "interval" ? [interval.earliest, interval.latest, interval.zone.state] : interval.lacks;
const instant = (text: string) => text as UtcInstant;

describe("the interval of a reading", () => {
  it("spans the day on the clocks of its zone, and on all clocks where nobody says which", () => {
    const day = { kind: "within", day: "2022-03-30", zone: null } as const;
    assert.deepEqual(ends(intervalOfReading({ ...day, zone: "Europe/Kyiv" })), ["2022-03-29T21:00:00Z", "2022-03-30T21:00:00Z", "stated"]);
    assert.deepEqual(ends(intervalOfReading(day, { zone: "Europe/Kyiv" })), ["2022-03-29T21:00:00Z", "2022-03-30T21:00:00Z", "stated"]);
    assert.deepEqual(ends(intervalOfReading(day)), ["2022-03-29T10:00:00Z", "2022-03-31T12:00:00Z", "unknown"]);
  });

  it("is open on one side for a bound", () => {
    const bound = { kind: "bound", limit: "not-after", day: "2022-03-30", part: "morning", zone: "Europe/Kyiv" } as const;
    assert.deepEqual(ends(intervalOfReading(bound)), [undefined, "2022-03-30T09:00:00Z", "stated"]);
    assert.deepEqual(ends(intervalOfReading({ ...bound, limit: "not-before" })), ["2022-03-29T21:00:00Z", undefined, "stated"]);
  });

  it("is wider for on or around, and for a clock that is about", () => {
    const around = { kind: "within", day: "2022-03-30", zone: "UTC", plusMinusDays: 1 } as const;
    assert.deepEqual(ends(intervalOfReading(around)), ["2022-03-29T00:00:00Z", "2022-04-01T00:00:00Z", "stated"]);
    const clock = { kind: "within", day: "2022-03-30", zone: "UTC", between: ["14:00", "14:00"] as [string, string] } as const;
    assert.deepEqual(ends(intervalOfReading(clock)), ["2022-03-30T14:00:00Z", "2022-03-30T14:00:00Z", "stated"]);
    assert.deepEqual(ends(intervalOfReading(clock, { isApproximate: true })), ["2022-03-30T13:00:00Z", "2022-03-30T15:00:00Z", "stated"]);
  });

  it("runs a night into the next day, and takes a night over two days for one", () => {
    const night = { kind: "within", day: "2022-03-30", part: "night", zone: "UTC" } as const;
    assert.deepEqual(ends(intervalOfReading(night)), ["2022-03-30T18:00:00Z", "2022-03-31T09:00:00Z", "stated"]);
    assert.deepEqual(ends(intervalOfReading({ ...night, toDay: "2022-03-31" })), [
      "2022-03-30T18:00:00Z",
      "2022-03-31T09:00:00Z",
      "stated",
    ]);
  });

  it("uses what a case says of parts of a day", () => {
    const evening = { kind: "within", day: "2022-03-30", part: "evening", zone: "UTC" } as const;
    assert.deepEqual(ends(intervalOfReading(evening, { houseRules: { evening: ["16:00", "22:00"] } })), [
      "2022-03-30T16:00:00Z",
      "2022-03-30T22:00:00Z",
      "stated",
    ]);
  });

  it("counts from when it was said, and knows only the later end where just the publication is known", () => {
    const offset = { kind: "offset", hours: -48, plusMinusHours: 12, from: "utterance", of: "48 hours earlier" } as const;
    const said = { earliest: instant("2022-04-01T00:00:00Z"), latest: instant("2022-04-02T00:00:00Z") };
    assert.deepEqual(ends(intervalOfReading(offset, { from: { utterance: said } })), [
      "2022-03-29T12:00:00Z",
      "2022-03-31T12:00:00Z",
      "not-needed",
    ]);
    assert.deepEqual(ends(intervalOfReading(offset, { from: { publication: said } })), [undefined, "2022-03-31T12:00:00Z", "not-needed"]);
    assert.match(String(ends(intervalOfReading(offset))), /the time that "48 hours earlier" is counted from/);
  });

  it("says what it lacks where a place or another event is needed, or the zone is none", () => {
    assert.match(String(ends(intervalOfReading({ kind: "sun", sun: "afternoon", day: "2022-03-29" }))), /a place/);
    assert.match(String(ends(intervalOfReading({ kind: "order", relation: "before", of: "the shelling" }))), /the time of "the shelling"/);
    assert.match(String(ends(intervalOfReading({ kind: "within", day: "2022-03-29", zone: "Mars/Olympus" }))), /a zone that is known/);
  });
});

/** A statement while it is typed: what is read of the fields, what is refused, and that changing a statement begins with what it says. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import { emptyForm, formOf, readForm, roundingOf, type StatementForm } from "./statement-form.ts";

const same = (wished: string): string => wished;
const read = (change: Partial<StatementForm>) => readForm({ ...emptyForm, id: "a", event: "filming", ...change }, same);
const one = (change: Partial<StatementForm>): TimeStatement | undefined => {
  const found = read(change);
  return "statements" in found ? found.statements[0] : undefined;
};
const fault = (change: Partial<StatementForm>): string | undefined => {
  const found = read(change);
  return "fault" in found ? found.fault.field : undefined;
};

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/);
const day = fc.integer({ min: 0, max: 9000 }).map((n) => new Date(Date.UTC(2010, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const instant = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z"));
const rising = fc.tuple(instant, instant).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
const zone = fc.constantFrom(null, "UTC", "Europe/Kyiv", "+03:00");
const opt = <K extends string, V>(name: K, value: fc.Arbitrary<V>) =>
  fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [name]: found }) as { [key in K]?: V });
const common = fc
  .tuple(
    word,
    opt("source", word),
    opt("grade", word),
    opt("basis", word),
    opt("cites", fc.constant(["i1", "e2"])),
    opt("assumption", fc.constant(true)),
  )
  .map(([id, ...rest]) => Object.assign({ id }, ...rest) as { id: string });
const hours = fc.integer({ min: 1, max: 500_000 }).map((seconds) => Math.round((seconds / 3600) * 3.6e9) / 3.6e9);
const body = fc.oneof(
  fc
    .tuple(day, zone, opt("part", fc.constant("morning")), opt("plusMinusDays", fc.integer({ min: 1, max: 9 })))
    .map(([on, of, ...rest]) => Object.assign({ kind: "within", event: "filming", day: on, zone: of }, ...rest) as object),
  opt("atLeastHours", hours).map((rest) => ({ kind: "order", before: "ambush", after: "filming", ...rest })),
  fc
    .tuple(hours, fc.boolean(), opt("plusMinusHours", hours))
    .map(([by, isEarlier, rest]) => ({ kind: "offset", from: "talk", to: "ambush", hours: isEarlier ? -by : by, ...rest })),
  rising.map(([notBefore, notAfter]) => ({ kind: "bound", event: "filming", notBefore, notAfter })),
  instant.map((notAfter) => ({ kind: "bound", event: "filming", notAfter })),
  fc.array(rising, { minLength: 1, maxLength: 4 }).map((windows) => ({ kind: "windows", event: "filming", windows })),
  fc
    .tuple(fc.constantFrom("morning", "afternoon", "daylight", "night"), opt("day", day))
    .map(([sun, rest]) => ({ kind: "sun", event: "filming", place: { lat: 50.465, lon: 30.185 }, sun, ...rest })),
);

describe("a statement while it is typed", () => {
  it("begins, when it is changed, with what it says: set without a change it is the same", () => {
    fc.assert(
      fc.property(common, body, (names, rest) => {
        const statement = { ...rest, ...names } as TimeStatement;
        assert.deepEqual(readForm(formOf(statement), same), { statements: [statement] });
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it("reads a bound by the clock of its zone, the hour that clocks skip refused", () => {
    const zoned = { sort: "bound", zone: "Europe/Kyiv" } as const;
    assert.deepEqual(one({ ...zoned, to: "2022-03-30 12:00" }), {
      id: "a",
      kind: "bound",
      event: "filming",
      notAfter: "2022-03-30T09:00:00Z",
    });
    assert.equal(fault({ ...zoned, to: "2022-03-27 03:30" }), "to");
    assert.equal(fault({ ...zoned, from: "2022-03-31 00:00", to: "2022-03-30 00:00" }), "to");
    assert.equal(fault({ ...zoned }), "to");
    // A day alone means all of it.
    const whole = one({ ...zoned, from: "2022-03-30", to: "2022-03-30" });
    assert.ok(whole?.kind === "bound");
    assert.deepEqual([whole.notBefore, whole.notAfter], ["2022-03-29T21:00:00Z", "2022-03-30T20:59:59Z"]);
  });

  it("reads the offset between two clips to the hundredth of a second", () => {
    const offset = one({
      sort: "offset",
      other: "clip b",
      amount: "12.34",
      unit: "seconds",
      direction: "later",
      give: "0.01",
      giveUnit: "seconds",
    });
    assert.ok(offset?.kind === "offset");
    assert.equal(Math.round(offset.hours * 3600 * 1000), 12_340);
    assert.equal(Math.round((offset.plusMinusHours ?? 0) * 3600 * 1000), 10);
  });

  it("offers how far was rounded by house rule: half a day for 48 hours, half the unit else", () => {
    const rounding = (amount: string, unit: StatementForm["unit"]) =>
      Object.values(roundingOf({ ...emptyForm, amount, unit }) ?? {}).join(" ");
    assert.deepEqual(
      [rounding("48", "hours"), rounding("2", "days"), rounding("5", "hours"), rounding("20", "minutes"), rounding("12", "seconds")],
      ["12 hours", "12 hours", "30 minutes", "30 seconds", ""],
    );
  });

  it("brings with a post that what it shows was filmed before, which is certain", () => {
    const found = read({ sort: "post", event: "first post", day: "2022-03-30", other: "filming" });
    assert.ok("statements" in found);
    assert.deepEqual(found.statements[1], {
      id: "filming-before-first post",
      kind: "order",
      certain: true,
      before: "filming",
      after: "first post",
    });
    const post = found.statements[0];
    assert.ok(post?.kind === "within" && post.zone === null);
  });

  it("names the field of what it refuses", () => {
    for (const [change, field] of [
      [{ id: " " }, "id"],
      [{ event: "" }, "event"],
      [{ day: "30.03.2022" }, "day"],
      [{ day: "2022-02-30" }, "day"],
      [{ day: "2022-03-30", toDay: "2022-03-29" }, "toDay"],
      [{ day: "2022-03-30", zone: "Mars/Olympus" }, "zone"],
      [{ day: "2022-03-30", around: "1.5" }, "around"],
      [{ day: "2022-03-30", part: "clock", from: "25:00" }, "from"],
      [{ day: "2022-03-30", cites: "the clip" }, "cites"],
      [{ sort: "order", other: "filming" }, "other"],
      [{ sort: "offset", other: "talk", amount: "-3" }, "amount"],
      [{ sort: "sun", place: "by the bridge" }, "place"],
      [{ sort: "windows", windows: "yesterday" }, "windows"],
    ] as const)
      assert.equal(fault(change), field, JSON.stringify(change));
  });
});

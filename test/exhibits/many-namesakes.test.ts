/** Captions that name many places of many namesakes: every pair is weighed, few are measured, and what is left out is told. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { wayBetween } from "../../src/core/place/geodesic.ts";
import { checkExhibit } from "../../src/reason/exhibit/check-exhibit.ts";
import type { NamedPoint } from "../../src/reason/exhibit/mismatch.ts";
import { anyPairWithin, nearestPair, type Spot } from "../../src/reason/exhibit/nearest-pair.ts";

const km = (one: Spot, other: Spot) => wayBetween(one, other).metres / 1000;
const degrees = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((one) => one / 10_000);
const spots = fc.array(fc.record({ lat: degrees(89), lon: degrees(180) }), { minLength: 1, maxLength: 12 });

describe("places of many namesakes", () => {
  it("the nearest two are those that measuring every pair finds, and so is whether any two fit", () => {
    fc.assert(
      fc.property(spots, spots, fc.nat(19_000), fc.nat(2000), (ones, others, from, wide) => {
        const all = ones.flatMap((one) => others.map((other) => km(one, other)));
        assert.equal(nearestPair(ones, others)?.km, Math.min(...all));
        const allowed = { from, to: from + wide };
        assert.equal(
          anyPairWithin(ones, others, () => allowed),
          all.some((one) => allowed.from <= one && one <= allowed.to),
        );
      }),
    );
  });

  it("of 250,000 pairs few are measured", () => {
    const named = (from: number) =>
      Array.from({ length: 500 }, (_, at) => ({ lat: 44 + ((at * 7919 + from) % 8000) / 1000, lon: from + at / 100 }));
    let measured = 0;
    const counted = (one: Spot, other: Spot) => {
      measured++;
      return km(one, other);
    };
    assert.ok(nearestPair(named(20), named(30), () => 0, counted) !== undefined);
    assert.equal(
      anyPairWithin(named(20), named(30), () => ({ from: 9000, to: 9500 }), counted),
      false,
    );
    assert.ok(measured > 0 && measured < 1000, `${measured} were measured`);
  });

  it("a relation said twice is one mismatch, and beyond ten of them, or twenty names, the rest is told as not compared", () => {
    const names = Array.from({ length: 30 }, (_, at) => `Selo${String.fromCodePoint(97 + at)}a`.replace(/[^A-Za-z]/gu, "zh"));
    const point = (name: string, at: number): NamedPoint => ({
      ...{ name, lat: 44 + at / 3, lon: at % 2 === 0 ? 22 : 40, radiusKm: 0, population: null },
      ...{ source: "an invented list", floor: "every village" },
    });
    const places = new Map(names.map((name, at) => [name, [point(name, at)]]));
    const event = { id: "e1", title: "Synthetic", place: { lat: -40, lon: 30, radiusKm: 1 }, time: "unknown" } as const;
    const check = (caption: string) =>
      checkExhibit({ words: { caption, credit: null, alt: null }, places, days: [], sightings: [], publishedFrom: "unknown" }, [event]);
    const pair = (at: number) => `A road in ${names[at]}, outside ${names[at + 1]}.`;
    assert.deepEqual(
      check(`${pair(0)} ${pair(0)}`).mismatches.map(({ sort }) => sort),
      ["caption-at-odds", "caption-place"],
    );
    const many = check(Array.from({ length: 12 }, (_, at) => pair(at * 2)).join(" "));
    assert.equal(many.mismatches.filter(({ sort }) => sort === "caption-at-odds").length, 10);
    assert.match(many.notCompared.join(" "), /says of 12 places .* only the first 10/);
    const listed = check(
      names
        .slice(0, 25)
        .map((name) => `A road in ${name}.`)
        .join(" "),
    );
    assert.deepEqual(listed.mismatches, [], "of some of many it is not said that none is near");
    assert.match(listed.notCompared.join(" "), /names 25 places/);
  });
});

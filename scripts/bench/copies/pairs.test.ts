import assert from "node:assert/strict";
import { test } from "node:test";
import { copyPairs, differentPairs, someOf } from "./pairs.ts";
import { WHOLE, type Clip, type Edit, type Material, type SharedPart } from "./truth.ts";

const clip = (name: string, half: Clip["half"], lookAlike: string | null = null): Clip => ({
  ...{ name, half, lookAlike, file: `${name}.mp4`, nature: "drawn", width: 320, height: 240, fps: 25, seconds: 12 },
});
const part = (source: string): SharedPart => ({
  ...{ source, fromSec: 0, toSec: 12, sourceFromSec: 0, sourceToSec: 12, speed: 1, mirrored: false, turnedDeg: 0, tiltDeg: 0 },
  ...{ partOfSource: WHOLE, partOfCopy: WHOLE, covered: [] },
});
const edit = (of: Clip, kind: string, inIt: readonly string[]): Edit => ({
  ...{ ...of, name: `${of.name}--${kind}`, kind, of: of.name, picture: inIt.map(part), sound: inIt.map(part) },
});

const [harbour, market, quarry, elsewhere] = [
  clip("harbour", "report", "harbour-later"),
  clip("market", "report"),
  clip("quarry", "report"),
  clip("elsewhere", "set"),
];
const material: Material = {
  format: "witnessmark-copies-material-v1",
  sources: [harbour, market, quarry, elsewhere],
  edits: [edit(harbour, "mirror", ["harbour"]), edit(market, "compilation", ["market", "harbour"])],
  lookAlikes: [clip("harbour-1", "report", "harbour-later"), clip("harbour-2", "report", "harbour-later"), clip("fog-1", "report", "fog")],
};

test("a copy is paired with every clip that is in it, and the one that it is of is the main one", () => {
  const named = copyPairs(material, "report").map(({ a, b, main, picture }) => [a.name, b.name, main, picture.length]);
  assert.deepEqual(named, [
    ["harbour", "harbour--mirror", true, 1],
    ["market", "market--compilation", true, 1],
    ["harbour", "market--compilation", false, 1],
  ]);
});

test("no pair of different clips shares footage or crosses the halves", () => {
  const pairs = differentPairs(material, "report");
  for (const { a, b } of pairs) {
    assert.notEqual(a.name, b.name);
    assert.ok(a.half === "report" && b.half === "report");
    const inside = material.edits.find(({ name }) => name === b.name)?.picture.map(({ source }) => source) ?? [];
    assert.ok(!inside.includes(a.name), `${b.name} holds ${a.name}`);
  }
  const names = pairs.map(({ a, b }) => `${a.name} ${b.name}`);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.includes("quarry market--compilation") && names.includes("market harbour--mirror"));
});

test("clips of one group are look-alikes, and so are copies of a source and what looks like it", () => {
  const alike = differentPairs(material, "report").filter(({ lookAlike }) => lookAlike !== null);
  const named = alike.map(({ a, b }) => `${a.name} ${b.name}`);
  assert.deepEqual(named, [
    "harbour harbour-1",
    "harbour harbour-2",
    "harbour-1 harbour-2",
    "harbour-1 harbour--mirror",
    "harbour-2 harbour--mirror",
  ]);
});

test("where not all pairs are taken, look-alikes come first and the others are an even choice", () => {
  const pairs = differentPairs(material, "report");
  const some = someOf(pairs, 6);
  assert.equal(some.length, 6);
  assert.ok(some.slice(0, 3).every(({ lookAlike }) => lookAlike !== null));
  assert.equal(new Set(some).size, 6);
  assert.equal(someOf(pairs, 1000).length, pairs.length);
});

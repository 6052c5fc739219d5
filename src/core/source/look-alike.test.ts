import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lettersApart, looksLike, skeleton } from "./look-alike.ts";

describe("names that look alike", () => {
  for (const [one, other, why] of [
    ["dorvane_news", "dоrvane_news", "a Cyrillic o"],
    ["dorvane_news", "Dorvane-News", "case and separators"],
    ["dorvane_news", "d0rvane_news", "a nought"],
    ["dorvane.live", "dorvane.1ive", "a one for an l"],
    ["lorvane", "Iorvane", "a capital i for an l"],
    ["morvane", "rnorvane", "r and n for m"],
    ["Дорван", "Дoрвaн", "Latin letters in a Cyrillic name"],
    ["dorvane", "dorváne", "an accent"],
    ["dorvane", "dor\u200bvane", "a character without width"],
    ["dorvane", "ｄorvane", "a wide letter"],
  ] as const) {
    it(`are flagged: ${why}`, () => assert.ok(looksLike(one, other), `${skeleton(one)} ${skeleton(other)}`));
  }

  for (const [one, other, why] of [
    ["dorvane_news", "dorvane_news", "the same name is no look-alike"],
    ["dorvane_news", "dorvane_live", "another name"],
    ["dorvane", "dorvana", "another letter"],
    ["???", "!?", "no letters at all"],
    ["مدينة", "مدينه", "two Arabic letters that a reader tells apart"],
  ] as const) {
    it(`are not: ${why}`, () => assert.ok(!looksLike(one, other)));
  }

  it("say which letters are not the same", () => {
    assert.deepEqual(lettersApart("dorvane", "d\u043Ervane"), ["\u043E (U+043E)"]);
    assert.deepEqual(lettersApart("dorvane", "dorvane"), []);
  });

  it("a skeleton is a skeleton's own skeleton", () => {
    for (const name of ["dоrvane_news", "rnodern", "vvord", "Дорван ТВ", "123|l"]) assert.equal(skeleton(skeleton(name)), skeleton(name));
  });
});

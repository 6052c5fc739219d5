import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createLookChooser } from "../../src/core/recogniser/choose-looks.ts";
import { groupSigns as group, type SeenFrame } from "../../src/core/recogniser/group-signs.ts";
import { cleanWords, mergeReadings, readTsv, type SeenLine } from "../../src/core/recogniser/read-tsv.ts";
import { signTerms } from "../../src/core/recogniser/sign-terms.ts";
import { TierSegment } from "../../src/core/tier/tier.ts";
import { faultOfTier } from "../../src/core/tier/check-tier.ts";

const line = (text: string, o: Partial<SeenLine> = {}): SeenLine => ({
  ...{ text, confidence: 0.9, left: 100, top: 100, right: 300, bottom: 140, others: [] },
  ...o,
});
const frame = (atSec: number, ...lines: SeenLine[]): SeenFrame => ({ atSec, untilSec: atSec, width: 1000, height: 500, lines });
const groupSigns = (frames: readonly SeenFrame[]) => group(frames).signs;

describe("signs out of pictures", () => {
  it("the same sign on several pictures is one, from the first that shows it to the last", () => {
    const signs = groupSigns([
      frame(1, line("АПТЕКА", { confidence: 0.8 })),
      frame(2, line("АПТЕКА 24", { confidence: 0.95 })),
      frame(3, line("AПTEKA 24", { confidence: 0.6 })),
    ]);
    assert.equal(signs.length, 1);
    const [sign] = signs;
    assert.deepEqual([sign?.text, sign?.startMs, sign?.endMs], ["АПТЕКА 24", 1000, 3000]);
    assert.deepEqual(sign?.alternatives.toSorted(), ["AПTEKA 24", "АПТЕКА"]);
    assert.deepEqual(sign?.machine, { confidence: 0.95, suspect: [] });
  });

  it("its box is in millionths of the picture, as boxes of observations are", () => {
    assert.deepEqual(groupSigns([frame(0, line("KYIV"))])[0]?.box, { x: 100_000, y: 200_000, width: 200_000, height: 80_000 });
  });

  it("a sign that comes back after it was away stands twice", () => {
    const away = [2, 3, 4, 5].map((sec) => frame(sec));
    assert.deepEqual(
      groupSigns([frame(1, line("KYIV")), ...away, frame(6, line("KYIV"))]).map(({ startMs }) => startMs),
      [1000, 6000],
    );
    assert.equal(groupSigns([frame(1, line("KYIV")), frame(2), frame(3, line("KYIV"))]).length, 1);
  });

  it("another sign that takes the place of one after a cut is another", () => {
    assert.equal(groupSigns([frame(1, line("вул. Київська")), frame(2, line("Дмитрівка"))]).length, 2);
  });

  it("what is hard to read is told, and what is no word is left out", () => {
    const signs = groupSigns([frame(0, line("вул", { confidence: 0.55 }), line("|"), line("—"), line("xq", { confidence: 0.2 }))]);
    assert.deepEqual(
      signs.map(({ text, machine }) => [text, machine.suspect]),
      [["вул", ["low-probability"]]],
    );
  });

  it("a wall of words on many pictures is grouped all the same, and what is beyond the bounds is told", () => {
    const wall = (sec: number) =>
      Array.from({ length: 260 }, (_, n) =>
        line(`${String.fromCodePoint(0x430 + (n % 32)).repeat(20)} ${n} ${(n * 7919 * (sec % 7)) % 10007} слово на стіні`, {
          ...{ top: n * 4, bottom: n * 4 + 3 },
          confidence: n < 200 ? 0.9 : 0.5,
        }),
      );
    const { signs, leftOut } = group(Array.from({ length: 60 }, (_, sec) => frame(sec, ...wall(sec))));
    assert.ok(signs.length >= 200 && signs.every(({ machine }) => machine.confidence === 0.9));
    assert.equal(leftOut.split(": ")[0], "3600 lines were left out");
  });

  it("whatever a program reads, the segments are such as a tier may hold", () => {
    const lines = fc.array(
      fc.record({
        text: fc.string({ unit: "binary", maxLength: 30 }).map(cleanWords),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        left: fc.integer({ min: -5, max: 1100 }),
        top: fc.integer({ min: -5, max: 600 }),
        right: fc.integer({ min: -5, max: 1100 }),
        bottom: fc.integer({ min: -5, max: 600 }),
        others: fc.constant<string[]>([]),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }), (frames) => {
        const signs = groupSigns(frames.map((some, n) => frame(n / 3, ...some)));
        const segments = signs.map((sign, n) =>
          TierSegment.parse({
            id: n + 1,
            speaker: null,
            overlap: false,
            language: null,
            of: null,
            ...sign,
            alternatives: [...sign.alternatives],
          }),
        );
        assert.equal(faultOfTier({ sort: "on-screen", language: "mul", segments }, null), undefined);
      }),
      { numRuns: 50 },
    );
  });
});

describe("Tesseract's table", () => {
  const row = (word: number, text: string, confidence: number, left: number) =>
    `5\t1\t1\t1\t1\t${word}\t${left}\t10\t50\t20\t${confidence}\t${text}`;

  it("words of a line stand together, with the box around them and a confidence by letters", () => {
    const [only] = readTsv(["level\tpage", row(1, "вул.", 90, 10), row(2, "Київська", 60, 70), "5\tbroken"].join("\n"));
    assert.deepEqual([only?.text, only?.left, only?.right], ["вул. Київська", 10, 120]);
    assert.ok(Math.abs((only?.confidence ?? 0) - 0.7) < 1e-9);
  });

  it("rows that are no words, and marks of direction, are left out", () => {
    assert.deepEqual(readTsv([row(1, " ", 95, 0), row(2, "x", -1, 0), "\u0000", "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t"].join("\n")), []);
    assert.equal(readTsv(row(1, "الحمرا\u200f", 80, 0))[0]?.text, "الحمرا");
  });

  it("of two readings of one place the surer stands, and the other is kept beside it", () => {
    const [one, ...more] = mergeReadings([line("K1EV", { confidence: 0.5 })], [line("KYIV", { confidence: 0.9, left: 110 })]);
    assert.deepEqual([one?.text, one?.others, more.length], ["KYIV", ["K1EV"], 0]);
    assert.equal(mergeReadings([line("A")], [line("B", { left: 500, right: 600 })]).length, 2);
  });
});

describe("which pictures are read", () => {
  it("a picture that stays the same is read once, up to the last look at it", () => {
    const chooser = createLookChooser();
    const grey = (value: number) => new Uint8Array(64).fill(value);
    [10, 11, 12, 90, 91].forEach((value, n) => chooser.add({ atSec: n, grey: grey(value) }));
    assert.deepEqual(chooser.end(), [
      { atSec: 0, untilSec: 2 },
      { atSec: 3, untilSec: 4 },
    ]);
  });

  it("there are never more than can be read, and they are spread over the clip", () => {
    const chooser = createLookChooser();
    for (let n = 0; n < 1000; n++) chooser.add({ atSec: n, grey: new Uint8Array(64).fill((n % 2) * 200) });
    const looks = chooser.end();
    assert.equal(looks.length, 300);
    assert.ok((looks.at(-1)?.atSec ?? 0) > 990);
  });
});

describe("names out of signs", () => {
  it("kinds of streets are no names; what stands together comes first", () => {
    assert.deepEqual(signTerms("вул. Київська"), ["Київська"]);
    assert.deepEqual(signTerms("شارع الحمرا"), ["الحمرا"]);
    assert.deepEqual(signTerms("Нова Дмитрівка 24"), ["Нова Дмитрівка", "Нова", "Дмитрівка"]);
    assert.deepEqual(signTerms("АПТЕКА 24 | OPEN"), []);
    assert.deepEqual(signTerms("Кам'янець-Подільський"), ["Кам'янець-Подільський"]);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { choosePieces } from "../../src/core/recogniser/choose-pieces.ts";
import { type HeardWords, judgeHeard, type SoundGround } from "../../src/core/recogniser/judge-heard.ts";
import { quietOf } from "../../src/core/recogniser/quiet.ts";
import { repeatsItself } from "../../src/core/recogniser/repeated-phrase.ts";
import { levelStepSec, type SoundLevels } from "../../src/core/recogniser/sound-levels.ts";
import { bang, joined, levelsOf, noise, over, silence, voice } from "./made-sound.ts";

const room = 0.0008;
/** 40 s of a quiet room: a voice at 5 to 10 s, a bang at 20 s, a burst of six at 28 s; nothing else. */
const street = over(
  noise(40, room, 3, 0.3),
  [5, voice(5, 0.08)],
  [20, bang(2, 0.9)],
  ...[28, 28.11, 28.22, 28.33, 28.44, 28.55].map((sec, seed) => [sec, bang(1.5, 0.7, 0.5, seed + 1)] as const),
);

function groundOf(samples: Float32Array, startSec = 0): SoundGround {
  const levels = levelsOf(samples, startSec);
  return { levels, quiet: quietOf(levels), events: [] };
}

function heard(startSec: number, endSec: number, text: string, o: Partial<HeardWords> = {}): HeardWords {
  return { startSec, endSec, text, words: [], confidence: 0.9, language: null, suspect: [], given: { startSec: 0, endSec: 40 }, ...o };
}

describe("words that a recogniser wrote are held against the sound", () => {
  const ground = groundOf(street);
  const judge = (...words: HeardWords[]) => judgeHeard(words, ground);

  it("words where somebody speaks stand as they were written", () => {
    assert.deepEqual(judge(heard(5, 10, " they are going to the market ")), [
      { startMs: 5000, endMs: 10_000, text: "they are going to the market", language: null, machine: { confidence: 0.9, suspect: [] } },
    ]);
  });

  it("no words stand on silence, however sure the program is; the stretch stays and says why", () => {
    const [one] = judge(heard(12, 17, "Thank you for watching!", { confidence: 0.99 }));
    assert.deepEqual(one, {
      ...{ startMs: 12_000, endMs: 17_000, text: "", language: null },
      machine: { confidence: 0.99, suspect: ["silence"] },
    });
  });

  it("no words stand on a bang, nor on a burst of bangs", () => {
    for (const span of [
      [19.8, 22],
      [20, 21],
      [27.5, 30.5],
      [28.2, 29],
    ] as const) {
      const [one] = judge(heard(span[0], span[1], "Увага"));
      assert.deepEqual([one?.text, one?.machine.suspect], ["", ["impulsive-noise"]], `words at ${span.join(" to ")} s`);
    }
  });

  it("a noise that swells is taken for impulsive only where the analyser of sudden sounds says so", () => {
    const swelling = bang(2, 0.9).map((sample, n) => sample * Math.min(1, n / 3200));
    const heardThere = heard(9.9, 12, "Увага");
    const room40 = over(noise(40, room, 3, 0.3), [10, swelling]);
    assert.equal(judgeHeard([heardThere], groundOf(room40))[0]?.text, "Увага");
    assert.equal(judgeHeard([heardThere], { ...groundOf(room40), events: [10.02] })[0]?.text, "");
  });

  it("a voice beside a bang keeps its words", () => {
    const both = groundOf(over(noise(40, room, 3, 0.3), [10, bang(2, 0.9)], [10.6, voice(2, 0.1)]));
    const [one] = judgeHeard([heard(9.9, 12.6, "down, get down")], both);
    assert.equal(one?.text, "down, get down");
  });

  it("a short shout that begins and ends steeply is no impulse", () => {
    for (const pitchHz of [95, 130, 210, 320]) {
      const shout = voice(0.25, 0.5, pitchHz).map((sample, n) => (n < 40 ? sample * 3 : sample));
      const [one] = judgeHeard([heard(9.8, 10.5, "stop")], groundOf(over(noise(40, room, 3, 0.3), [10, shout])));
      assert.equal(one?.text, "stop", `at ${pitchHz} Hz`);
    }
  });

  it("in loud steady noise nothing is called silence: the words stay, and its floor tells nothing", () => {
    const [one] = judgeHeard([heard(3, 5, "there")], groundOf(noise(40, 0.05, 5)));
    assert.equal(one?.text, "there");
  });

  it("words after the end of the sound are no transcript, and lie at its end", () => {
    const after = judge(heard(40.2, 43, "Subtitles by nobody"), heard(39.99, 45, "and more"));
    assert.deepEqual(
      after.map(({ text, endMs, machine }) => [text, endMs, machine.suspect]),
      [
        ["", 40_000, ["after-end"]],
        ["", 40_000, ["after-end"]],
      ],
    );
  });

  it("times that are backwards or before the start are put inside the sound", () => {
    const [one] = judge(heard(9, 4, "backwards"));
    assert.deepEqual([one?.startMs, one?.endMs], [9000, 9500]);
    const [two] = judge(heard(-30, 8, "from before"));
    assert.deepEqual([two?.startMs, two?.endMs, two?.text], [0, 8000, "from before"]);
  });

  it("words timed one by one lose those at the end that stand on nothing", () => {
    const words = [
      { text: " the", startSec: 5.1, endSec: 5.4 },
      { text: " market", startSec: 5.5, endSec: 6.2 },
      { text: " Thank", startSec: 13, endSec: 13.4 },
      { text: " you", startSec: 13.5, endSec: 14 },
    ];
    const parts = judge(heard(5, 15, " the market Thank you", { words }));
    assert.deepEqual(
      parts.map(({ startMs, endMs, text, machine }) => [startMs, endMs, text, machine.suspect]),
      [
        [5000, 6200, "the market", []],
        [6200, 15_000, "", ["silence"]],
      ],
    );
  });

  it("a letter that fell to two pieces, as Cyrillic ones do, changes nothing of that", () => {
    const pieces = [" Ст\ufffd", "\ufffd", "й", " тут", " Дяку\ufffd", "\ufffd", "\ufffd\ufffd перегляд"];
    const words = pieces.map((text, n) => ({ text, startSec: n < 4 ? 5.5 + n / 2 : 9 + n, endSec: n < 4 ? 6 + n / 2 : 10 + n }));
    const parts = judge(heard(5, 17, " Стій тут Дякую за перегляд", { words }));
    assert.deepEqual(
      parts.map(({ text, machine }) => [text, machine.suspect]),
      [
        ["Стій тут", []],
        ["", ["silence"]],
      ],
    );
    // Words that are others than the text are no measure for it.
    const others = words.map((word) => ({ ...word, text: word.text.replace("тут", "там") }));
    assert.equal(judge(heard(5, 17, " Стій тут Дякую за перегляд", { words: others })).length, 1);
  });

  it("words on a long stretch of which little is heard stay, and the silence under them is told", () => {
    const little = groundOf(over(noise(40, room, 3, 0.3), [20, voice(0.4, 0.1)]));
    const [one] = judgeHeard([heard(5, 35, "Дякую за перегляд!")], little);
    assert.deepEqual([one?.text, one?.machine.suspect], ["Дякую за перегляд!", ["silence"]]);
    assert.deepEqual(judgeHeard([heard(19, 21, "так")], little)[0]?.machine.suspect, []);
  });

  it("more letters than the audible part has room for are told, and the words stay", () => {
    const text = Array.from({ length: 120 }, (_, n) => `word${n}`).join(" ");
    const [one] = judge(heard(9, 15, text));
    assert.deepEqual(one?.machine.suspect, ["implausible-rate"]);
    assert.equal(one?.text, text);
  });

  it("a loop is told; a word called three times is none", () => {
    assert.equal(repeatsItself("help help help"), false);
    assert.equal(repeatsItself("дякую дякую дякую дякую дякую дякую"), true);
    assert.equal(repeatsItself(`before that ${"I am going to, ".repeat(6)}`), true);
    assert.equal(repeatsItself("one and two and three and four and five and six"), false);
    assert.deepEqual(judge(heard(5, 10, "so so so so so so"))[0]?.machine.suspect, ["repeats"]);
  });

  it("what the program's own numbers say is passed on", () => {
    assert.deepEqual(judge(heard(5, 10, "words", { suspect: ["no-speech", "low-probability"] }))[0]?.machine.suspect, [
      "no-speech",
      "low-probability",
    ]);
  });

  it("silence in a recording that is all silence, or all nothing, carries no words", () => {
    for (const samples of [silence(40), noise(40, 0.0003, 9)])
      assert.equal(judgeHeard([heard(0, 30, "you")], groundOf(samples))[0]?.text, "");
  });
});

describe("whatever a program writes", () => {
  const ground = groundOf(street);
  const time = fc.double({ min: -100, max: 200, noNaN: true });
  const words = fc.array(fc.record({ text: fc.string({ maxLength: 8 }), startSec: time, endSec: time }), { maxLength: 6 });
  const anything = fc.record({ startSec: time, endSec: time, text: fc.string({ maxLength: 60 }), words });

  it("stretches lie in the sound, in order, and those that carry a reason for silence carry no words", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (list) => {
        const out = judgeHeard(
          list.map((one) => heard(one.startSec, one.endSec, one.text, { words: one.words })),
          ground,
        );
        let before = -1;
        for (const { startMs, endMs, text, machine } of out) {
          assert.ok(startMs >= 0 && endMs > startMs && endMs <= 40_001 && startMs >= before);
          before = startMs;
          const unheard = machine.suspect.some((one) => one === "silence" || one === "impulsive-noise" || one === "after-end");
          // Silence stands beside words too, where little is heard under them.
          assert.ok(text === "" ? unheard : machine.suspect.every((one) => one !== "impulsive-noise" && one !== "after-end"));
        }
      }),
    );
  });

  it("words over nothing but the quiet room never stand, wherever they are put", () => {
    fc.assert(
      fc.property(fc.double({ min: 11, max: 18, noNaN: true }), fc.double({ min: 0.01, max: 1.5, noNaN: true }), (from, length) => {
        assert.equal(judge1(heard(from, from + length, "words")), "");
      }),
    );
  });

  it("judging is the same when the sound begins elsewhere on the clock", () => {
    const shifted = groundOf(street, 100);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3900 }), fc.integer({ min: 1, max: 900 }), (at, length) => {
        const [from, to] = [at / 100, (at + length) / 100];
        const there = judgeHeard([heard(from + 100, to + 100, "words", { given: { startSec: 100, endSec: 140 } })], shifted);
        assert.equal(there[0]?.text, judge1(heard(from, to, "words")));
      }),
    );
  });

  function judge1(one: HeardWords): string | undefined {
    return judgeHeard([one], ground)[0]?.text;
  }
});

describe("a long sound is cut into pieces", () => {
  const levelsFrom = (bits: readonly boolean[]): SoundLevels => ({
    startSec: 2,
    levelDb: Float32Array.from(bits.flatMap((loud) => Array.from({ length: 25 }, () => (loud ? -20 : -80)))),
    voiced: new Uint8Array(bits.length * 25),
  });

  it("pieces follow each other from the first moment to the last, and none is longer than a minute and a half", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 2000 }), (bits) => {
        const levels = levelsFrom(bits);
        const span = { startSec: 2, endSec: 2 + levels.levelDb.length * levelStepSec };
        const pieces = choosePieces(levels, { belowDb: -60 }, span);
        assert.equal(pieces[0]?.startSec, span.startSec);
        assert.equal(pieces.at(-1)?.endSec, span.endSec);
        pieces.forEach((piece, at) => {
          if (at > 0) assert.equal(piece.startSec, pieces[at - 1]?.endSec);
          assert.ok(piece.endSec - piece.startSec <= 90.001 && piece.endSec > piece.startSec);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("where somebody pauses, no word is cut", () => {
    const spoken = joined(voice(50, 0.1), noise(1, room, 2), voice(30, 0.1), noise(2, room, 4), voice(60, 0.1));
    const levels = levelsOf(spoken);
    const [first] = choosePieces(levels, quietOf(levels), { startSec: 0, endSec: spoken.length / 16_000 });
    assert.ok(first !== undefined && Math.abs(first.endSec - 82) < 0.6, `cut at ${first?.endSec}`);
  });

  it("a piece in which nothing is heard is given to no program", () => {
    const levels = levelsOf(joined(voice(60, 0.1), noise(100, room, 2), voice(20, 0.1)));
    const pieces = choosePieces(levels, quietOf(levels), { startSec: 0, endSec: 180 });
    assert.ok(pieces.some(({ silent }) => silent));
    assert.ok(!pieces[0]?.silent && !pieces.at(-1)?.silent);
  });
});

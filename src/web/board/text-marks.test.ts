/** A text is drawn whole, whatever is marked in it; and read whole, in whatever pieces. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { SourceText } from "../../core/claim/source-text.ts";
import { blockAt, blocksOf } from "./text-blocks.ts";
import { textChunks } from "./text-chunks.ts";
import { marksByBlock, runsOf, type TextMark } from "./text-marks.ts";

const text = (...parts: string[]): SourceText => ({
  parts: parts.map((one, post) => ({ part: { sort: "post", post }, role: "post", text: one })),
  published: "unknown",
  zone: null,
  publisher: null,
});
const line = fc.string({ unit: fc.constantFrom("a", " ", "б", "ب", "😀", "\r"), maxLength: 30 });
const parts = fc.array(
  fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n")),
  { minLength: 1, maxLength: 4 },
);

describe("what is drawn of a text", () => {
  it("is every line with words, in pieces that no character is cut in two by", () => {
    fc.assert(
      fc.property(parts, (some) => {
        const source = text(...some);
        const drawn = blocksOf(source).map(({ part, start, end }) => source.parts[part]?.text.slice(start, end) ?? "");
        const lines = some.flatMap((one) => one.split("\n")).filter((one) => one.trim() !== "");
        assert.equal(drawn.join(""), lines.join(""));
      }),
    );
    const long = blocksOf(text("😀".repeat(4001)));
    assert.ok(long.length > 3 && long.every(({ end, start }) => end - start <= 2000 && (end - start) % 2 === 0));
  });

  it("is cut at every mark and loses nothing to any", () => {
    const marks = fc.array(
      fc.record({
        part: fc.constant(0),
        span: fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length })),
        sort: fc.constantFrom("hedge", "value", "accepted"),
      }) as fc.Arbitrary<TextMark>,
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n"), minLength: 1, maxLength: 80 }), marks, (words, all) => {
        const blocks = blocksOf(text(words));
        const by = marksByBlock(blocks, all);
        for (const [at, block] of blocks.entries()) {
          const runs = runsOf(block, by.get(at) ?? []);
          assert.equal(runs.map(({ start, end }) => words.slice(start, end)).join(""), words.slice(block.start, block.end));
          for (const run of runs)
            for (const { span, sort } of all) {
              const over = span.start < run.end && span.end > run.start;
              assert.ok(!over || (span.start <= run.start && span.end >= run.end), "a run lies in a mark or outside it");
              if (over) assert.ok(run.sorts.includes(sort));
            }
          assert.equal(blockAt(blocks, 0, block.start), at);
        }
      }),
    );
  });
});

describe("pieces that the rules read", () => {
  it("make the text again, end with a paragraph, and are no longer than they may be unless one paragraph is", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 40 }), (some, most) => {
        const again = some.map(() => "");
        for (const { text: piece, bases, characters } of textChunks(text(...some), most)) {
          assert.equal(
            piece.parts.reduce((sum, one) => sum + one.text.length, 0),
            characters,
          );
          for (const [at, { part, text: words }] of piece.parts.entries()) {
            const post = part.sort === "post" ? part.post : -1;
            assert.equal(again[post]?.length, bases[at]);
            again[post] += words;
            const whole = again[post]?.length === some[post]?.length;
            assert.ok(whole || words.endsWith("\n"), "ends with a paragraph");
          }
          const longest = Math.max(...some.flatMap((one) => one.split("\n").map((paragraph) => paragraph.length + 1)));
          assert.ok(characters <= Math.max(most, longest));
        }
        assert.deepEqual(again, some);
      }),
    );
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decodeUtf8, encodeUtf8 } from "./utf8.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "binary-ascii", maxLength: 9000 }),
);
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodedByPlatform(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

describe("UTF-8 of the domain", () => {
  it("writes every well-formed text as the platform does, and reads it back", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (parts) => {
        const text = parts.join("").toWellFormed();
        const bytes = encodeUtf8(text);
        assert.deepEqual(Buffer.from(bytes), Buffer.from(text, "utf8"));
        assert.equal(decodeUtf8(bytes), text);
      }),
    );
  });

  it("reads and refuses the same bytes as a strict decoder", () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: "grapheme" }).map((text) => new Uint8Array(Buffer.from(text))),
      // Overlong, surrogate, beyond the last code point, cut short.
      fc
        .constantFrom([0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf0, 0x9f, 0x99])
        .map((b) => Uint8Array.from(b)),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        const bytes = new Uint8Array(Buffer.concat(parts));
        assert.equal(decodeUtf8(bytes), decodedByPlatform(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses a lone surrogate, also behind plain letters", () => {
    for (const text of ["\ud800", "plain \udc00 plain", "\ud83d", "é\ud83dé"]) assert.throws(() => encodeUtf8(text), /lone surrogate/);
  });

  it("reads a text longer than any call can take arguments", () => {
    for (const letter of ["a", "я", "🙂"]) {
      const text = letter.repeat(300_000);
      assert.equal(decodeUtf8(encodeUtf8(text)), text);
    }
  });
});

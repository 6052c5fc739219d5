import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { toHex } from "../../core/bytes/hex.ts";
import { decodeUtf8, encodeUtf8 } from "../../core/bytes/utf8.ts";
import { nodePlatform } from "./platform.ts";

describe("the platform's reading of text", () => {
  it("takes and refuses the same bytes as the domain's, one after the other", () => {
    const odd = [
      [0xef, 0xbb, 0xbf, 0x61],
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x9f, 0x99],
      [0],
    ];
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
      fc.constantFrom(...odd.map((bytes) => Uint8Array.from(bytes))),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        const bytes = new Uint8Array(Buffer.concat(parts));
        assert.equal(nodePlatform.decodeUtf8?.(bytes), decodeUtf8(bytes));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the platform's hash of a text", () => {
  it("is that of the bytes which the domain writes for it", () => {
    const { sha256 } = nodePlatform;
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        const text = any.toWellFormed();
        assert.equal(sha256.ofText?.(text), toHex(sha256(encodeUtf8(text))));
      }),
    );
  });
});

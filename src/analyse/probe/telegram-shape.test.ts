import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { ByteReader } from "./byte-reader.ts";
import { telegramShape } from "./telegram-shape.ts";

function readerOf(text: string): ByteReader {
  const bytes = Buffer.from(text);
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, Math.min(bytes.length, offset + length)),
    close: async () => undefined,
  };
}
const shapeOf = (value: unknown) => telegramShape(readerOf(typeof value === "string" ? value : JSON.stringify(value)));

it("one exported chat and a whole account are told by their structure", async () => {
  assert.equal(await shapeOf({ name: "c", type: "public_channel", id: 1, messages: [] }), "single chat");
  assert.equal(await shapeOf({ about: "x", chats: { about: "y", list: [] } }), "whole account");
  assert.equal(await shapeOf({ about: "x", left_chats: { about: "y", list: [] } }), "whole account");
});

it("chats that stand behind megabytes of contacts are found", async () => {
  const list = Array.from({ length: 40_000 }, (_, n) => ({ first_name: `name ${n} "quoted" \\ {[`, phone_number: "" }));
  assert.equal(await shapeOf({ about: "x", contacts: { about: "y", list }, chats: { about: "z", list: [] } }), "whole account");
});

it("JSON that only speaks of chats and messages is no export", async () => {
  assert.equal(await shapeOf({ a: { messages: [] }, b: "messages", c: ["chats", { list: [] }] }), undefined);
  assert.equal(await shapeOf({ messages: [] }), undefined);
  assert.equal(await shapeOf({ id: 1, messages: "none" }), undefined);
  assert.equal(await shapeOf({ chats: [{ list: [] }] }), undefined);
  assert.equal(await shapeOf('{"chats": '), undefined);
});

it("no JSON makes it throw, and none without the names is taken for an export", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 4 }), async (text) => {
      if (!/"(messages|list)"/.test(text)) assert.equal(await shapeOf(text), undefined);
      else await shapeOf(text);
    }),
  );
});

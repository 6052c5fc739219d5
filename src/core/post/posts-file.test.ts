import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Post } from "./post.ts";
import { RecordsUnreadable } from "../json/records-file.ts";
import { readPosts, writePostLine } from "./posts-file.ts";

const post = (id: number, text: string): Post => ({ id: String(id), channelId: "1", posted: "unknown", text, entities: [], media: [] });
const seed = 20240914;

async function* cut(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function read(file: string | Uint8Array, count: number, length = 7): Promise<Post[]> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const posts: Post[] = [];
  for await (const some of readPosts(cut(bytes, length), count)) posts.push(...some.map((line) => line.post));
  return posts;
}

describe("the file with the posts of an export", () => {
  it("gives back what was written, however the bytes arrive", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 5000 }),
        async (texts, length) => {
          const posts = texts.map((text, i) => post(i, text.toWellFormed()));
          assert.deepEqual(await read(posts.map(writePostLine).join(""), posts.length, length), posts);
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  it("hands a large file on in small parts", async () => {
    const bytes = new TextEncoder().encode(Array.from({ length: 5000 }, (_, i) => writePostLine(post(i, "площа"))).join(""));
    let most = 0;
    for await (const some of readPosts(cut(bytes, bytes.length), 5000)) most = Math.max(most, some.length);
    assert.ok(most > 1 && most <= 1000, `${most} posts together`);
  });

  it("refuses a line that is no post, a cut end, other bytes and another count, without the words of a post", async () => {
    const secret = "quagga";
    const good = writePostLine(post(1, secret));
    const cases: [string | Uint8Array, number, RegExp][] = [
      [`${good}{}\n`, 2, /line 2: expected a post/],
      [`${good}${secret}\n`, 2, /line 2: expected JSON/],
      [good.slice(0, -1), 1, /expected the last line to end/],
      [good, 2, /expected 2 posts; found 1/],
      [good + good, 1, /expected 1 posts; found 2/],
      [Uint8Array.of(0xff, 10), 1, /expected UTF-8/],
      ["", 1, /expected 1 posts; found 0/],
    ];
    for (const [file, count, message] of cases) {
      await assert.rejects(read(file, count), (error: Error) => {
        assert.ok(error instanceof RecordsUnreadable);
        assert.match(error.message, message);
        assert.ok(!error.message.includes(secret));
        return true;
      });
    }
  });

  it("refuses a line without end before it fills memory", async () => {
    let given = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      for (;;) {
        given += 1_000_000;
        yield new Uint8Array(1_000_000).fill(0x61);
      }
    }
    await assert.rejects(async () => {
      for await (const some of readPosts(endless(), 1)) assert.fail(`found ${some.length} posts`);
    }, RecordsUnreadable);
    assert.ok(given < 100_000_000, `${given} bytes were read`);
  });
});

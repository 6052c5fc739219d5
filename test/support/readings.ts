/** Readers called directly, with Node's decoder: what they answer is checked against its schema and must have a canonical form. */
import assert from "node:assert/strict";
import { ArticleReading, PostsReading } from "../../src/core/analysis/reading-result.ts";
import { canonicalJson, type Json } from "../../src/core/json/canonical-json.ts";
import { Post } from "../../src/core/post/post.ts";
import { readArticle } from "../../src/formats/article/read-article.ts";
import { readTelegramExport } from "../../src/formats/telegram-export/read-export.ts";
import type { MakeDecoder } from "../../src/formats/text-encoding/text-decoder.port.ts";

export const nodeDecoder: MakeDecoder = (label) => {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return undefined;
  }
};

/** A reading with the posts that it handed on. */
export type ReadPosts = PostsReading & { readonly posts: readonly Post[] };

export async function readExportBytes(bytes: Uint8Array, chunkLength = 65_536, mostBytes?: number): Promise<ReadPosts> {
  const posts: Post[] = [];
  const write = (post: Post) => void posts.push(checked(Post, post));
  const reading = checked(PostsReading, await readTelegramExport(chunks(bytes, chunkLength), nodeDecoder, write, mostBytes));
  assert.equal(reading.counts.posts, posts.length);
  return { ...reading, posts };
}

export function readExport(value: unknown): Promise<ReadPosts> {
  return readExportBytes(utf8(typeof value === "string" ? value : JSON.stringify(value, null, 1)));
}

export function readPage(page: string | Uint8Array, nameHint = "page.html"): ArticleReading {
  return checked(ArticleReading, readArticle(typeof page === "string" ? utf8(page) : page, nameHint, nodeDecoder));
}

export function trapCodes({ traps }: { readonly traps: readonly { readonly code: string }[] }): string[] {
  return traps.map(({ code }) => code).sort();
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function checked<T>(schema: { parse(value: unknown): T }, reading: T): T {
  canonicalJson(reading as Json);
  return schema.parse(reading);
}

async function* chunks(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

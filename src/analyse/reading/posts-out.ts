/** What every reader of posts in a child needs: the object as a stream that reports its progress, and the file that posts go into as they come. */
import { closeSync, createReadStream, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Post } from "../../core/post/post.ts";
import { postsFileName, writePostLine } from "../../core/post/posts-file.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import type { Made, Making } from "../child-contract.ts";

const chunkBytes = 1024 * 1024;

/** Text gathered before it is written. */
const gatheredUnits = 512 * 1024;

/** Reads the object by a reader of posts, which may open it so many times; the posts go into their file beside the answer. */
export async function madeOfPosts(
  { object, folder, onProgress }: Making,
  read: (open: () => ByteStream, write: (post: Post) => void) => Promise<PostsReading>,
  passes = 1,
): Promise<Made> {
  const { size } = statSync(object);
  let done = 0;
  const open = () =>
    counted(createReadStream(object, { highWaterMark: chunkBytes }), (length) => {
      done += length;
      onProgress(size === 0 ? 1 : done / (size * passes));
    });
  const posts = openPostsFile(join(folder, postsFileName));
  const result = await read(open, (post) => posts.write(post));
  posts.close();
  return { state: "done", result, files: [{ name: postsFileName, mediaType: "application/jsonl" }] };
}

function openPostsFile(path: string): { write(post: Post): void; close(): void } {
  const file = openSync(path, "wx");
  let lines: string[] = [];
  let units = 0;
  const flush = () => {
    const bytes = Buffer.from(lines.join(""));
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    lines = [];
    units = 0;
  };
  return {
    write(post) {
      const line = writePostLine(post);
      lines.push(line);
      units += line.length;
      if (units >= gatheredUnits) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

async function* counted(bytes: AsyncIterable<Uint8Array>, onBytes: (length: number) => void): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    yield chunk;
    onBytes(chunk.length);
  }
}

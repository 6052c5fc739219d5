/** The posts of an export as one file, in the order of the export. */
import { readRecords, writeRecordLine } from "../json/records-file.ts";
import type { ByteStream } from "../vault/vault.port.ts";
import { Post } from "./post.ts";

export const postsFileName = "posts.jsonl";

/** The reader of an export cuts a message at 4 million units, which take at most six bytes each. */
const longestLine = 64 * 1024 * 1024;

export interface PostLine {
  readonly post: Post;
  /** The line itself: the post's canonical form. */
  readonly json: string;
}

export function writePostLine(post: Post): string {
  return writeRecordLine(post);
}

/** Throws RecordsUnreadable at the first line that is no post, and when there are not `count` of them. */
export async function* readPosts(bytes: ByteStream, count: number): AsyncGenerator<readonly PostLine[]> {
  for await (const some of readRecords(bytes, { what: "post", schema: Post, count, longestLine })) {
    yield some.map(({ record: post, json }) => ({ post, json }));
  }
}

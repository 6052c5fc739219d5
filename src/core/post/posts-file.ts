/**
 * The posts of an export as one file: a post a line in canonical form, in the order of the export. It is written and read
 * piece by piece, so that nobody ever holds a large export whole.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { canonicalJson, type Json } from "../json/canonical-json.ts";
import type { ByteStream } from "../vault/vault.port.ts";
import { Post } from "./post.ts";

export const postsFileName = "posts.jsonl";

/** Longest line read. The reader of an export cuts a message at 4 million units, which take at most six bytes each. */
const longestLine = 64 * 1024 * 1024;
/** Posts handed on together: enough to spare steps, few enough that others get a turn in between. */
const postsTogether = 250;

export interface PostLine {
  readonly post: Post;
  /** The line itself: the post's canonical form. */
  readonly json: string;
}

/** The file is not what its reading promises. Says line, expected and found, without the post's words. */
export class PostsUnreadable extends Error {}

export function writePostLine(post: Post): string {
  return `${canonicalJson(post as unknown as Json)}\n`;
}

/** Throws PostsUnreadable at the first line that is no post, and when there are not `count` of them. */
export async function* readPosts(bytes: ByteStream, count: number): AsyncGenerator<readonly PostLine[]> {
  let read = 0;
  for await (const lines of linesOf(bytes)) {
    for (let at = 0; at < lines.length; at += postsTogether) {
      const some = lines.slice(at, at + postsTogether).map((json): PostLine => ({ post: postOf(json, ++read), json }));
      yield some;
    }
  }
  if (read !== count) throw new PostsUnreadable(`expected ${count} posts; found ${read}`);
}

function postOf(json: string, line: number): Post {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new PostsUnreadable(`line ${line}: expected JSON; found none`);
  }
  const post = Post.safeParse(value);
  if (!post.success) throw new PostsUnreadable(`line ${line}: expected a post; found ${post.error.issues[0]?.path.join(".") ?? ""} amiss`);
  return post.data;
}

/** Whole lines, as many as each piece of the file ends. */
async function* linesOf(bytes: ByteStream): AsyncGenerator<readonly string[]> {
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    const end = piece.lastIndexOf(10) + 1;
    if (end > 0) {
      const lines = textOf([...rest, piece.subarray(0, end)]).split("\n");
      lines.pop();
      yield lines;
      rest = [];
      length = 0;
    }
    if (end === piece.length) continue;
    // A copy: whoever gives the pieces may use their memory again.
    rest.push(piece.slice(end));
    length += piece.length - end;
    if (length > longestLine) throw new PostsUnreadable(`expected lines of at most ${longestLine} bytes; found a longer one`);
  }
  if (length > 0) throw new PostsUnreadable("expected the last line to end; found the end of the file before it");
}

function textOf(parts: readonly Uint8Array[]): string {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new PostsUnreadable("expected UTF-8; found other bytes");
  return text;
}

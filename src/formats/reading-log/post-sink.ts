/** Where a reader's posts go: counted for the answer, and no more of them than a reading may hold. */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Post } from "../../core/post/post.ts";

export interface PostSink {
  /** False when the reading is full: the post was not taken. */
  write(post: Post): boolean;
  readonly counts: PostsReading["counts"];
}

/** About what the posts of one reading may take on disk: a file made to be read into very much more must not fill it. */
export const postBytesAtMost = 8_000_000_000;

export function createPostSink(write: (post: Post) => void, mostBytes = postBytesAtMost): PostSink {
  const counts = { posts: 0, mediaNotInExport: 0 };
  let room = mostBytes;
  return {
    counts,
    write(post) {
      if (room <= 0) return false;
      room -= sizeOf(post);
      counts.posts++;
      for (const { state } of post.media) if (state === "not-in-export") counts.mediaNotInExport++;
      write(post);
      return true;
    },
  };
}

/** About what a post takes in its file. */
function sizeOf({ text, entities, media, carries = [] }: Post): number {
  return 800 + 2 * text.length + 80 * entities.length + 120 * media.length + carries.reduce((sum, { said }) => sum + 2 * said.length, 0);
}

/** Albums, guessed: an export has no album id, but an album's posts stand side by side, in one second, by one sender. */
import type { ReadPost } from "./read-message.ts";

/** Telegram's own limit. */
const largestAlbum = 10;

/** Whether the next post of a chat is one more of the album that the posts before it may be. */
export function continuesAlbum(run: readonly ReadPost[], next: ReadPost): boolean {
  const last = run.at(-1);
  return last !== undefined && run.length < largestAlbum && together(last, next);
}

function together(a: ReadPost, b: ReadPost): boolean {
  return (
    carriesMedia(a) &&
    carriesMedia(b) &&
    a.post.posted !== "unknown" &&
    b.post.posted !== "unknown" &&
    a.post.posted.verbatim === b.post.posted.verbatim &&
    a.sender === b.sender &&
    a.post.forwardedFrom?.displayName === b.post.forwardedFrom?.displayName &&
    a.post.service === undefined &&
    b.post.service === undefined &&
    followsOn(a.post.id, b.post.id)
  );
}

function carriesMedia({ post: { media } }: ReadPost): boolean {
  return media.some(({ role }) => albumRoles.has(role));
}

/** Stickers, voice notes, round videos and animations are never sent as albums. */
const albumRoles: ReadonlySet<string> = new Set(["photo", "video", "audio", "file"]);

function followsOn(a: string, b: string): boolean {
  return /^-?\d+$/.test(a) && /^-?\d+$/.test(b) && BigInt(b) - BigInt(a) === 1n;
}

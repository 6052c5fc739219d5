/** A path or address as `target_url`: what is an address already stays; a path becomes a file address, or a relative one where it is relative. */
import { isAddress } from "../../core/sync/media-address.ts";

const driveLetter = /^[a-z]:[\\/]/iu;
const share = /^\\\\[^\\]/u;

export function fileAddress(path: string): string {
  if (driveLetter.test(path)) return `file:///${path.slice(0, 2)}${encoded(path.slice(2).replaceAll("\\", "/"))}`;
  if (share.test(path)) return `file:${encoded(path.replaceAll("\\", "/"))}`;
  if (isAddress(path)) return path;
  if (path.startsWith("/")) return `file://${encoded(path)}`;
  // A colon before the first stroke would make a scheme of what stands before it (RFC 3986, 4.2).
  return /^[^/]*:/u.test(path) ? `./${encoded(path)}` : encoded(path);
}

/** encodeURI leaves ? and # as they are, which end a path. */
function encoded(path: string): string {
  return encodeURI(path.toWellFormed()).replaceAll("?", "%3F").replaceAll("#", "%23");
}

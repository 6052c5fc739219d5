/** A path or address as `target_url`: what is one already stays; a path becomes a file address, or a relative one where it is relative. */

const scheme = /^[a-z][a-z0-9+.-]+:/iu;
const driveLetter = /^[a-z]:[\\/]/iu;

export function fileAddress(path: string): string {
  if (driveLetter.test(path)) return `file:///${path.slice(0, 2)}${encoded(path.slice(2).replaceAll("\\", "/"))}`;
  if (scheme.test(path)) return path;
  return path.startsWith("/") ? `file://${encoded(path)}` : encoded(path);
}

/** encodeURI leaves ? and # as they are, which end a path. */
function encoded(path: string): string {
  return encodeURI(path.toWellFormed()).replaceAll("?", "%3F").replaceAll("#", "%23");
}

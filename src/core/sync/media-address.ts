/** Names of recordings hold colons ("clip-10:00:00.mp4"): only a scheme with both strokes makes an address of a word, all else is a path. */
const scheme = /^[a-z][a-z0-9+.-]+:\/\//iu;

export function isAddress(pathOrAddress: string): boolean {
  return scheme.test(pathOrAddress);
}

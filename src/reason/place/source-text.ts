/** Small steps through the words of a phrase: each matches where it stands, and says where it ends. */

/** Something that was read, and where it ends (UTF-16 offset, before any space that follows). */
export interface Found<T> {
  readonly value: T;
  readonly end: number;
}

/** `source` as whole words at one place: no letter or digit follows. Spaces in it stand for any run of spaces. Case is ignored. */
export function wordsAt(source: string): RegExp {
  return new RegExp(`(?:${source.replaceAll(" ", "\\s+")})(?![\\p{L}\\p{M}\\p{N}])`, "iuy");
}

/** `source` at one place, whatever follows; case counts. */
export function signsAt(source: string): RegExp {
  return new RegExp(source, "uy");
}

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The offset behind the pattern, or undefined where it does not stand. */
export function eat(pattern: RegExp, text: string, at: number): number | undefined {
  const match = matchAt(pattern, text, at);
  return match === undefined ? undefined : at + match[0].length;
}

/** The offset behind the pattern and the spaces after it; the offset itself where it does not stand. */
export function skip(pattern: RegExp, text: string, at: number): number {
  const end = eat(pattern, text, at);
  return end === undefined ? at : spaces(text, end);
}

const space = /[\s\u00a0]*/uy;

export function spaces(text: string, at: number): number {
  return eat(space, text, at) ?? at;
}

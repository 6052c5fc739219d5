/** A long text in pieces that the rules read one after another, so that it is seen how far they are. Pieces end with a paragraph. */
import type { SourceText } from "../../core/claim/source-text.ts";

export interface TextChunk {
  readonly text: SourceText;
  /** For each of its parts, where it begins in the part that it is cut from. */
  readonly bases: readonly number[];
  readonly characters: number;
}

export function* textChunks(text: SourceText, most: number): Generator<TextChunk> {
  type Part = SourceText["parts"][number];
  let held: { part: Part; base: number }[] = [];
  let characters = 0;
  const chunk = (): TextChunk => {
    const made = { text: { ...text, parts: held.map(({ part }) => part) }, bases: held.map(({ base }) => base), characters };
    held = [];
    characters = 0;
    return made;
  };
  for (const part of text.parts) {
    for (let base = 0; base < part.text.length;) {
      const room = most - characters;
      const end = endOfChunk(part.text, base, base + Math.max(1, room));
      // A paragraph that does not fit beside what is held comes next, not in two.
      if (held.length > 0 && end - base > room) {
        yield chunk();
        continue;
      }
      held.push({ part: base === 0 && end === part.text.length ? part : { ...part, text: part.text.slice(base, end) }, base });
      characters += end - base;
      base = end;
      if (characters >= most) yield chunk();
    }
  }
  if (held.length > 0) yield chunk();
}

/** Behind the last paragraph that ends before `most`; behind the first one where none does. */
function endOfChunk(text: string, from: number, most: number): number {
  if (most >= text.length) return text.length;
  const before = text.lastIndexOf("\n", most - 1);
  if (before >= from) return before + 1;
  const after = text.indexOf("\n", most);
  return after < 0 ? text.length : after + 1;
}

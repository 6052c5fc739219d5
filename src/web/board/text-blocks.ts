/** A text cut into what is drawn at once: its paragraphs, and pieces of paragraphs that are too long to be drawn whole. */
import type { TextRole } from "../../core/claim/claim-text.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";

export interface TextBlock extends TextSpan {
  /** Index among the parts of the text. */
  readonly part: number;
  readonly role: TextRole;
  /** First of its part, or of another sort than the one before: what sort it is stands above it. */
  readonly opens: boolean;
}

/** A stretch of a part that is another sort of text than the part: key points, a quotation. */
export interface RoleOf {
  readonly part: number;
  readonly span: TextSpan;
  readonly role: TextRole;
}

const longestBlock = 2000;

export function blocksOf({ parts }: Pick<SourceText, "parts">, roles: readonly RoleOf[] = []): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const [part, held] of parts.entries()) {
    const within = roles.filter((one) => one.part === part);
    let before: TextRole | undefined;
    for (const { 0: line, index } of held.text.matchAll(/[^\n]+/g)) {
      if (line.trim() === "") continue;
      const role = within.find(({ span }) => span.start < index + line.length && span.end > index)?.role ?? held.role;
      for (let start = 0; start < line.length;) {
        const end = endOfPiece(line, start);
        blocks.push({ part, role, opens: role !== before, start: index + start, end: index + end });
        before = role;
        start = end;
      }
    }
  }
  return blocks;
}

/** Behind a space where there is one, and never inside a pair of surrogates. */
function endOfPiece(line: string, start: number): number {
  const most = start + longestBlock;
  if (most >= line.length) return line.length;
  const space = line.lastIndexOf(" ", most);
  if (space > start) return space + 1;
  return /[\uDC00-\uDFFF]/.test(line.charAt(most)) ? most - 1 : most;
}

/** Index of the block that holds an offset of a part; the last one before it where none does. */
export function blockAt(blocks: readonly TextBlock[], part: number, offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle] as TextBlock;
    if (block.part < part || (block.part === part && block.start <= offset)) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

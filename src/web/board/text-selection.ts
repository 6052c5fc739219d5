/** Which words of a text are selected on the page, as offsets into their part. Drawn pieces say where they begin in `data-at`. */
import type { TextSpan } from "../../core/claim/text-span.ts";

export interface SelectedWords {
  readonly part: number;
  readonly span: TextSpan;
}

/** Undefined where nothing is selected, or words of more than one part. */
export function selectedWords(root: HTMLElement | null): SelectedWords | undefined {
  const selection = window.getSelection();
  if (root === null || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const start = placeOf(root, range.startContainer, range.startOffset);
  const end = placeOf(root, range.endContainer, range.endOffset);
  if (start === undefined || end === undefined || start.part !== end.part || end.at <= start.at) return undefined;
  return { part: start.part, span: { start: start.at, end: end.at } };
}

/** Without the spaces at both ends: a double click selects one behind the word. */
export function trimmedSpan(text: string, { start, end }: TextSpan): TextSpan {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

function placeOf(root: HTMLElement, node: Node, offset: number): { part: number; at: number } | undefined {
  if (!root.contains(node)) return undefined;
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>("[data-at]");
  if (piece != null) {
    const { at, length, part } = numbersOf(piece);
    // A sign that stands for one that is not seen is longer than what it stands for.
    return { part, at: at + (node instanceof HTMLElement ? (offset === 0 ? 0 : length) : Math.min(offset, length)) };
  }
  // Between pieces: the one that the offset points at, or the end of the one before.
  const next = node.childNodes[offset];
  const at = next instanceof HTMLElement ? next.querySelector<HTMLElement>("[data-at]") : null;
  if (at !== null) return { part: numbersOf(at).part, at: numbersOf(at).at };
  const before = node.childNodes[offset - 1];
  const last = before instanceof HTMLElement ? [...before.querySelectorAll<HTMLElement>("[data-at]")].at(-1) : undefined;
  return last === undefined ? undefined : { part: numbersOf(last).part, at: numbersOf(last).at + numbersOf(last).length };
}

function numbersOf({ dataset }: HTMLElement): { at: number; length: number; part: number } {
  return { at: Number(dataset["at"]), length: Number(dataset["length"]), part: Number(dataset["part"]) };
}

/**
 * Foreign text made safe to look at: what would not be seen, or would turn the words around it, stands as its code.
 * A name must not look like another name. Showing the rest as text and never as markup is left to whoever shows it.
 */

/**
 * Control characters, marks of direction (Unicode Bidi_Control), and characters without width that no script needs.
 * Joiners and variation selectors are left: Persian, Indic scripts and emoji are written with them.
 */
const hiddenMarks =
  /\u034F|\u17B4|\u17B5|[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

const knownMarks: Readonly<Record<string, string>> = { "\n": "LF", "\r": "CR", "\t": "TAB", "\0": "NUL", "\u202E": "RLO", "\u202D": "LRO" };

export type TextPart = { readonly text: string } | { readonly mark: string };

/** Splits text into what may be shown as it is and the codes of what would not be seen. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(hiddenMarks)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    parts.push({ mark: knownMarks[match[0]] ?? `U+${code}` });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** Whether some of the text would not be seen, or would turn what is around it. */
export function hidesMarks(text: string): boolean {
  return textParts(text).some((part) => "mark" in part);
}

/** The same as one string, for a terminal or plain text: marks stand in angle quotes, such as ‹RLO›. */
export function visibleText(text: string): string {
  return textParts(text)
    .map((part) => ("text" in part ? part.text : `‹${part.mark}›`))
    .join("");
}

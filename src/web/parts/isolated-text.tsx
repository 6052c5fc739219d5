/**
 * Foreign text on one line: isolated, so that it cannot turn the words around it, with control and direction
 * marks replaced by their visible code. What is shown is never markup.
 */
import { t } from "../words/t.ts";

/** Control characters, zero-width and direction marks, tags, byte order mark, replacement character. */
const hiddenMarks =
  /[\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202F\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFD\u{E0000}-\u{E0FFF}]/gu;

const knownMarks: Readonly<Record<string, string>> = { "\n": "LF", "\r": "CR", "\t": "TAB", "\0": "NUL", "\u202E": "RLO", "\u202D": "LRO" };

export type TextPart = { readonly text: string } | { readonly mark: string };

/** Splits text into what may be shown as it is and the codes of what would not be seen. */
export function partsOf(text: string): TextPart[] {
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

export function IsolatedText({ text }: { text: string }) {
  return (
    <bdi>
      {partsOf(text).map((part, index) =>
        "text" in part ? (
          part.text
        ) : (
          <span key={index} className="hidden-mark" title={t("text.hidden-mark", { code: part.mark })}>
            {part.mark}
          </span>
        ),
      )}
    </bdi>
  );
}

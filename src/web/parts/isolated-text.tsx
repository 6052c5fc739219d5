/**
 * Foreign text on one line: isolated, so that it cannot turn the words around it, with control and direction
 * marks replaced by their visible code. What is shown is never markup.
 */
import { t } from "../words/t.ts";

/**
 * Emoji, whose joiners belong to them; or what cannot be seen: controls, default ignorables (zero-width and direction
 * marks, variation selectors, tags), line separators, replacement character. By Unicode property, so that none is forgotten.
 */
const emojiOrHidden = new RegExp(String.raw`(\p{RGI_Emoji})|[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u202F\uFFF9-\uFFFD]`, "gv");

const knownMarks: Readonly<Record<string, string>> = { "\n": "LF", "\r": "CR", "\t": "TAB", "\0": "NUL", "\u202E": "RLO", "\u202D": "LRO" };

export type TextPart = { readonly text: string } | { readonly mark: string };

/** Splits text into what may be shown as it is and the codes of what would not be seen. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(emojiOrHidden)) {
    if (match[1] !== undefined) continue;
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

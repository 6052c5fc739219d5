/**
 * Foreign text over several lines. Line breaks stay, and so do the joiners that emoji and many scripts are built of; what
 * could turn the order of words on screen, or hide control characters, is shown as its code. Never markup.
 */
import { t } from "../words/t.ts";

/** Control characters but line feed and tab; direction embeddings, overrides and isolates; tag characters. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

export function Prose({ text }: { text: string }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(unseen)) {
    const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    if (match.index > from) parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    // A carriage return before its line feed is how some systems end lines, and hides nothing.
    if (match[0] === "\r" && text[from] === "\n") continue;
    parts.push(
      <span key={match.index} className="hidden-mark" title={t("text.hidden-mark", { code })}>
        {code}
      </span>,
    );
  }
  parts.push(text.slice(from));
  return <bdi className="prose">{parts}</bdi>;
}

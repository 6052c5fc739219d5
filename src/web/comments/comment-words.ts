/**
 * The words of a comment in pieces: what is text, who is mentioned (`@p2`), and which records are named (`#k4`, `#i3@12.5` for a moment).
 * Everything else is text, whatever it looks like.
 */
import { RecordName } from "../../core/review/ground.ts";

export type CommentPiece =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "person"; readonly person: string }
  | { readonly is: "record"; readonly record: RecordName; readonly atS: number | null };

const tokens = /@(p[1-9][0-9]{0,14})\b|#([a-zA-Z]{1,2}[1-9][0-9]{0,14})(?:@(\d{1,7}(?:\.\d{1,3})?))?\b/g;

export function commentPieces(text: string): CommentPiece[] {
  const pieces: CommentPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(tokens)) {
    const [whole, person, record, at] = match;
    if (match.index > from) pieces.push({ is: "text", text: text.slice(from, match.index) });
    if (person !== undefined) pieces.push({ is: "person", person });
    else if (record !== undefined && RecordName.safeParse(record).success)
      pieces.push({ is: "record", record, atS: at === undefined ? null : Number(at) });
    else pieces.push({ is: "text", text: whole });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ is: "text", text: text.slice(from) });
  return pieces;
}

/** People that the words mention, of those whom the case has; and what is written as a mention and tells nobody. */
export function mentionedIn(
  text: string,
  people: readonly string[],
): { readonly told: readonly string[]; readonly nobody: readonly string[] } {
  const named = commentPieces(text).flatMap((piece) => (piece.is === "person" ? [piece.person] : []));
  const told = [...new Set(named)].filter((person) => people.includes(person));
  const written = [...text.matchAll(asMention)].flatMap(([, words = ""]) => (told.includes(words) ? [] : [words]));
  return { told, nobody: [...new Set(written)] };
}

/** An "@" with a word behind it, at the beginning or behind a space or a bracket: not an address, and not the moment of a record. */
const asMention = /(?<=^|[\s("'«“])@([\p{L}\p{N}][\p{L}\p{N}._-]{0,39})/gu;

/** What is typed after an "@" at the cursor, for the list of people; undefined where none is begun. */
export function mentionBegun(text: string, cursor: number): { readonly from: number; readonly words: string } | undefined {
  const found = /(?:^|\s)@([\p{L}\p{N} ]{0,30})$/u.exec(text.slice(0, cursor));
  const words = found?.[1];
  return words === undefined ? undefined : { from: cursor - words.length - 1, words };
}

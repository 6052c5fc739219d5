/** What sort of text each quote of a list stands in. An article is read once for all of its claims. */
import type { ClaimText, TextRole } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { CaseReader } from "../case-reader.ts";
import { claimTextOf } from "./claim-text-of.ts";
import { roleOfWords } from "./tier-text.ts";

/** Where nothing more is known: the reading is not in this copy. */
const ofPart: Readonly<Record<ClaimText["part"]["sort"], TextRole>> = {
  "article-title": "headline",
  "article-body": "body",
  "picture-caption": "caption",
  post: "post",
  file: "body",
  tier: "speech",
  typed: "quote",
};

export function textRoles(reader: CaseReader): (text: ClaimText, span: TextSpan) => Promise<TextRole> {
  const bodies = new Map<string, ReturnType<typeof claimTextOf>>();
  return async (text, span) => {
    if (text.part.sort === "tier") return roleOfWords(text.part.speaker);
    if (text.part.sort !== "article-body") return ofPart[text.part.sort];
    const key = `${text.item} ${text.reading}`;
    const body = bodies.get(key) ?? claimTextOf(reader, text);
    bodies.set(key, body);
    const found = await body;
    return "refusal" in found ? ofPart["article-body"] : found.roleAt(span);
  };
}

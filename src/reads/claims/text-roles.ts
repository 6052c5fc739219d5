/** What sort of text a quote stands in: a headline may say more than the body beneath it. */
import type { ClaimText, TextRole } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { CaseReader } from "../case-reader.ts";

const ofPart: Readonly<Record<ClaimText["part"]["sort"], TextRole>> = {
  "article-title": "headline",
  "article-body": "body",
  "picture-caption": "caption",
  post: "post",
  file: "body",
  tier: "speech",
  typed: "quote",
};

export function textRoles(_reader: CaseReader): (text: ClaimText, span: TextSpan) => Promise<TextRole> {
  return async ({ part }) => ofPart[part.sort];
}

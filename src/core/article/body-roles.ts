/** What sort of text each stretch of an article's body is: key points above it and quotations in it say things in other words than it does. */
import type { TextRole } from "../claim/claim-text.ts";
import type { Article } from "./article.ts";

export interface BodyRole {
  readonly start: number;
  readonly end: number;
  readonly role: TextRole;
}

/** A paragraph of so many characters is running text: what is listed above it are the article's key points. */
const leastParagraph = 120;

/** Stretches that are no plain body, in order. A paragraph is body, and is not listed. */
export function bodyRoles({ blocks, title }: Pick<Article, "blocks" | "title">): BodyRole[] {
  const firstText = blocks.findIndex(({ kind, start, end }) => kind === "paragraph" && end - start >= leastParagraph);
  return blocks.flatMap(({ kind, start, end }, i): BodyRole[] => {
    const isAbove = firstText >= 0 && i < firstText;
    // The first line of a text file is a heading only by its shape, and then it is the title.
    if (kind === "heading") return title === undefined ? [] : [{ start, end, role: "headline" }];
    if (kind === "list-item") return isAbove ? [{ start, end, role: "key-points" }] : [];
    return kind === "quote" || kind === "caption" ? [{ start, end, role: kind }] : [];
  });
}

/** The role of the stretch that holds all of a span; body where none does. */
export function roleAt(roles: readonly BodyRole[], span: { readonly start: number; readonly end: number }): TextRole {
  return roles.find(({ start, end }) => start <= span.start && span.end <= end)?.role ?? "body";
}

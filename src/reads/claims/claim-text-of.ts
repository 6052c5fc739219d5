/** The words that a claim is quoted from, read anew, or why there are none: an action checks the quote against them. */
import { ArticleReading } from "../../core/analysis/reading-result.ts";
import type { ClaimText } from "../../core/claim/claim-text.ts";
import { type CaseReader, readJson } from "../case-reader.ts";

export async function claimTextOf(
  reader: CaseReader,
  { part, reading, item }: ClaimText,
): Promise<{ readonly text: string } | { readonly refusal: string }> {
  if (part.sort === "tier") return { refusal: "text: expected a reviewed tier of speech; found no reviewed tier of that name" };
  if (part.sort === "post") {
    const row = await reader.views.db
      .selectFrom("post")
      .select("json")
      .where("export_item", "=", Number(item.slice(1)))
      .where("ord", "=", part.post)
      .executeTakeFirst();
    return row === undefined
      ? { refusal: "text: expected a post of that place; found none" }
      : { text: (JSON.parse(row.json) as { text: string }).text };
  }
  if (reading === null || !(await reader.vault.has(reading)))
    return { refusal: "text: expected a reading that the case holds; found none" };
  const read = ArticleReading.safeParse(await readJson(reader.vault, reading));
  if (!read.success) return { refusal: "text: expected the reading of an article; found another" };
  const { title, body, pictures } = read.data.article;
  const text =
    part.sort === "article-title"
      ? title
      : part.sort === "article-body"
        ? body
        : part.sort === "picture-caption"
          ? pictures[part.picture]?.caption
          : undefined;
  return text === undefined ? { refusal: `text: expected the part ${part.sort} in the reading; found none` } : { text };
}

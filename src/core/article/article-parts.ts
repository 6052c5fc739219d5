/** The texts of an article, each once: its body, its title where the body does not open with it, captions that the body does not hold. */
import type { SourceTextPart } from "../claim/source-text.ts";
import type { Article } from "./article.ts";

export function articleParts(article: Article): SourceTextPart[] {
  const { title, body, blocks, pictures, language } = article;
  const own = { ...(language === undefined ? {} : { language }) };
  const blockTexts = new Set(
    blocks.filter(({ kind }) => kind === "heading" || kind === "caption").map(({ start, end }) => body.slice(start, end)),
  );
  const parts: SourceTextPart[] = [];
  if (title !== undefined && title !== "" && !blockTexts.has(title))
    parts.push({ part: { sort: "article-title" }, role: "headline", text: title, ...own });
  if (body.trim() !== "") parts.push({ part: { sort: "article-body" }, role: "body", text: body, ...own });
  for (const [picture, { caption }] of pictures.entries()) {
    if (caption === undefined || caption.trim() === "" || blockTexts.has(caption)) continue;
    parts.push({ part: { sort: "picture-caption", picture }, role: "caption", text: caption, ...own });
  }
  return parts;
}

/** The whole text that a search found words in: a hit shows a piece of it only. */
import type { SearchHit } from "../../api/search.ts";
import { api } from "../api-client/api.ts";

export async function fullTextOf(hit: SearchHit, signal: AbortSignal): Promise<string> {
  const piece = hit.snippet.pieces.map(({ text }) => text).join("");
  if (hit.in === "post" && hit.postAt !== undefined) {
    const { posts } = await api.posts(hit.item, { offset: hit.postAt, limit: 1 }, signal);
    return posts[0]?.post.text ?? piece;
  }
  if (hit.in === "name" || hit.in === "row" || hit.in === "text") return piece;
  const detail = await api.item(hit.item, signal);
  if (hit.in === "article") return detail.article?.body ?? piece;
  const written = hit.in === "note" ? detail.notes : detail.observations;
  const core = piece.trim();
  return written.find(({ text }) => text.includes(core))?.text ?? piece;
}

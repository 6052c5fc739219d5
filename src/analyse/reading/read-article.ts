/** Reads a saved page or a plain text in the child: bytes from the object, text by the platform's decoder, nothing else. */
import { mostBytes, readArticle } from "../../formats/article/read-article.ts";
import type { Made, Making } from "../child-contract.ts";
import { firstBytes } from "./first-bytes.ts";
import { platformDecoder } from "./platform-decoder.ts";

export async function article({ object, nameHint, onProgress }: Making): Promise<Made> {
  const bytes = firstBytes(object, mostBytes + 1);
  onProgress(0.5);
  return { state: "done", result: readArticle(bytes, nameHint, platformDecoder), files: [] };
}

/** Reads a saved page or a plain text in the child: bytes from the object, text by the platform's decoder, nothing else. */
import { closeSync, openSync, readSync } from "node:fs";
import { mostBytes, readArticle } from "../../formats/article/read-article.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";

export async function article({ object, nameHint, onProgress }: Making): Promise<Made> {
  const bytes = firstBytes(object, mostBytes + 1);
  onProgress(0.5);
  return { state: "done", result: readArticle(bytes, nameHint, platformDecoder), files: [] };
}

function firstBytes(path: string, most: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < most) {
      const part = new Uint8Array(Math.min(1024 * 1024, most - length));
      const read = readSync(file, part);
      if (read === 0) break;
      parts.push(part.subarray(0, read));
      length += read;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(file);
  }
}

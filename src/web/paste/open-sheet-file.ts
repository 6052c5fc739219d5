/** A sheet given as a file is kept first, as every file is, and then looked at from where the case holds it. */
import { z } from "zod";
import { ItemId } from "../../core/item/item.ts";
import { api, queryString } from "../api-client/api.ts";
import { readAnswer } from "../api-client/ask.ts";
import { navigate } from "../router/router.ts";

export function isSheetName(name: string): boolean {
  return /\.(?:csv|tsv|tab)$/iu.test(name);
}

/** Resolves when the screen is open. */
export async function openSheetFile(file: File): Promise<void> {
  const batch = `sheet-${crypto.randomUUID()}`;
  const response = await fetch(`/api/uploads/${batch}${queryString({ path: file.name, modified: file.lastModified })}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  const { item } = readAnswer(z.looseObject({ item: ItemId }), response.status, await response.text());
  await api.finishUpload(batch);
  navigate(`/paste?item=${item}`);
}

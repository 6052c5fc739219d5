/** Hands a file to a case that is served, as the page does; what waits for analysers is not analysed while jobs are paused. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ServedCase } from "../support/served-case.ts";

let batches = 0;

/** The item that it became. */
export async function uploadFile({ origin, cookie }: ServedCase, path: string): Promise<string> {
  const batch = `b${++batches}`;
  const to = `${origin}/api/uploads/${batch}`;
  const put = await fetch(`${to}?path=${encodeURIComponent(basename(path))}`, {
    method: "PUT",
    headers: { cookie },
    body: readFileSync(path),
  });
  const { item } = (await put.json()) as { item: string };
  await fetch(`${to}/finish`, { method: "POST", headers: { cookie } });
  return item;
}

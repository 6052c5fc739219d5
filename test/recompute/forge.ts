/** A case written anew by somebody else: every line bound, hashed and signed as it should be, and what the forger likes in between. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EntryBody, EntryDraft } from "../../src/core/entry/entry.ts";
import { objectPathOf } from "../../src/core/hash/digest.ts";
import { readLines } from "../../src/keep/read-lines.ts";
import { digestOfBytes } from "../../src/keep/sha256.ts";
import { HistoryBuilder } from "../verify/support/history-builder.ts";

export interface Forgery {
  readonly chosen: (body: EntryBody) => boolean;
  readonly alter: (text: string) => string;
  /** The decoder that the line names instead. */
  readonly relabel?: string;
}

/** Puts altered results in the place of those that are chosen, in the folder that lies at `casePath`. How many came out other than they were. */
export async function forgeResults(
  casePath: string,
  forgeries: readonly Forgery[],
  leaveOut: readonly EntryBody["kind"][] = [],
): Promise<number> {
  let altered = 0;
  let forged: HistoryBuilder | undefined;
  const objects = join(casePath, "objects");
  for await (const { line } of readLines(join(casePath, "ledger.jsonl"), { offset: 0, previous: undefined })) {
    const { body } = line;
    if (body === undefined || body.kind === "checkpoint.made" || leaveOut.includes(body.kind)) continue;
    if (body.kind === "case.opened") forged = new HistoryBuilder({ caseId: body.data.caseId });
    if (forged === undefined) throw new Error("expected line 1 first");
    const data = structuredClone(body.data) as never as Record<string, unknown>;
    if (body.kind === "key.enrolled") data["key"] = forged.signer.publicKey;
    for (const { chosen, alter, relabel } of forgeries) {
      if (!chosen(body)) continue;
      if (replaceResult(data, objects, alter)) altered++;
      if (relabel !== undefined) (data["ground"] as { decoder: string }).decoder = relabel;
    }
    const opens = [...line.open].map(([digest, { salt, value }]) => ({ digest, salt, value }));
    await forged.append(body.kind, data as EntryDraft["data"] as never, { by: body.by, opens: opens as never });
  }
  if (forged === undefined) throw new Error("expected lines");
  const ledger = forged.caseFiles().get("ledger.jsonl") as Uint8Array;
  writeFileSync(join(casePath, "ledger.jsonl"), ledger);
  for (const name of readdirSync(join(casePath, "checkpoints"))) rmSync(join(casePath, "checkpoints", name));
  return altered;
}

function replaceResult(data: Record<string, unknown>, objects: string, alter: (text: string) => string): boolean {
  const place = "outcome" in data ? (data["outcome"] as Record<string, string>) : (data as Record<string, string>);
  const field = "answer" in place ? "answer" : "result";
  const before = place[field] as `sha256:${string}`;
  const text = readFileSync(join(objects, objectPathOf(before)), "utf8");
  const bytes = Buffer.from(alter(text));
  const after = digestOfBytes(bytes);
  const path = join(objects, objectPathOf(after));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  rmSync(join(objects, objectPathOf(before)));
  place[field] = after;
  return bytes.toString() !== text;
}

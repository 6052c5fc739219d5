/**
 * Up to which line a person has seen a case: in their own configuration folder, in no case and no pack. Who looked when is nobody
 * else's business.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { CaseId } from "../core/entry/entry.ts";
import { codeOf, makeFolders, replaceFile } from "./durable.ts";

const Seen = z.strictObject({ line: z.number().int().min(0) });

interface SeenLine {
  /** 0 while nothing was marked. */
  read(): Promise<number>;
  mark(line: number): Promise<void>;
}

export function seenLineOf(configFolder: string, caseId: CaseId): SeenLine {
  const folder = join(configFolder, "seen");
  const path = join(folder, `${caseId}.json`);
  return {
    async read() {
      let text: string;
      try {
        text = await readFile(path, "utf8");
      } catch (error) {
        if (codeOf(error) === "ENOENT") return 0;
        throw error;
      }
      // A file that says something else marks nothing as seen: too much is shown rather than too little.
      try {
        return Seen.safeParse(JSON.parse(text)).data?.line ?? 0;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return 0;
      }
    },
    async mark(line) {
      await makeFolders(folder, { mode: 0o700 });
      await replaceFile(path, Buffer.from(`${JSON.stringify({ line })}\n`), { mode: 0o600 });
    },
  };
}

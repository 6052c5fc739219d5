/** Hashes of source files by fingerprint, under `derived/`: a second run over the same folder need not read it again. */
import { appendFileSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { SourceMemory } from "../core/collection/source.port.ts";
import { codeOf } from "./durable.ts";

const fileFingerprint = /^[0-9:-]+$/;

/** Reads what is there; lines that a stopped write left torn are passed over, since losing one costs only a second reading. */
export async function openSourceMemory(path: string, o: { readOnly: boolean }): Promise<SourceMemory> {
  const known = new Map<string, string>();
  let text = "";
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  for (const line of text.split("\n")) {
    const match = /^([0-9:-]+) (sha256:[0-9a-f]{64})$/.exec(line);
    if (match !== null) known.set(match[1] as string, match[2] as string);
  }
  let fresh: string[] = text === "" || text.endsWith("\n") ? [] : [""];
  return {
    digestOf: (fingerprint) => known.get(fingerprint),
    remember(fingerprint, digest) {
      // What does not come from a file has no fingerprint that would be met again.
      if (!fileFingerprint.test(fingerprint) || known.get(fingerprint) === digest) return;
      known.set(fingerprint, digest);
      fresh.push(`${fingerprint} ${digest}`);
    },
    flush() {
      if (!o.readOnly && fresh.length > 0) {
        mkdirSync(dirname(path), { recursive: true });
        appendFileSync(path, `${fresh.join("\n")}\n`);
        fresh = [];
      }
      return Promise.resolve();
    },
  };
}

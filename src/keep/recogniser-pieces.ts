/**
 * What a recogniser answered for each piece of a sound, word for word, under what is derived from the object: there a stopped run
 * finds what is done, a person finds words that were not taken into the draft, and erasing the object takes it along.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { PieceStore } from "../core/recogniser/recogniser.port.ts";
import { codeOf, namedFailure } from "./durable.ts";

export function openPieceStore(caseFolder: string, o: { readonly readOnly: () => boolean }): PieceStore {
  const placeOf = (object: Digest, run: string) =>
    join(
      caseFolder,
      "derived",
      "analyses",
      objectPathOf(object),
      `recogniser-${createHash("sha256").update(run).digest("hex").slice(0, 32)}`,
    );
  return {
    async find(object, run, piece) {
      try {
        return await readFile(join(placeOf(object, run), fileOf(piece)), "utf8");
      } catch (error) {
        if (codeOf(error) === "ENOENT") return undefined;
        throw error;
      }
    },
    async keep(object, run, piece, answer) {
      if (o.readOnly()) return Promise.resolve();
      const folder = placeOf(object, run);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "run.txt"), `${run}\n`);
        const fresh = join(folder, `.${randomBytes(4).toString("hex")}.tmp`);
        writeFileSync(fresh, answer);
        renameSync(fresh, join(folder, fileOf(piece)));
      } catch (error) {
        throw namedFailure(error, "derived/");
      }
      return Promise.resolve();
    },
  };
}

function fileOf(piece: string): string {
  if (!/^-?\d{1,12}-\d{1,12}$/.test(piece))
    throw new RangeError(`derived: expected a piece such as "0-90000"; found ${JSON.stringify(piece)}`);
  return `piece-${piece}.json`;
}

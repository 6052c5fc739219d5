/**
 * What a recogniser answered for each piece of a sound, word for word, under what is derived from the object: there a stopped run
 * finds what is done, a person finds words that were not taken into the draft, and erasing the object takes it along. A case may come
 * from somebody else with pieces in it: only those are taken that bear the mark of a key which lies in this person's own folder.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { PieceStore } from "../core/recogniser/recogniser.port.ts";
import { configFolder } from "./config-folder.ts";
import { codeOf, namedFailure } from "./durable.ts";

const pieceKeyFile = "recogniser-pieces.key";

export function openPieceStore(
  caseFolder: string,
  { readOnly, keyFolder = configFolder }: { readonly readOnly: () => boolean; readonly keyFolder?: () => string },
): PieceStore {
  const placeOf = (object: Digest, run: string) =>
    join(
      caseFolder,
      "derived",
      "analyses",
      objectPathOf(object),
      `recogniser-${createHash("sha256").update(run).digest("hex").slice(0, 32)}`,
    );
  const markOf = (key: Buffer, rests: readonly [Digest, string, string], answer: string) =>
    createHmac("sha256", key).update(JSON.stringify(rests)).update("\n").update(answer).digest();
  return {
    async find(object, run, piece) {
      const path = join(placeOf(object, run), fileOf(piece));
      const [answer, mark] = await Promise.all([readOrNone(path), readOrNone(`${path}.mark`)]);
      const key = keyIn(keyFolder());
      if (answer === undefined || mark === undefined || key === undefined) return undefined;
      const [given, own] = [Buffer.from(mark, "hex"), markOf(key, [object, run, piece], answer)];
      return given.length === own.length && timingSafeEqual(given, own) ? answer : undefined;
    },
    async keep(object, run, piece, answer) {
      if (readOnly()) return Promise.resolve();
      const key = keyIn(keyFolder()) ?? newKeyIn(keyFolder());
      const folder = placeOf(object, run);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "run.txt"), `${run}\n`);
        replace(join(folder, fileOf(piece)), answer);
        replace(join(folder, `${fileOf(piece)}.mark`), markOf(key, [object, run, piece], answer).toString("hex"));
      } catch (error) {
        throw namedFailure(error, "derived/");
      }
      return Promise.resolve();
    },
    async finish(object, run) {
      const folder = placeOf(object, run);
      if (readOnly() || !existsSync(folder)) return Promise.resolve();
      let count = 1;
      while (existsSync(`${folder}-${count}`)) count++;
      try {
        renameSync(folder, `${folder}-${count}`);
      } catch (error) {
        throw namedFailure(error, "derived/");
      }
      return Promise.resolve();
    },
  };
}

async function readOrNone(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function replace(path: string, text: string): void {
  const fresh = join(path, "..", `.${randomBytes(4).toString("hex")}.tmp`);
  writeFileSync(fresh, text);
  renameSync(fresh, path);
}

/** A key that is spoilt is none: what it marked is read anew. */
function keyIn(folder: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(join(folder, pieceKeyFile), "utf8").trim(), "hex");
    return key.length === 32 ? key : undefined;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function newKeyIn(folder: string): Buffer {
  const key = randomBytes(32);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, pieceKeyFile);
  const fresh = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  writeFileSync(fresh, `${key.toString("hex")}\n`, { mode: 0o600 });
  renameSync(fresh, path);
  return key;
}

function fileOf(piece: string): string {
  if (!/^-?\d{1,12}-\d{1,12}$/.test(piece))
    throw new RangeError(`derived: expected a piece such as "0-90000"; found ${JSON.stringify(piece)}`);
  return `piece-${piece}.json`;
}

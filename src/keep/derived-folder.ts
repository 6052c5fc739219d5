/** Derived answers as folders: `derived/analyses/ab/<object>/<analyser>-<version>/` with `answer.json` beside its files. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { AnalysisFailure } from "../core/analysis/analysis.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { DerivedAnswer, DerivedKey, DerivedStore } from "../core/derived/derived.port.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { codeOf, namedFailure } from "./durable.ts";

const FileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/);
const Answer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("done"), decoder: z.string(), result: z.json(), files: z.array(FileName) }),
  z.strictObject({ state: z.literal("failed"), decoder: z.string(), failure: AnalysisFailure }),
]);

/** The index over all frame hashes: those of all items lie together in it. */
export const frameIndexOf = (folder: string): string => join(folder, "derived", "hash-search");

export function openDerivedFolder(folder: string, o: { readOnly: boolean }): DerivedStore {
  const analyses = join(folder, "derived", "analyses");
  const ofObject = (object: Digest) => join(analyses, objectPathOf(object));
  const ofKey = ({ object, analyser, version }: DerivedKey) => {
    if (!FileName.safeParse(version).success)
      throw new RangeError(`derived: expected a version such as "1"; found ${JSON.stringify(version)}`);
    return join(ofObject(object), `${analyser}-${version}`);
  };
  const demandWritable = () => {
    if (o.readOnly) throw new CaseError("CASE_READ_ONLY", "derived/: expected a case open for writing; found one open for reading");
  };

  return {
    async read(key) {
      let text: string;
      try {
        text = await readFile(join(ofKey(key), "answer.json"), "utf8");
      } catch (error) {
        if (codeOf(error) === "ENOENT") return undefined;
        throw error;
      }
      return answerOf(text);
    },
    async write(key, answer) {
      demandWritable();
      const place = ofKey(key);
      const fresh = `${place}.${randomBytes(4).toString("hex")}.tmp`;
      try {
        mkdirSync(fresh, { recursive: true });
        if (answer.state === "done") for (const { name, path } of answer.files) moveIn(path, join(fresh, FileName.parse(name)));
        writeFileSync(join(fresh, "answer.json"), JSON.stringify(storedOf(answer)));
        rmSync(place, { recursive: true, force: true });
        renameSync(fresh, place);
      } catch (error) {
        rmSync(fresh, { recursive: true, force: true });
        throw namedFailure(error, "derived/");
      }
      return Promise.resolve();
    },
    pathOf(key, file) {
      if (basename(file) !== file || !FileName.safeParse(file).success) {
        throw new CaseError("PATH_REFUSED", "derived/: expected the plain name of a stored file; found something else");
      }
      return join(ofKey(key), file);
    },
    remove(key) {
      demandWritable();
      rmSync(ofKey(key), { recursive: true, force: true });
      return Promise.resolve();
    },
    removeAllOf(object) {
      demandWritable();
      if (existsSync(dirname(ofObject(object)))) rmSync(ofObject(object), { recursive: true, force: true });
      // Whole, so that no file is left that held them; the next search makes it anew from the prints that are left.
      rmSync(frameIndexOf(folder), { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** What cannot be read counts as not there: derived files are not synced, and jobs make them again. */
function answerOf(text: string): DerivedAnswer | undefined {
  try {
    const read = Answer.safeParse(JSON.parse(text));
    return read.success ? (read.data as DerivedAnswer) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function storedOf(answer: Parameters<DerivedStore["write"]>[1]): Json {
  const { decoder } = answer.ground;
  if (answer.state === "failed") return { state: "failed", decoder, failure: answer.failure };
  return { state: "done", decoder, result: answer.result, files: answer.files.map(({ name }) => name) };
}

/** The analyser's folder may lie on another disk, where a rename cannot reach. */
function moveIn(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    cpSync(from, to);
    rmSync(from);
  }
}

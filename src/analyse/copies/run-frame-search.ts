/**
 * Searches frames in a child that may read the named prints and write the folder of the index, and nothing else; one child at a
 * time, since the index is one process's. The index is derived: it may be deleted whenever no search runs.
 */
import { cp, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { FrameSearch, FramesFound, PrintedFrames } from "../../core/copies/frame-search.port.ts";
import { FindLine, type FindRequest } from "../hash-search/find-contract.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { allowReading } from "../readable-files.ts";
import type { Runner } from "../run-analyser.ts";
import { namingRoom } from "../scratch-room.ts";
import { startChild } from "../start-child.ts";
import { printFile } from "./print-file.ts";

export interface FrameSearchOptions {
  readonly runner: Runner;
  /** Where children get their folders. */
  readonly scratch: string;
  /** Folder of the index. */
  readonly index: string;
  /** The index may not be written: a copy in the scratch folder is brought up to date instead. */
  readonly readOnly: boolean;
  /** Longest time without a word from the child, milliseconds. For tests. */
  readonly silenceMs?: number;
}

type Request = Parameters<FrameSearch["find"]>[0];
type Control = Parameters<FrameSearch["find"]>[1];

const silenceLimitMs = 1_800_000;
const childScript = fileURLToPath(new URL("../hash-search/find-child.ts", import.meta.url));

export function createFrameSearch({ runner, scratch, index, readOnly, silenceMs = silenceLimitMs }: FrameSearchOptions): FrameSearch {
  let prefix: readonly string[] | undefined;
  let ready: Promise<string> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** What is copied while another program changes it is noticed by its checksums and made anew. */
  async function indexFolder(): Promise<string> {
    if (!readOnly) return index;
    const own = join(scratch, "frame-index");
    const there = await stat(index).catch(() => undefined);
    if (there?.isDirectory() === true) await cp(index, own, { recursive: true }).catch(() => rm(own, { recursive: true, force: true }));
    return own;
  }

  async function ask({ known, radius }: Request, asked: PrintedFrames, atSec: number | "all", folder: string, control: Control) {
    const own = await (ready ??= indexFolder());
    // Made again where an erasure took it away.
    await mkdir(own, { recursive: true, mode: 0o700 }).catch(namingRoom);
    prefix ??= findIsolation().prefix;
    const request: FindRequest = {
      known: known.map(({ object, framePrints }) => ({ object, framePrints })),
      query: { object: asked.object, framePrints: asked.framePrints, atSec },
      ...{ radius, index: own, folder, madeOf: runner.versionOf("frame-print"), parent: process.pid },
    };
    const files = [...known, asked].map(({ framePrints }) => framePrints);
    const flags = [...allowReading(files), `--allow-fs-read=${own}`, `--allow-fs-write=${own}`];
    const found: FramesFound["found"][number][] = [];
    let end: Extract<FindLine, { type: "end" }> | undefined;
    const child = startChild({ script: childScript, folder, prefix, flags, request });
    await listenToChild(child, { name: "frame search", signal: control.signal, silenceMs }, (said) => {
      const line = lineOf(said);
      if (line.type === "progress") control.onProgress(line.done, line.doing);
      else if (line.type === "found") found.push(line.found);
      else if (line.type === "refused") throw new CaseError(line.code, line.message);
      else end = line;
      return line.type === "end";
    });
    return end === undefined ? undefined : { asked: end.asked, searched: end.searched, found };
  }

  async function findNow(request: Request, control: Control): Promise<FramesFound | undefined> {
    if (control.signal.aborted) return undefined;
    const folder = await mkdtemp(join(scratch, "find-")).catch(namingRoom);
    try {
      const { query } = request;
      if (!("file" in query)) return await ask(request, query, query.atSec, folder, control);
      const onProgress = (done: number) => control.onProgress(done, "reading");
      const own = await printFile(runner, { path: query.file, to: join(folder, "asked.prints") }, { signal: control.signal, onProgress });
      return own === undefined ? undefined : await ask(request, own, "all", folder, control);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    find(request, control) {
      const mine = turn.then(() => findNow(request, control));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Throws for what is no line of this contract: the child is not trusted to keep to it. */
function lineOf(said: unknown): FindLine {
  const parsed = FindLine.safeParse(said);
  if (!parsed.success) throw new Error("frame search: expected a line of the child that searches frames; found something else");
  return parsed.data;
}

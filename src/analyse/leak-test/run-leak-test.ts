/** Runs the leak test in a child: no network where the system grants that, limits on memory and on silence, a folder of its own. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { LeakReport } from "../../core/edition/leak-report.ts";
import type { LeakTest } from "../../core/edition/leak-test.port.ts";
import type { PlaceClue } from "../../core/edition/place-clue.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { namingRoom } from "../scratch-room.ts";
import { startChild } from "../start-child.ts";
import { LeakLine, type LeakRequest } from "./leak-contract.ts";

export interface LeakTestOptions {
  readonly scratch?: string;
  readonly ffmpeg?: string;
  readonly ffprobe?: string;
}

/** A long recording is decoded without a word in between. */
const silenceMs = 3_600_000;
const childScript = fileURLToPath(new URL("leak-child.ts", import.meta.url));

export function createLeakTest({ scratch = tmpdir(), ffmpeg = "ffmpeg", ffprobe = "ffprobe" }: LeakTestOptions = {}): LeakTest {
  let prefix: readonly string[] | undefined;
  return {
    async scan(scanned, secrets, { signal, onProgress }) {
      for (const program of [ffmpeg, ffprobe, "perl"])
        if (spawnSync(program, ["-version"], { stdio: "ignore" }).error !== undefined)
          throw new CaseError(
            "PROGRAM_MISSING",
            `leak test: expected ${program} on this machine; found none. Nothing is said of the edition.`,
          );
      const folder = await mkdtemp(join(scratch, "witnessmark-leaks-")).catch(namingRoom);
      try {
        prefix ??= findIsolation().prefix;
        const request: LeakRequest = { scan: scanned, secrets, folder, ffmpeg, ffprobe, parent: process.pid };
        const child = startChild({ script: childScript, folder, prefix, request });
        let report: LeakReport | undefined;
        const clues: PlaceClue[] = [];
        await listenToChild(child, { name: "leak test", signal, silenceMs }, (said) => {
          const line = lineOf(said);
          if (line.type === "progress") onProgress(line.done, line.file);
          else if (line.type === "clue") clues.push(line.clue);
          else if (line.type === "missing")
            throw new CaseError("PROGRAM_MISSING", `leak test: expected ${line.program} on this machine; found none`);
          else report = line.report;
          return line.type === "end";
        });
        if (report === undefined) throw stopped();
        return { report, clues };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function stopped(): Error {
  const error = new Error("the leak test was stopped");
  error.name = "AbortError";
  return error;
}

/** Throws for what is no line of this contract: the child is not trusted to keep to it. */
function lineOf(said: unknown): LeakLine {
  const line = LeakLine.safeParse(said);
  if (!line.success) throw new Error("leak test: expected a line of the child that scans; found something else");
  return line.data;
}

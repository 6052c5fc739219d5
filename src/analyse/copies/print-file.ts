/** Frame prints of one file outside any case, made in a child; they lie where the caller says, and are the caller's to remove. */
import { copyFile, stat } from "node:fs/promises";
import type { Cancellation } from "../../core/cancel/cancellation.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { PrintedFrames } from "../../core/copies/frame-search.port.ts";
import type { Runner } from "../run-analyser.ts";
import { digestOf } from "./match-files.ts";

/** Throws CaseError INPUT_INVALID when there is no picture in it; undefined when `signal` ended it. */
export async function printFile(
  runner: Runner,
  { path, to }: { readonly path: string; readonly to: string },
  { signal, onProgress }: { readonly signal: Cancellation; readonly onProgress: (done: number) => void },
): Promise<PrintedFrames | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw new CaseError("INPUT_INVALID", "expected a file that can be read; found none");
  const object = await digestOf(path);
  const request = { analyser: "frame-print" as const, object, path, nameHint: "", parameters: {} };
  return runner.run(request, { signal, onProgress }, async (answer) => {
    if (signal.aborted) return undefined;
    if (answer.state === "done" && answer.files[0] !== undefined) {
      await copyFile(answer.files[0].path, to);
      return { object, framePrints: to };
    }
    const failure = answer.state === "failed" ? answer.failure : undefined;
    if (failure?.code === "program-missing") throw new CaseError("PROGRAM_MISSING", failure.message);
    const why = failure === undefined || failure.code === "no-stream" ? "none" : failure.message;
    throw new CaseError("INPUT_INVALID", `expected a picture or moving pictures; found: ${why}`);
  });
}

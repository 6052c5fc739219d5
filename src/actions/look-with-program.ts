/**
 * One look at the source by the person's own yt-dlp, keeping nothing of it, and the entry about what it found. Only an answer of
 * the server about this very link says "gone"; everything else that fails is unknown, with the program's words beside it.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { CheckOutcome } from "../core/link/capture.ts";
import { planLook } from "../core/link/capture-settings.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { checkLink } from "./check-link.ts";
import { demandPublicLink, notConfigured, type RunCapturePorts, type RunControl } from "./run-capture.ts";

/** Nobody waits longer for an answer that is yes or no. */
const mostMinutes = 2;

/** Throws CaseError ITEM_UNKNOWN, NOT_ALLOWED, PROGRAM_MISSING, and INPUT_INVALID when it was stopped: then nothing was found out. */
export async function lookWithProgram(
  ports: RunCapturePorts,
  viewer: Viewer,
  item: ItemId,
  { signal, onProgress }: RunControl,
): Promise<{ outcome: CheckOutcome; seq: number }> {
  demand(viewer, "append");
  const settings = await ports.settings();
  const planned = planLook(settings, await demandPublicLink(ports, item));
  if (planned === undefined) throw notConfigured("yt-dlp");
  const run = await ports.run(planned, { limits: { ...settings.limits, minutes: mostMinutes }, signal, onProgress });
  run.discard();
  if (run.end === "stopped") throw new CaseError("INPUT_INVALID", "the look was stopped: nothing was found out");
  const said = lastLine(run.log);
  const outcome = run.end === "ended" ? foundBy(run.exitCode, said) : "unknown";
  const { seq } = await checkLink(ports, viewer, {
    item,
    outcome,
    how: "own-program",
    statement: `yt-dlp ${run.exitCode === "killed" ? "was ended" : `ended with ${run.exitCode}`}: ${said}`,
    evidence: [],
  });
  return { outcome, seq };
}

function foundBy(exitCode: number | "killed", said: string): CheckOutcome {
  if (exitCode === 0) return "there";
  if (/HTTP Error (404|410)\b/.test(said)) return "gone";
  if (/\b(log ?in|logged[- ]in|sign in|authenticat)/i.test(said)) return "login-needed";
  if (/(name resolution|resolve|timed out|unreachable|connection (refused|reset))/i.test(said)) return "unreachable";
  return "unknown";
}

/** Of any bytes: what is not ASCII is not needed to tell what happened. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).replace(/[^\n\r\x20-\x7e]/g, "?");
}

/** Its last complaint, or its last words: the two streams of a program come in no certain order. */
function lastLine(log: Uint8Array): string {
  const lines = textOf(log.subarray(-8000))
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (lines.findLast((line) => line.startsWith("ERROR")) ?? lines.at(-1) ?? "nothing").slice(0, 1000);
}

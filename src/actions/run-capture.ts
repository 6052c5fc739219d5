/**
 * Runs the person's own program on a link, because they asked for it this time, and keeps what it made: the files as
 * items of a collection of their own, what the program said as an object, and the run itself as an entry.
 */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { SourceFinding } from "../core/collection/source.port.ts";
import type { ItemId, ItemName } from "../core/item/item.ts";
import { captureParts, type CaptureMinimum, type CaptureOutcome } from "../core/link/capture.ts";
import { type CaptureProgram, type CaptureSettings, planCapture, type PlannedRun } from "../core/link/capture-settings.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CheckLinkPorts } from "./check-link.ts";
import type { CollectionRequest, Collector } from "./collector.ts";
import { demandLink } from "./demand-links.ts";
import { once } from "./once.ts";
import { recordCapture } from "./record-capture.ts";

export interface ProgramRun {
  readonly end: "ended" | "stopped" | "out-of-time" | "too-large";
  readonly exitCode: number | "killed";
  readonly log: Uint8Array;
  /** What it made. */
  readonly files: () => AsyncIterable<SourceFinding>;
  readonly discard: () => void;
}

export interface RunCapturePorts extends CheckLinkPorts {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly settings: () => Promise<CaptureSettings>;
  readonly versionOf: (path: string) => Promise<string>;
  readonly run: (
    planned: PlannedRun,
    control: { limits: CaptureSettings["limits"]; signal: Cancellation; onProgress: (said: string, bytes: number) => void },
  ) => Promise<ProgramRun>;
  readonly newCollector: (request: CollectionRequest) => Collector;
  readonly collecting: Pick<CollectionRequest, "machine" | "program" | "clockSource">;
}

export interface RunControl {
  readonly signal: Cancellation;
  readonly onProgress: (said: string, bytes: number) => void;
}

export interface CaptureEnd {
  readonly outcome: CaptureOutcome;
  readonly items: readonly ItemId[];
  readonly exitCode: number | "killed";
}

/** What would be run, for the person to see before it is. Throws CaseError ITEM_UNKNOWN, NOT_ALLOWED when the program is not configured. */
export async function planRun(ports: RunCapturePorts, viewer: Viewer, item: ItemId, program: CaptureProgram): Promise<PlannedRun> {
  demand(viewer, "read");
  const planned = planCapture(await ports.settings(), program, await demandPublicLink(ports, item));
  if (planned === undefined) throw notConfigured(program);
  return planned;
}

/** Throws CaseError as `planRun`, and PROGRAM_MISSING. */
export async function runCapture(
  ports: RunCapturePorts,
  viewer: Viewer,
  { item, program }: { item: ItemId; program: CaptureProgram },
  { signal, onProgress }: RunControl,
): Promise<CaptureEnd> {
  demand(viewer, "append");
  const planned = await planRun(ports, viewer, item, program);
  const { limits } = await ports.settings();
  const version = await ports.versionOf(planned.path);
  const startedAt = ports.clock.now();
  const run = await ports.run(planned, { limits, signal, onProgress });
  try {
    const endedAt = ports.clock.now();
    const { items, refused } = await collectMade(ports, run, `captures/${item}/${startedAt.replace(/[:.]/g, "-")}`, program);
    const log = await ports.vault.stage(once(run.log));
    await ports.vault.commit([log]);
    const outcome = outcomeOf(run, items.length, refused);
    await recordCapture(ports, viewer, {
      ...{ item, items, outcome, startedAt, endedAt, did: "" },
      run: { program: { name: program, version }, arguments: planned.arguments, exitCode: run.exitCode, log: log.digest },
      clockCheck: "not-done",
      account: { sort: "not-logged-in", label: "" },
      network: "unknown",
      minimum: ofProgram,
    });
    return { outcome, items, exitCode: run.exitCode };
  } finally {
    run.discard();
  }
}

/** The address stands in the arguments; what else the files hold, a person has to look at. */
const ofProgram: CaptureMinimum = {
  ...(Object.fromEntries(captureParts.map((part) => [part, "unknown"])) as CaptureMinimum),
  address: "stated",
};

async function collectMade(
  { newCollector, collecting }: RunCapturePorts,
  run: ProgramRun,
  under: string,
  program: CaptureProgram,
): Promise<{ items: ItemId[]; refused: number }> {
  const collector = newCollector({ method: "capture", from: `made by ${program} in a private folder`, ...collecting });
  const coming: Promise<Awaited<Awaited<ReturnType<Collector["add"]>>["durable"]>>[] = [];
  for await (const found of run.files()) {
    if ("refused" in found) collector.refuse(found.refused);
    // Files of one run stay beside each other, so that what is written about a medium is found beside it.
    else coming.push((await collector.add({ ...found.file, name: below(under, found.file.name) })).durable);
  }
  const { refused } = await collector.finish(run.end === "stopped" ? "stopped" : "complete");
  const items = (await Promise.all(coming)).flatMap((one) => (one.state === "refused" ? [] : [one.item]));
  return { items: [...new Set(items)], refused: refused.length };
}

function below(folder: string, name: ItemName): ItemName {
  // Programs that write names in other encodings are told to restrict them; one that does not keeps its name alone.
  return name.encoding === "utf-8" ? { encoding: "utf-8", path: `${folder}/${name.path}` } : name;
}

function outcomeOf({ end, exitCode }: ProgramRun, kept: number, refused: number): CaptureOutcome {
  if (end !== "ended") return end;
  if (kept === 0) return exitCode === 0 ? "nothing" : "failed";
  return exitCode === 0 && refused === 0 ? "complete" : "partial";
}

/** A program is not sent to this machine or its neighbours on the strength of a pasted link. */
export async function demandPublicLink(ports: RunCapturePorts, item: ItemId): Promise<string> {
  const link = await demandLink(ports, item);
  const host = /^https?:\/\/(\[[^\]]*\]|[^/:?#]*)/.exec(link)?.[1] ?? "";
  const local =
    host.startsWith("[") || /^[0-9.]+$/.test(host) || !host.includes(".") || /\.(localhost|local|internal|home|lan|arpa)\.?$/.test(host);
  if (local)
    throw new CaseError("NOT_ALLOWED", "capture: expected a link to a named host on the public network; found an address or a local name");
  return link;
}

export function notConfigured(program: CaptureProgram): CaseError {
  return new CaseError("NOT_ALLOWED", `${program}: expected where it is in the settings for captures; found it switched off`);
}

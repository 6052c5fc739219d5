/**
 * Has the person's own detector look at pictures of an item, because they asked for it this time, and records what it took for
 * something to cover. A machine's draft: it covers nothing, and where it found nothing it says nothing.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import { type DetectedRegion, type DetectionResult, mostRegions } from "../core/detector/detection.ts";
import type { DetectorAnswer, FrameFolder, ReadyDetector } from "../core/detector/detector.port.ts";
import type { DetectRequest } from "../core/detector/detector-settings.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { DetectionsRefused, readDetections } from "../formats/detector-lines/read-detections.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { DetectPorts } from "./detection-ports.ts";
import { once } from "./once.ts";
import type { ReadControl } from "./recognise-ports.ts";
import { demandShown } from "./redaction-ports.ts";

export interface RegionsDetected {
  /** Line of the run. */
  readonly seq: number;
  readonly program: string;
  readonly version: string;
  readonly frames: number;
  readonly regions: number;
  /** What was not looked at, and why; empty when all was. */
  readonly notLooked: string;
  readonly network: "none" | "not-isolated";
}

/** Undefined when it was stopped: nothing is recorded. Throws CaseError NOT_ALLOWED, ITEM_UNKNOWN, INPUT_INVALID, PROGRAM_MISSING, DETECTOR_FAILED, DISK_FULL. */
export async function detectRegions(
  ports: DetectPorts,
  viewer: Viewer,
  { item, everySec }: DetectRequest & { readonly item: ItemId },
  { signal, onProgress }: ReadControl,
): Promise<RegionsDetected | undefined> {
  demand(viewer, "append");
  const { object, kind } = await demandShown(ports, item);
  if (kind === "sound") throw new CaseError("INPUT_INVALID", `item ${item}: expected a picture or a video; found a sound`);
  const path = await ports.pathOf(object);
  onProgress("unknown", "choosing pictures");
  const ready = await ports.detector.prepare(signal);
  const shots = kind === "video" ? (await ports.redactions.shots(item)).map(({ fromS }) => fromS) : [];
  const regions: DetectedRegion[] = [];
  const shown = await ports.frames.write({ path, everyS: everySec, shots }, { signal, minutes: ready.minutes }, async (folder) => {
    onProgress((folder.done - folder.places.size) / folder.of, `picture ${folder.done - folder.places.size + 1} of ${folder.of}`);
    const answer = await ready.look(folder.folder, signal);
    regions.push(...foundIn(answer, folder, ready, mostRegions - regions.length));
  });
  if (shown === undefined || signal.aborted) return undefined;
  const { name, version } = ready.program;
  if (!(await ready.isSame(signal)))
    throw failed(name, "to stay as it is while it looks; found that its files changed. Nothing was recorded.");
  if (signal.aborted) return undefined;
  const { frames, everyS, size, notLooked } = shown;
  const result: DetectionResult = {
    ...{ v: 1, object, program: ready.program, network: ready.network, everyS, size, notLooked, regions },
    frames: [...frames],
  };
  const staged = await ports.vault.stage(once(encodeUtf8(`${canonicalJson(result as unknown as Json)}\n`)));
  await ports.vault.commit([staged]);
  const counts = { program: name, frames: frames.length, regions: regions.length };
  const [line] = await ports.writer.append(async () => [
    { kind: "regions.detected", data: { item, object, result: staged.digest, ...counts } },
  ]);
  return { seq: line?.head.seq ?? 0, version, notLooked, network: ready.network, ...counts };
}

function foundIn(answer: DetectorAnswer, { places }: FrameFolder, { program: { name } }: ReadyDetector, most: number): DetectedRegion[] {
  if (answer.state === "stopped") return [];
  if (answer.state !== "answered")
    throw failed(
      name,
      `to look at ${places.size} pictures; found ${failures[answer.state]}${answer.complaint === "" ? "" : `: ${answer.complaint}`}`,
    );
  try {
    return readDetections(answer.bytes, places, most);
  } catch (error) {
    if (error instanceof DetectionsRefused)
      throw failed(name, `regions, one a line, and nothing else. It said: ${error.message}. Nothing was recorded.`, error);
    throw error;
  }
}

const failures = {
  failed: "that it failed",
  "out-of-time": "no end within the time that the settings allow",
  "too-large": "that it said or wrote more than it may",
} as const;

function failed(name: string, message: string, cause?: unknown): CaseError {
  return new CaseError("DETECTOR_FAILED", `${name}: expected ${message}`, cause === undefined ? {} : { cause });
}

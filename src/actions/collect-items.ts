/** Collects everything a source offers, reports as it goes, and can be stopped between any two pieces. */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { SourceFinding } from "../core/collection/source.port.ts";
import { shownName } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CollectionOutcome, type CollectionRequest, type Collector, type CollectorPorts, createCollector } from "./collector.ts";
import { CollectingStopped } from "./stage-source.ts";

export interface CollectProgress {
  readonly files: number;
  readonly bytes: number;
  /** Name of the file at hand, and how much of it is copied. */
  readonly current: string;
  readonly currentBytes: number;
  readonly currentSize: number;
}

export async function collectItems(
  ports: CollectorPorts,
  viewer: Viewer,
  request: CollectionRequest,
  sources: AsyncIterable<SourceFinding>,
  control: { signal: Cancellation; onProgress: (progress: CollectProgress) => void },
): Promise<CollectionOutcome> {
  demand(viewer, "append");
  const collector = createCollector(ports, request);
  try {
    await addAll(collector, sources, control);
    await collector.flush();
  } catch (error) {
    if (error instanceof CollectingStopped) return collector.finish("stopped");
    // What was copied before still counts, where it can be recorded. The first failure is the one to tell.
    await collector.finish("stopped").catch(() => undefined);
    throw error;
  }
  return collector.finish(control.signal.aborted ? "stopped" : "complete");
}

async function addAll(
  collector: Collector,
  sources: AsyncIterable<SourceFinding>,
  { signal, onProgress }: { signal: Cancellation; onProgress: (progress: CollectProgress) => void },
): Promise<void> {
  let files = 0;
  let bytes = 0;
  for await (const found of sources) {
    if (signal.aborted) return;
    if ("refused" in found) {
      collector.refuse(found.refused);
      continue;
    }
    const { file } = found;
    const current = shownName(file.name);
    let currentBytes = 0;
    onProgress({ files, bytes, current, currentBytes, currentSize: file.size });
    await collector.add(file, {
      signal,
      onBytes(count) {
        bytes += count;
        currentBytes += count;
        onProgress({ files, bytes, current, currentBytes, currentSize: file.size });
      },
    });
    files++;
  }
}

/** What looking for regions, and answering for them, asks of an open case. */
import type { FrameWriter, RegionDetector } from "../core/detector/detector.port.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { RedactionPorts } from "./redaction-ports.ts";

export interface DetectionPorts extends Pick<RedactionPorts, "writer" | "vault" | "redactions"> {
  readonly detections: {
    /** A run of the item: the bytes that it looked at and how many regions it has; null where it cannot be read. */
    run(item: ItemId, line: number): Promise<{ readonly object: Digest; readonly regions: number | null } | undefined>;
  };
}

export interface DetectPorts extends DetectionPorts {
  readonly detector: RegionDetector;
  readonly frames: FrameWriter;
  /** Throws CaseError OBJECT_MISSING. */
  readonly pathOf: (object: Digest) => Promise<string>;
}

/** What looking for regions is done with: a child that writes pictures, the person's program, the redaction layer of the case. */
import type { DetectPorts } from "../actions/detection-ports.ts";
import type { RedactionPorts } from "../actions/redaction-ports.ts";
import { createFrameWriter } from "../analyse/detector/write-frames.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { RegionDetector } from "../core/detector/detector.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { configFolder } from "../keep/config-folder.ts";
import { identifyDetector, runOnFrames } from "../keep/detector-run.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { detectionIndex } from "../reads/redactions/detection-index.ts";
import { redactionIndex } from "../reads/redactions/redaction-index.ts";
import { demandDetector, isolation, recognisersOf } from "./recogniser.ts";

export interface DetectParts extends Pick<RedactionPorts, "writer"> {
  readonly vault: Vault;
  readonly reader: CaseReader;
  readonly scratch: string;
}

export function detectPortsOf({ writer, vault, reader, scratch }: DetectParts): DetectPorts {
  return {
    ...{ writer, vault, redactions: redactionIndex(reader), detections: detectionIndex(reader) },
    detector: detectorOf(),
    frames: createFrameWriter({ scratch }),
    async pathOf(object) {
      if (!(await vault.has(object))) throw new CaseError("OBJECT_MISSING", "detector: expected the item's object in the case; found none");
      return vault.pathOf(object);
    },
  };
}

/** Asks the settings once for a run: another program may be set up while it goes on, and takes no part in it. */
function detectorOf(): RegionDetector {
  const recognisers = recognisersOf(configFolder());
  return {
    async prepare(signal) {
      const { detector: chosen, limits } = await recognisers.read();
      const detector = demandDetector(chosen);
      const { prefix, network } = isolation();
      const look = (asked: Cancellation) => identifyDetector(detector, prefix, asked);
      const program = await look(signal);
      return {
        ...{ program, network, minutes: limits.minutes },
        look: (folder, asked) => runOnFrames({ detector, prefix, folder, limits, signal: asked }),
        isSame: async (asked) => {
          const now = await look(asked);
          return now.file === program.file && now.command === program.command && now.version === program.version;
        },
      };
    },
  };
}

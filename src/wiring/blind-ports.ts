/** What blind reviews need of an open case: its lines, the people whose keys count, and the person's own private store. */
import type { BlindPorts } from "../actions/blind-ports.ts";
import type { CaseWriter } from "../actions/case-writer.ts";
import type { CaseId } from "../core/entry/entry.ts";
import { blindAnswersOf } from "../keep/blind-answers.ts";
import { random, sha256 } from "../keep/sha256.ts";
import type { Viewer } from "../policy/viewer.ts";
import { blindIndex } from "../reads/blind/blind-index.ts";
import { unknownItems } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { listKeys } from "../reads/list-keys.ts";
import { nodePlatform } from "../verify/node/platform.ts";

export function blindPortsOf(parts: {
  readonly writer: CaseWriter;
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly caseId: CaseId;
  readonly configFolder: string;
}): BlindPorts {
  const { writer, reader, viewer, caseId, configFolder } = parts;
  return {
    ...{ writer, caseId, sha256, random, verify: nodePlatform.verifyEd25519 },
    answers: blindAnswersOf(configFolder, caseId),
    unknownItems: (numbers) => unknownItems(reader, numbers),
    blind: {
      ...blindIndex(reader),
      people: async () =>
        new Map((await listKeys(reader, viewer)).filter(({ state }) => state === "in-force").map(({ key, person }) => [key, person])),
    },
  };
}

/** What blind reviews need of an open case, and what answering a packet needs of the person: their key and their own private store. */
import type { PacketPorts } from "../actions/make-blind-packet.ts";
import type { CaseWriter } from "../actions/case-writer.ts";
import type { CaseId } from "../core/entry/entry.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { blindAnswersOf } from "../keep/blind-answers.ts";
import { writeBlindPacket } from "../keep/write-blind-packet.ts";
import { random, sha256 } from "../keep/sha256.ts";
import type { PersonSecrets } from "../keep/person-secrets.ts";
import type { Viewer } from "../policy/viewer.ts";
import { blindIndex } from "../reads/blind/blind-index.ts";
import { itemsForPacket } from "../reads/blind/packet-items.ts";
import { questionAsOf } from "../reads/blind/question-as-of.ts";
import { unknownItems } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { listKeys } from "../reads/list-keys.ts";
import { refusedToPublish } from "../reads/refused-to-publish.ts";
import { loadOrCreateIdentity, type Passphrase } from "../keep/person-keys.ts";
import type { OutsidePorts } from "../actions/seal-outside-answer.ts";
import { nodePlatform } from "../verify/node/platform.ts";

export function blindPortsOf(parts: {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly caseId: CaseId;
  readonly configFolder: string;
  readonly secrets: PersonSecrets;
  readonly program: string;
}): PacketPorts {
  const { writer, vault, reader, viewer, caseId, configFolder, secrets, program } = parts;
  return {
    ...{ writer, vault, caseId, program, sha256, random, verify: nodePlatform.verifyEd25519 },
    answers: blindAnswersOf(configFolder, caseId, secrets),
    packet: {
      items: (items) => itemsForPacket(reader, viewer, items),
      question: (id, line) => questionAsOf(reader, id, line),
      refused: (items) => refusedToPublish(reader, viewer, items),
      write: writeBlindPacket,
    },
    unknownItems: (numbers) => unknownItems(reader, numbers),
    blind: {
      ...blindIndex(reader),
      everyKey: async () => new Map((await listKeys(reader, viewer)).map(({ key, person }) => [key, person])),
      people: async () =>
        new Map((await listKeys(reader, viewer)).filter(({ state }) => state === "in-force").map(({ key, person }) => [key, person])),
    },
  };
}

/** Of the person at this machine, without any case. */
export async function outsideAnswererOf(configFolder: string, o: { name: string; passphrase: Passphrase }): Promise<OutsidePorts> {
  const { name, signer, secrets } = await loadOrCreateIdentity(configFolder, o);
  return { name, signer, sha256, random, answersOf: (caseId) => blindAnswersOf(configFolder, caseId, secrets) };
}

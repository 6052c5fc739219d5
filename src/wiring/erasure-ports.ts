/** What erasing reaches: lines, objects, what is derived from them, and restricted values that lie apart. */
import type { EraseEntryPorts } from "../actions/erase-entry.ts";
import type { EraseObjectsPorts } from "../actions/erase-objects.ts";
import type { CaseWriter } from "../actions/case-writer.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { sealedIn } from "../formats/ledger/decode-line.ts";
import type { CaseFolder } from "../keep/open-case-folder.ts";
import { hasPrivateStore, openPrivateStore, type PrivateStore } from "../keep/private-store.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { kindOfLine } from "../reads/kind-of-line.ts";
import { holdOnLine, holdOnObjects } from "../reads/legal-holds.ts";
import { listKeys } from "../reads/list-keys.ts";
import { isSealNamed, lineWithSeals } from "../reads/sealed-values.ts";

export function erasurePortsOf(
  folder: CaseFolder,
  parts: { writer: CaseWriter; reader: CaseReader; viewer: Viewer; restricted: () => Promise<PrivateStore> },
): EraseObjectsPorts & EraseEntryPorts {
  const { writer, reader, viewer, restricted } = parts;
  return {
    writer,
    vault: folder.vault,
    derived: folder.derived,
    peopleInForce: async () => (await listKeys(reader, viewer)).filter(({ state }) => state === "in-force").map(({ person }) => person),
    holdOnObjects: (objects) => holdOnObjects(reader, objects),
    holdOnLine: (seq) => holdOnLine(reader, seq),
    kindOf: (seq) => kindOfLine(reader, seq),
    async restrictedIn(seq) {
      const line = await lineWithSeals(reader, seq);
      const closed = line === undefined ? [] : sealedIn(line.body.data as Json).filter((sealed) => !line.opened.has(sealed));
      const store = closed.length > 0 && hasPrivateStore(folder.path) ? await restricted() : undefined;
      return { remove: async () => store?.remove(closed) };
    },
    reduceToHead: (seq) => folder.reduceToHead(seq),
    forget: () => reader.views.rebuild(),
  };
}

/** A writer lets go of values that no line names any more: one was put there before its line, or its line was erased. */
export async function openRestricted(folder: CaseFolder, reader: CaseReader, passphrase: string): Promise<PrivateStore> {
  const store = await openPrivateStore(folder.path, passphrase);
  const gone: Digest[] = [];
  if (!folder.readOnly) for (const sealed of store.list()) if (!(await isSealNamed(reader, sealed))) gone.push(sealed);
  if (gone.length > 0) await store.remove(gone);
  return store;
}

/** Objects: what lines name, against what lies there and what its bytes are. */
import type { Digest } from "../core/hash/digest.ts";
import type { Findings } from "./findings.ts";
import type { FileReader } from "./read-files.ts";
import type { VerifyReport } from "./report.ts";
import type { SortedFiles } from "./sort-files.ts";
import type { History } from "./walk-history.ts";

export interface CheckedObjects {
  readonly counts: VerifyReport["objects"];
  /** Whether the object lies there with the bytes that its name states. */
  isIntact(object: Digest): boolean;
}

/** By path: what the bytes of objects are where that is not what their names say; undefined where they cannot be read. */
export type AlteredObjects = ReadonlyMap<string, Digest | undefined>;

/** Hashes every object. Needs nothing of the ledger, so that both can be read at the same time. */
export async function hashObjects({ objects }: SortedFiles, reader: FileReader): Promise<AlteredObjects> {
  const altered = new Map<string, Digest | undefined>();
  if (reader.compare !== undefined) await reader.compare(objects, (path, found) => altered.set(path, found));
  else {
    for (const [i, { path, object }] of objects.entries()) {
      const found = await reader.digest(path, `${i + 1} of ${objects.length} objects`);
      if (found !== object) altered.set(path, found);
    }
  }
  return altered;
}

/** `onIntact` is told of each object whose bytes are what its name says. */
export function checkObjects(
  { objects, subject, sizes }: SortedFiles,
  history: History,
  o: {
    readonly altered: AlteredObjects;
    readonly withheld: ReadonlySet<Digest>;
    readonly onIntact: (path: string, object: Digest) => void;
  },
  findings: Findings,
): CheckedObjects {
  const broken = new Set<Digest>();
  const present = new Set<Digest>();
  const counts = { named: history.held.size, intact: 0, altered: 0, missing: 0, erased: 0, withheld: 0, added: 0, bytes: 0 };
  for (const { path, object } of objects) {
    present.add(object);
    counts.bytes += sizes.get(path) ?? 0;
    if (o.altered.has(path)) {
      broken.add(object);
      counts.altered++;
      const found = o.altered.get(path);
      if (found !== undefined)
        findings.against("object-altered", `Object ${object}: its bytes have the hash ${found}. They were altered.`, { path });
      continue;
    }
    if (history.held.has(object)) counts.intact++;
    o.onIntact(path, object);
  }

  for (const [object, line] of history.held) {
    if (present.has(object)) continue;
    if (o.withheld.has(object)) {
      counts.withheld++;
      findings.notice("object-withheld", `Object ${object}, which line ${line} names, is withheld.`, { line, path: object });
    } else {
      counts.missing++;
      findings.against("object-missing", `Object ${object}, which line ${line} names, is missing.`, { line, path: object });
    }
  }
  for (const object of o.withheld) {
    if (history.held.has(object) || present.has(object) || !history.mentioned.has(object)) continue;
    counts.withheld++;
    findings.notice("object-withheld", `Object ${object}, which line ${history.mentioned.get(object)} speaks of, is withheld.`, {
      path: object,
    });
  }
  for (const [object, line] of history.erasedObjects) {
    if (!present.has(object)) {
      counts.erased++;
      findings.notice("object-erased", `Object ${object} was erased, as line ${line} says.`, { line, path: object });
    } else unfinished(subject, object, line, findings);
  }
  for (const object of present) {
    if (history.held.has(object) || history.mentioned.has(object) || history.erasedObjects.has(object)) continue;
    counts.added++;
    added(subject, object, history.bare.size > 0, findings);
  }
  return { counts, isIntact: (object) => present.has(object) && !broken.has(object) };
}

function unfinished(subject: SortedFiles["subject"], object: Digest, line: number, findings: Findings): void {
  const text = `Line ${line} says that object ${object} was erased; it is still there.`;
  if (subject === "pack") findings.against("erasure-unfinished", text, { line, path: object });
  else findings.notice("erasure-unfinished", text, { line, path: object });
}

/** A writer that was stopped leaves objects before the lines that name them; in a pack nothing leaves them. */
function added(subject: SortedFiles["subject"], object: Digest, anyBare: boolean, findings: Findings): void {
  const than = anyBare ? "that is open here" : "of this history";
  if (subject === "pack") findings.against("object-added", `Object ${object} is named by no line ${than}. It was added.`, { path: object });
  else {
    const text = `Object ${object} is named by no line ${than}: it was added, or a writer was stopped before the line.`;
    findings.notice("object-added", text, { path: object });
  }
}

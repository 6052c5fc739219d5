/** Editions of the case, newest first: their versions, to whom each went, what arrived, and which of their grounds changed since. */
import { EditionPlan, type EditionId, type EditionSort } from "../../core/edition/edition.ts";
import { LeakReport } from "../../core/edition/leak-report.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { linesOfKinds, type ReadLine } from "../report/entry-lines.ts";
import { findingsSince } from "./finding-since.ts";
import { staleGroundsOf } from "../stale/stale-grounds.ts";

export interface DisclosureRow {
  readonly line: number;
  readonly to: string;
  readonly at: string;
  readonly why: string;
  readonly how: string;
  readonly byName: string;
  /** What the receiver said. `received`: when it arrived; "unknown" in lines that do not say. */
  readonly acknowledged: readonly { readonly line: number; readonly at: string; readonly received: string; readonly statement: string }[];
}

export interface StaleInEdition {
  readonly finding: FindingId;
  readonly line: number;
  readonly why: string;
}

export interface EditionVersionRow {
  readonly edition: EditionId;
  readonly version: number;
  readonly sort: EditionSort;
  readonly title: string;
  readonly plan: EditionPlan | null;
  readonly findings: readonly { readonly finding: FindingId; readonly version: number }[];
  readonly manifest: Digest;
  readonly shortCode: string;
  readonly objects: number;
  readonly withheld: number;
  readonly leakTest: { readonly files: number; readonly frames: number; readonly passed: boolean } | null;
  readonly line: number;
  readonly at: string;
  readonly byName: string;
  readonly disclosures: readonly DisclosureRow[];
  readonly stale: readonly StaleInEdition[];
  /** Lines of corrections that concern it. */
  readonly corrections: readonly number[];
}

export interface CorrectionRow {
  readonly line: number;
  readonly at: string;
  readonly byName: string;
  readonly concerns: readonly { readonly edition: EditionId; readonly version: number }[];
  readonly text: string;
  readonly because: readonly number[];
}

export interface EditionsOfCase {
  readonly versions: readonly EditionVersionRow[];
  readonly corrections: readonly CorrectionRow[];
}

export async function listEditions(reader: CaseReader, viewer: Viewer): Promise<EditionsOfCase> {
  demand(viewer, "read");
  const lines = await linesOfKinds(reader, ["edition.sealed", "edition.disclosed", "disclosure.acknowledged", "correction.issued"]);
  const nameOf = await peopleNames(reader);
  const corrections: CorrectionRow[] = [];
  for (const line of lines)
    if (line.kind === "correction.issued") {
      const { concerns, text, because } = line.data;
      corrections.push({ line: line.seq, at: line.at, byName: nameOf(line.by), concerns, because, text: await textOf(reader, text) });
    }
  const stale = staleOnce(reader, viewer);
  const since = await findingsSince(reader);
  const versions: EditionVersionRow[] = [];
  for (const line of lines) {
    if (line.kind !== "edition.sealed") continue;
    const { edition, version, sort, findings, manifest, head, objects, withheld, plan, leaks } = line.data;
    const kept = await heldJson(reader, plan, EditionPlan);
    const scanned = leaks === null ? undefined : await heldJson(reader, leaks, LeakReport);
    versions.push({
      ...{
        edition,
        version,
        sort,
        manifest,
        shortCode: shortCode(head),
        objects,
        withheld,
        line: line.seq,
        at: line.at,
        byName: nameOf(line.by),
      },
      ...{ plan: kept ?? null, title: kept?.title ?? "withheld" },
      findings: findings.map((one) => ({ finding: one.finding, version: one.version })),
      leakTest: scanned === undefined ? null : { files: scanned.scanned.files, frames: scanned.scanned.frames, passed: scanned.passed },
      disclosures: disclosuresOf(lines, edition, version, nameOf),
      stale: [
        ...findings.flatMap(({ finding, version: of }) => since(finding, of).map((one) => ({ finding, ...one }))),
        ...(await Promise.all(findings.map((one) => stale(one.finding, one.version)))).flat(),
      ],
      corrections: corrections
        .filter(({ concerns }) => concerns.some((one) => one.edition === edition && one.version === version))
        .map((one) => one.line),
    });
  }
  return { versions: versions.toReversed(), corrections: corrections.toReversed() };
}

type Line = ReadLine<"edition.sealed" | "edition.disclosed" | "disclosure.acknowledged" | "correction.issued">;

function disclosuresOf(lines: readonly Line[], edition: EditionId, version: number, nameOf: (by: string) => string): DisclosureRow[] {
  return lines.flatMap((line): DisclosureRow[] => {
    if (line.kind !== "edition.disclosed" || line.data.edition !== edition || line.data.version !== version) return [];
    const { to, at, why, how } = line.data;
    const acknowledged = lines.flatMap((one) =>
      one.kind === "disclosure.acknowledged" && one.data.disclosed === line.seq
        ? [{ line: one.seq, at: one.at, received: one.data.at ?? "unknown", statement: one.said(one.data.statement) }]
        : [],
    );
    return [{ line: line.seq, at, to: line.said(to), why: line.said(why), how: line.said(how), byName: nameOf(line.by), acknowledged }];
  });
}

/** A finding may be in many editions; what its grounds went through is worked out once. */
function staleOnce(reader: CaseReader, viewer: Viewer): (finding: FindingId, version: number) => Promise<StaleInEdition[]> {
  const known = new Map<string, Promise<StaleInEdition[]>>();
  return (finding, version) => {
    const key = `${finding} ${version}`;
    let found = known.get(key);
    if (found === undefined)
      known.set(
        key,
        (found = staleGroundsOf(reader, viewer, finding, version).then((grounds) =>
          grounds.map(({ ground, since, paths }) => ({
            finding,
            line: since,
            why: `${ground.record ?? `line ${ground.line}`}: ${paths[0]?.at(-1)?.why ?? "it changed since it was cited"}`,
          })),
        )),
      );
    return found;
  };
}

async function heldJson<T>(
  reader: CaseReader,
  object: Digest,
  schema: { safeParse(value: unknown): { data?: T } },
): Promise<T | undefined> {
  return (await reader.vault.has(object)) ? schema.safeParse(await readJson(reader.vault, object)).data : undefined;
}

async function textOf({ vault }: CaseReader, object: Digest): Promise<string> {
  if (!(await vault.has(object))) return "withheld";
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(object)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

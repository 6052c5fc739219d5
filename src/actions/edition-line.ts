/** The line that says that an edition was handed over, and what the case keeps of it: its plan, what the leak test found, what opens commitments. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { EditionPlan } from "../core/edition/edition.ts";
import type { LeakReport } from "../core/edition/leak-report.ts";
import type { Digest } from "../core/hash/digest.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import type { ReportModel } from "../core/report/report.ts";
import type { HandOverPorts } from "./hand-over.ts";
import { once } from "./once.ts";
import type { WrittenPack } from "./seal-pack.ts";

type Ports = Pick<HandOverPorts, "vault" | "writer">;

/** What must be kept before a pack gets its name: without it, nobody could open the commitments of a pack that is there. */
export interface KeptOfEdition {
  readonly plan: Digest;
  readonly openings: Digest | null;
}

export async function keepPlan(ports: Ports, plan: EditionPlan, openings: Json | null): Promise<KeptOfEdition> {
  return {
    plan: await keep(ports, { ...plan, salt: ports.writer.seal(null).opened.salt } as unknown as Json),
    openings: openings === null ? null : await keep(ports, openings),
  };
}

export async function sayHandedOver(
  ports: Ports,
  { model, isNew, kept }: { readonly model: ReportModel; readonly isNew: boolean; readonly kept: KeptOfEdition },
  { seq, head, objects, withheld, manifest }: WrittenPack,
  found: LeakReport | null,
): Promise<number> {
  const leaks = found === null ? null : await keep(ports, found as unknown as Json);
  const findings = model.findings.flatMap(({ finding, version, document }) => (document === null ? [] : [{ finding, version, document }]));
  const { id, version, sort } = model.edition;
  const [line] = await ports.writer.append((numbers) => {
    const edition = isNew ? numbers.next("ed") : id;
    // Its report calls it by the number that it was to get.
    if (edition !== id)
      throw new CaseError(
        "INPUT_INVALID",
        `edition ${id}: expected its number to be free still; found it taken meanwhile. Hand over again.`,
      );
    return [{ kind: "edition.sealed", data: { edition, version, sort, findings, manifest, seq, head, objects, withheld, leaks, ...kept } }];
  });
  return line?.head.seq ?? 0;
}

async function keep({ vault }: Ports, value: Json): Promise<Digest> {
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(value)}\n`)));
  await vault.commit([staged]);
  return staged.digest;
}

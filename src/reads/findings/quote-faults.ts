/** Words of tiers that a finding cites and that no second person has read against the recording: each with why it carries nothing. */
import { quoteFault } from "../../core/tier/quote-fault.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { listClaims } from "../claims/list-claims.ts";
import { tierStates } from "../tiers/tier-states.ts";

/** Segments that one refusal names. */
const mostNamed = 5;

export async function quoteFaults(reader: CaseReader, viewer: Viewer, grounds: readonly Ground[]): Promise<string[]> {
  const faults: string[] = [];
  for (const ground of grounds) {
    if (ground.record?.startsWith("w") === true) faults.push(...(await faultsOfTier(reader, ground)));
    if (/^k[0-9]/.test(ground.record ?? "")) {
      const [claim] = await listClaims(reader, viewer, { claim: ground.record as ClaimId });
      if (claim?.textFault !== undefined) faults.push(`${claim.id}: expected words that may be quoted; found ${claim.textFault}`);
    }
  }
  return faults;
}

async function faultsOfTier(reader: CaseReader, { record, at, segments }: Ground): Promise<string[]> {
  const row = await reader.views.db
    .selectFrom("tier")
    .select(["id", "sort", "from_tier"])
    .where("id", "=", Number(record?.slice(1)))
    .executeTakeFirst();
  if (row === undefined) return [];
  const states = await tierStates(reader, row);
  const known = new Set(states.map(({ id }) => String(id)));
  const gone = (segments ?? []).filter((id) => !known.has(id));
  const cited = states.filter(({ id, startMs, endMs }) => {
    if (segments !== null) return segments.includes(String(id));
    return at === null || (startMs < at.toS * 1000 && endMs > at.fromS * 1000);
  });
  const faults = cited.flatMap(({ id, obstacle }) =>
    obstacle === null ? [] : [`${record}, segment ${id}: expected words that may be quoted; found ${quoteFault[obstacle]}`],
  );
  const more = faults.length - mostNamed;
  return [
    ...gone.map((id) => `${record}, segment ${id}: expected a segment of its newest version; found none`),
    ...faults.slice(0, mostNamed),
    ...(more > 0 ? [`${record}: and ${more} segments more that may not be quoted`] : []),
  ];
}

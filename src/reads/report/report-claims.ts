/** Who says what of the events of an edition, in columns of first tellers. Derived reports are folded under theirs; nothing says who is right. */
import type { EventId } from "../../core/event/event.ts";
import type { ReportClaims } from "../../core/report/report-figures.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { ContradictionReport } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import type { CaseReader } from "../case-reader.ts";
import { listClaims } from "../claims/list-claims.ts";
import { caseOrigins } from "../claims/origin-report.ts";

export interface ClaimsFound {
  readonly claims: ReportClaims;
  /** Sets that cannot all hold, in words. */
  readonly conflicts: readonly string[];
}

/** `events`: those that the edition is about. `contradictions`: as the claims board has them. */
export async function reportClaims(
  reader: CaseReader,
  viewer: Viewer,
  events: ReadonlySet<EventId>,
  contradictions: () => Promise<ContradictionReport>,
): Promise<ClaimsFound> {
  const none: ClaimsFound = { claims: { columns: [], rows: [], origins: [] }, conflicts: [] };
  if (events.size === 0) return none;
  const claims = new Map((await listClaims(reader, viewer)).map((claim) => [claim.id, claim]));
  const cells = (await caseOrigins(reader, viewer)).cells.filter(({ event }) => events.has(event));
  if (cells.length === 0) return none;
  const report = await contradictions();
  const sets = report.sets.filter((set) => set.events.some((event) => events.has(event)));
  const columns = new Map<string, string>();
  const rows = cells.map(({ event, aspect, part, origins }) => ({
    ...{ event, aspect },
    title: `${claims.get(origins[0]?.claims[0] ?? "k0")?.eventSays?.title ?? event}: ${aspect}${part === null ? "" : ` (${part})`}`,
    cells: origins.flatMap((origin) => {
      const source = `${origin.source} ${origin.label}`;
      columns.set(source, origin.label);
      return origin.claims.flatMap((id) => {
        const claim = claims.get(id);
        if (claim === undefined || claim.statement === "withheld" || claim.withdrawn !== undefined) return [];
        const { value, hedges, basis } = claim.statement;
        return [{ source, claim: id, words: value.words, hedges: hedges.map(({ words }) => words), basis }];
      });
    }),
    conflicts: sets.filter((set) => set.aspect === aspect && set.events.includes(event)).map(({ words }) => words),
  }));
  return {
    claims: {
      columns: [...columns].map(([source, title]) => ({ source, title })),
      rows: rows.filter((row) => row.cells.length > 0),
      origins: cells.map(
        ({ event, aspect, count, support }) =>
          `${event}, ${aspect}: ${count.best} independent first ${count.best === 1 ? "teller" : "tellers"} (${count.low} to ${count.high}); ${support}.`,
      ),
    },
    conflicts: sets.map(({ words }) => words),
  };
}

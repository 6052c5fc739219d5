/** What is missing from what was said: gaps that a person could close by asking, grading or assigning. Counted, never judged. */
import type { AssumptionRow, ClaimRow, ReplyRow } from "../../api/claims.ts";
import type { Aspect, ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import type { ReplyId } from "../../core/reply/reply.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { OriginReport, WhoPart } from "../../reason/claims/origins/origin-report-types.ts";

export interface Gaps {
  /** Basis unstated. */
  readonly noBasis: readonly ClaimId[];
  /** Basic questions about an event that no claim speaks to. */
  readonly silentAspects: readonly { readonly event: EventId; readonly aspects: readonly Aspect[] }[];
  readonly oneOrigin: readonly { readonly event: EventId; readonly aspect: Aspect; readonly part: WhoPart; readonly label: string }[];
  /** Several origins, and none says how it knows. */
  readonly unstated: readonly { readonly event: EventId; readonly aspect: Aspect; readonly part: WhoPart }[];
  /** Only reports say it, and what they derive from does not. */
  readonly onlyDerived: readonly ClaimId[];
  readonly unassigned: readonly ClaimId[];
  readonly ungradedSources: readonly { readonly id: SourceId; readonly label: string }[];
  readonly ungradedClaims: readonly ClaimId[];
  readonly noZone: readonly ClaimId[];
  /** Derivations that are proposed, and nobody has said yes or no. */
  readonly proposedEdges: number;
  readonly silentReplies: readonly ReplyId[];
  readonly waitingReplies: readonly ReplyId[];
}

export interface GapsGiven {
  readonly claims: readonly ClaimRow[];
  readonly origins: OriginReport;
  readonly events: readonly { readonly id: EventId }[];
  readonly sources: readonly { readonly id: SourceId; readonly label: string; readonly graded: boolean }[];
  readonly replies: readonly ReplyRow[];
  readonly assumptions: readonly AssumptionRow[];
}

/** What an investigation asks of every event. */
const asked: readonly Aspect[] = ["where", "when", "who", "what"];

export function gapsOf({ claims, origins, events, sources, replies, assumptions }: GapsGiven): Gaps {
  const standing = claims.filter(({ withdrawn }) => withdrawn === undefined);
  const ids = (some: readonly ClaimRow[]): ClaimId[] => some.map(({ id }) => id);
  const speaking = new Set(standing.flatMap(({ publisher }) => (publisher.source === "unknown" ? [] : [publisher.source])));
  const assumed = new Set(
    assumptions.flatMap(({ what, withdrawn }) =>
      withdrawn === undefined && what !== "withheld" && what.is === "zone" ? [what.claim] : [],
    ),
  );
  const cellOf = ({ event, aspect, part }: (typeof origins.cells)[number]) => ({ event, aspect, part });
  return {
    noBasis: ids(standing.filter(({ statement }) => statement !== "withheld" && statement.basis === "unstated")),
    silentAspects: events.flatMap(({ id }) => {
      const spoken = new Set(standing.filter(({ event }) => event === id).map(({ aspect }) => aspect));
      const aspects = asked.filter((aspect) => !spoken.has(aspect));
      return aspects.length === 0 ? [] : [{ event: id, aspects }];
    }),
    oneOrigin: origins.cells
      .filter(({ support }) => support === "one-origin")
      .map((cell) => ({ ...cellOf(cell), label: cell.origins.find(({ says }) => says.includes("affirmed"))?.label ?? "" })),
    unstated: origins.cells.filter(({ support }) => support === "unstated").map(cellOf),
    onlyDerived: origins.cells.flatMap(({ onlyDerived }) => onlyDerived),
    unassigned: origins.unassigned,
    ungradedSources: sources.filter(({ id, graded }) => !graded && speaking.has(id)).map(({ id, label }) => ({ id, label })),
    ungradedClaims: ids(standing.filter(({ credibilityReason }) => credibilityReason === null)),
    noZone: ids(standing.filter((claim) => !assumed.has(claim.id) && hasOpenZone(claim))),
    proposedEdges: origins.edges.filter(({ standing: edge }) => edge === "proposed").length,
    silentReplies: replies.filter(({ state, withdrawn }) => state === "silent" && withdrawn === undefined).map(({ id }) => id),
    waitingReplies: replies.filter(({ state, withdrawn }) => state === "waiting" && withdrawn === undefined).map(({ id }) => id),
  };
}

function hasOpenZone({ statement }: ClaimRow): boolean {
  return (
    statement !== "withheld" &&
    statement.value.is === "time" &&
    statement.value.readings.some((reading) => (reading.kind === "within" || reading.kind === "bound") && reading.zone === null)
  );
}

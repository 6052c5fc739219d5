/**
 * All that the reasoners over claims are told of the case, read once for each head of the ledger. Only what people accepted and did
 * not take back counts, and nothing that rests on what was taken back.
 */
import type { Region } from "../../core/place/region.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseClaim, CaseEvent, ClaimCase, UtcInterval } from "../../reason/claims/claim-case.ts";
import type { CaseReader } from "../case-reader.ts";
import { listEvents } from "../list-events.ts";
import { listStatements } from "../list-statements.ts";
import { exhibitGroups } from "./exhibit-groups.ts";
import { listAssumptions } from "./list-assumptions.ts";
import { listClaims } from "./list-claims.ts";
import { listDerivations } from "./list-derivations.ts";
import { sourceReliability } from "./source-reliability.ts";

const read = new WeakMap<CaseReader["views"], { head: string; found: Promise<ClaimCase> }>();

export function claimCase(reader: CaseReader, viewer: Viewer): Promise<ClaimCase> {
  demand(viewer, "read");
  const head = reader.views.head()?.head ?? "none";
  const before = read.get(reader.views);
  if (before?.head === head) return before.found;
  const found = readClaimCase(reader, viewer);
  read.set(reader.views, { head, found });
  // What failed is asked again.
  found.catch(() => {
    if (read.get(reader.views)?.found === found) read.delete(reader.views);
  });
  return found;
}

async function readClaimCase(reader: CaseReader, viewer: Viewer): Promise<ClaimCase> {
  const events = await caseEvents(reader, viewer);
  const standing = new Set(events.map(({ id }) => id));
  const claims = (await listClaims(reader, viewer)).flatMap((row): CaseClaim[] => {
    const { statement, event } = row;
    if (row.withdrawn !== undefined || statement === "withheld") return [];
    const { id, aspect, text, role, span, quote, publisher, published, credibility, reliability } = row;
    return [
      {
        ...{ id, aspect, statement, text, role, span, quote, publisher, published, credibility, reliability },
        // An event that was taken back is none: what was said of it is compared with nothing.
        event: event !== "unassigned" && standing.has(event) ? event : "unassigned",
      },
    ];
  });
  return {
    claims,
    derivations: (await listDerivations(reader, viewer))
      .filter(({ withdrawn, endsWithdrawn }) => withdrawn === undefined && endsWithdrawn.length === 0)
      .map(({ id, derived, from, sort, standing: said, basis }) => ({ id, derived, from, sort, standing: said, basis })),
    events,
    links: await caseLinks(reader),
    assumptions: (await listAssumptions(reader, viewer)).flatMap(({ id, what, words, withdrawn, endsWithdrawn }) =>
      withdrawn !== undefined || what === "withheld" || endsWithdrawn.length > 0 ? [] : [{ id, what, words }],
    ),
    sources: await caseSources(reader, claims),
    copies: await exhibitGroups(reader),
  };
}

/** With the time and place of their descriptions; where those are open, with what a person stated last. */
async function caseEvents(reader: CaseReader, viewer: Viewer): Promise<CaseEvent[]> {
  const { places, times } = await listStatements(reader);
  return (await listEvents(reader, viewer))
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ id, sort, title, time, place }) => {
      const of = <S extends { about: string; standing: string; seq: number; claim: unknown }>(all: readonly S[]): S | undefined =>
        all
          .filter(({ about, standing, claim }) => about === id && standing === "stated" && claim !== "withheld")
          .toSorted((a, b) => b.seq - a.seq)[0];
      const [stated, placed] = [of(times)?.claim, of(places)?.claim];
      const when = typeof time === "string" ? stated : time;
      const where = typeof place === "string" || place.region === "unknown" ? placed : place;
      return {
        ...{ id, sort, title },
        time:
          when === undefined || when === "withheld" ? "unknown" : ({ earliest: when.earliest, latest: when.latest } satisfies UtcInterval),
        place: where === undefined || where === "withheld" ? "unknown" : (where.region satisfies Region | "unknown"),
      };
    });
}

/** Between events that stand. */
async function caseLinks({ views: { db } }: CaseReader): Promise<ClaimCase["links"]> {
  const rows = await db
    .selectFrom("event_link")
    .innerJoin("event as first", "first.id", "event_link.from_event")
    .innerJoin("event as second", "second.id", "event_link.to_event")
    .selectAll("event_link")
    .where("event_link.unlinked", "is", null)
    .where("first.withdrawn", "is", null)
    .where("second.withdrawn", "is", null)
    .orderBy("event_link.id")
    .execute();
  return rows.map(({ id, from_event, to_event, relation, basis }) => ({
    id: `l${id}`,
    from: `e${from_event}`,
    to: `e${to_event}`,
    relation,
    basis: basis ?? "withheld",
  }));
}

/** Each with its letter on the day of the last text of its that is known; the claims carry that of their own day. */
async function caseSources(reader: CaseReader, claims: readonly CaseClaim[]): Promise<ClaimCase["sources"]> {
  const rows = await reader.views.db.selectFrom("source").select(["id", "label"]).orderBy("id").execute();
  const reliabilityOf = await sourceReliability(reader);
  const last = new Map<string, UtcInterval>();
  for (const { publisher, published } of claims) {
    if (published === "unknown") continue;
    const before = last.get(publisher.source);
    if (before === undefined || before.earliest < published.earliest) last.set(publisher.source, published);
  }
  return rows.map(({ id, label }) => ({
    id: `s${id}`,
    label: label ?? "withheld",
    reliability: reliabilityOf(`s${id}`, last.get(`s${id}`) ?? "unknown"),
  }));
}

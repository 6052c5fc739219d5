/** A case of claims, looked up: what persons assume of each claim and event, which events they made one, what comes from what. */
import type { Assumption, AssumptionId } from "../../../core/claim/assumption.ts";
import type { ClaimId } from "../../../core/claim/claim.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { Position, Region } from "../../../core/place/region.ts";
import type { Reliability } from "../../../core/source/source.ts";
import type { CaseClaim, CaseEvent, ClaimCase } from "../claim-case.ts";
import { caseTexts, derivationGraph } from "../derive/derivation-graph.ts";
import { type Resolved, resolveOrigins } from "../derive/resolve-origins.ts";
import type { ShownSettings } from "./contradiction-report-types.ts";
import type { HowRead } from "./read-claim-time.ts";

export type AssumptionOf<Is extends Assumption["is"]> = {
  readonly id: AssumptionId;
  readonly words: string;
  readonly what: Extract<Assumption, { is: Is }>;
};

export class CaseFacts {
  readonly case: ClaimCase;
  readonly settings: ShownSettings;
  readonly claims: ReadonlyMap<ClaimId, CaseClaim>;
  readonly events: ReadonlyMap<EventId, CaseEvent>;
  readonly #zones = new Map<ClaimId, AssumptionOf<"zone">>();
  readonly #sharers = new Map<string, string>();
  readonly #sources: ReadonlyMap<string, Reliability>;
  readonly #origins: (claim: CaseClaim) => Resolved;

  constructor(c: ClaimCase, settings: ShownSettings) {
    this.case = c;
    this.settings = settings;
    this.claims = new Map(c.claims.map((claim) => [claim.id, claim]));
    this.events = new Map(c.events.map((event) => [event.id, event]));
    this.#sources = new Map(c.sources.map(({ id, reliability }) => [id, reliability]));
    for (const one of this.assumed("zone")) if (!this.#zones.has(one.what.claim)) this.#zones.set(one.what.claim, one);
    // Two that show one picture may each say something of their own.
    const derivations = c.derivations.filter(({ standing, sort }) => standing === "confirmed" && sort !== "same-picture");
    this.#origins = resolveOrigins(c.claims, derivationGraph(caseTexts(c), derivations));
    for (const { id, publisher } of inOrder(c.claims)) {
      const key = publisher.source === "unknown" ? `label ${publisher.label}` : publisher.source;
      if (!this.#sharers.has(key)) this.#sharers.set(key, publisher.source === "unknown" ? id : publisher.source);
    }
  }

  assumed<Is extends Assumption["is"]>(is: Is): AssumptionOf<Is>[] {
    return inOrder(this.case.assumptions).filter((one): one is AssumptionOf<Is> => one.what.is === is);
  }

  zoneAssumption(claim: ClaimId): AssumptionOf<"zone"> | undefined {
    return this.#zones.get(claim);
  }

  howRead({ id, event, publisher }: CaseClaim): HowRead {
    const zone = this.#zones.get(id);
    const place = event === "unassigned" ? undefined : this.events.get(event)?.place;
    const key = publisher.source === "unknown" ? `label ${publisher.label}` : publisher.source;
    return {
      settings: this.settings,
      assumed: zone === undefined ? undefined : { zone: zone.what.zone, by: zone.id },
      sunAt: place === undefined || place === "unknown" ? this.settings.sunAt : middleOf(place),
      sharer: this.#sharers.get(key) ?? id,
    };
  }

  reliabilityOf({ publisher, reliability }: CaseClaim): Reliability {
    return reliability ?? this.#sources.get(publisher.source) ?? "F";
  }

  /** "e1 (ambush)". */
  eventWords(id: EventId): string {
    const event = this.events.get(id);
    return event === undefined ? id : `${id} (${event.sort})`;
  }

  /** One of them comes from the other, or both from one origin, by what persons confirmed and by what the claims say of themselves. */
  isAlongDerivation(one: CaseClaim, other: CaseClaim): boolean {
    const [a, b] = [this.#origins(one), this.#origins(other)];
    return a.roots.some((root) => b.roots.includes(root)) || a.circles.some((circle) => b.circles.includes(circle));
  }
}

/** Records by their numbers, so that nothing depends on the order in which they are handed in. */
export function inOrder<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

function middleOf(region: Region): Position {
  if (region.shape === "circle") return region.centre;
  const points = region.shape === "path" ? region.points : (region.rings[0] ?? []);
  const sum = points.reduce((all, { lat, lon }) => ({ lat: all.lat + lat, lon: all.lon + lon }), { lat: 0, lon: 0 });
  return { lat: sum.lat / Math.max(1, points.length), lon: sum.lon / Math.max(1, points.length) };
}

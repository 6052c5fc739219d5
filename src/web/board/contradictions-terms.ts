/** What every part of the sheet is told, and records in words. */
import type { EventRow } from "../../api/events.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import type { EventTimes, Gap } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { piecesWords } from "../time/bar-words.ts";
import { lengthWords } from "../time/clock-words.ts";
import { t } from "../words/t.ts";
import type { ClaimsById } from "./board-queries.ts";

export interface SheetTerms {
  readonly claims: ClaimsById;
  readonly events: ReadonlyMap<EventId, EventRow>;
  /** Zone by whose clock times are shown. */
  readonly clock: string;
}

/** "Filming: clip on the road". Each event alone: what two share is never told in one breath. */
export function eventWords({ events }: Pick<SheetTerms, "events">, id: EventId): string {
  const event = events.get(id);
  return event === undefined ? id : t("claims.sheet.event", { sort: t(`event-sort.${event.sort}`), title: event.title });
}

export function momentOf(terms: SheetTerms, of: EventTimes["of"]): string {
  const [, how, claim] = /^(said|published) (k\d+)$/.exec(of) ?? [];
  if (how === undefined) return eventWords(terms, of as EventId);
  const label = terms.claims.get(claim as ClaimId)?.publisher.label ?? "";
  return t(how === "said" ? "claims.sheet.said" : "claims.sheet.published", { claim: claim ?? "", label });
}

export function timesWords({ windows, open }: EventTimes, clock: string): string {
  return piecesWords(
    windows.map(([from, to]) => [Date.parse(from), Date.parse(to)]),
    clock,
    open,
  );
}

export function gapWords(gap: Gap): string {
  if (gap.in === "seconds") return lengthWords(gap.seconds);
  if (gap.in === "km") return t("claims.gap.km", { km: gap.km < 10 ? gap.km.toFixed(2) : gap.km.toFixed(1) });
  return t("claims.gap.number", { number: gap.number, unit: gap.unit });
}

/** Entries about claims and what stands around them, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { claimKinds } from "../../core/entry/kinds/claims.ts";
import { countOf } from "./count-of.ts";

type Kind = keyof typeof claimKinds;

export function describeClaimEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "claim.stated": {
      const { claim, aspect, event, text, quote, proposed, reason } = body.data;
      const about = event === "unassigned" ? "no event yet" : event;
      const who = { person: "by hand", rules: "proposed by the rules and accepted", assistant: "proposed by an assistant and accepted" };
      const why = reason === null ? "" : ` Changed: ${said(reason)}`;
      return `Claim ${claim} (${aspect}, ${about}) from ${text.item}, ${who[proposed.by]}: "${said(quote)}".${why}`;
    }
    case "claim.withdrawn":
      return `Claim ${body.data.claim} was withdrawn: ${said(body.data.reason)}`;
    case "claim.graded":
      return `Claim ${body.data.claim} was given credibility ${body.data.credibility}: ${said(body.data.reason)}`;
    case "claim-proposal.rejected": {
      const { aspect, text, reason } = body.data;
      return `A proposed claim (${aspect}) from ${text.item} was rejected${reason === null ? "." : `: ${said(reason)}`}`;
    }
    case "claim-proposal.restored":
      return `The rejection in line ${body.data.rejected} was taken back: what was proposed is put forward again.`;
    case "derivation.stated": {
      const { derivation, derived, from, sort, standing, basis } = body.data;
      const how = standing === "confirmed" ? "comes from" : "does not come from";
      return `Derivation ${derivation}: ${derived} ${how} ${from} (${sort}): ${said(basis)}`;
    }
    case "derivation.withdrawn":
      return `Derivation ${body.data.derivation} was withdrawn: ${said(body.data.reason)}`;
    case "assumption.made":
      return `Assumption ${body.data.assumption} was made: ${said(body.data.words)}`;
    case "assumption.withdrawn":
      return `Assumption ${body.data.assumption} was withdrawn: ${said(body.data.reason)}`;
    case "exhibit.described": {
      const { exhibit, beside, shows, reason } = body.data;
      const what = { event: "shows", "something-else": "does not show the event beside it", unknown: "shows nobody knows what" };
      const event = shows.is === "event" ? ` ${shows.events.join(", ")}` : "";
      return `Exhibit ${exhibit}, shown with ${beside}, ${what[shows.is]}${event}: ${said(reason)}`;
    }
    case "exhibit.withdrawn":
      return `What exhibit ${body.data.exhibit} shows was taken back: ${said(body.data.reason)}`;
    case "identification.made":
      return `Identification ${body.data.identification} on ${body.data.item}, by ${body.data.taxonomy}.`;
    case "identification.withdrawn":
      return `Identification ${body.data.identification} was withdrawn: ${said(body.data.reason)}`;
    case "reply.requested": {
      const { reply, toWords, about, sentAt, deadline } = body.data;
      const until = deadline === null ? "without a deadline" : `until ${deadline}`;
      return `Reply ${reply} was asked of ${said(toWords)} at ${sentAt}, ${until}, about ${countOf(about)}.`;
    }
    case "reply.received":
      return `A response to ${body.data.reply} came in: "${said(body.data.response)}"`;
    case "reply.withdrawn":
      return `The request for reply ${body.data.reply} was taken back: ${said(body.data.reason)}`;
  }
}

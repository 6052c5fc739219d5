/** Drift inside a document: headline, key points and captions held against the body. What a document only repeats is one claim. */
import type { ClaimId } from "../../../core/claim/claim.ts";
import type { TextRole } from "../../../core/claim/claim-text.ts";
import type { CaseClaim } from "../claim-case.ts";
import { alignedWith } from "../derive/align.ts";
import type { CaseTexts } from "../derive/derivation-graph.ts";
import { changesOf } from "./changes.ts";
import type { Change, InsideDrift } from "./drift-types.ts";
import { saysTheSame, signOf } from "./says-the-same.ts";

/** What says more shortly what another part says at length. A quote, a post or speech is a text of its own. */
const short: readonly TextRole[] = ["headline", "key-points", "caption"];

export function insideDrifts(claims: readonly CaseClaim[], texts: CaseTexts): InsideDrift[] {
  return insidePairs(claims, texts).flatMap(([claim, body]) =>
    [...changesOf(body, claim), ...eventChange(body, claim, texts)].map((change) => ({
      ...change,
      derived: claim.id,
      from: body.id,
      role: claim.role,
      against: body.role,
      event: claim.event,
      aspect: claim.aspect,
    })),
  );
}

/** The body says it of another event, and of the headline's own event nothing of the kind. */
function eventChange(body: CaseClaim, claim: CaseClaim, texts: CaseTexts): Change[] {
  return texts.sameEvent(body.event, claim.event) ? [] : [{ kind: "event", was: body.event, became: claim.event }];
}

/** An export holds many posts, a recording many spans of speech: each is a text of its own. */
function documentOf({ text: { item, part } }: CaseClaim): string {
  return part.sort === "post" ? `${item} ${part.post}` : part.sort === "tier" ? `${item} ${part.tier} ${part.speaker}` : item;
}

/** Each list holds claims of one document that say the same of one event, from whatever parts. */
export function repeatsIn(claims: readonly CaseClaim[], texts: CaseTexts): ClaimId[][] {
  const signed = Map.groupBy(
    claims.filter(({ event }) => event !== "unassigned"),
    (claim) => `${documentOf(claim)} ${claim.aspect} ${signOf(claim.statement.value)}`,
  );
  return [...signed.values()].flatMap((alike) => {
    const heads: { readonly claim: CaseClaim; readonly list: ClaimId[] }[] = [];
    for (const claim of alike) {
      const head = heads.find(({ claim: other }) => texts.sameEvent(other.event, claim.event) && saysTheSame(other, claim));
      if (head === undefined) heads.push({ claim, list: [claim.id] });
      else head.list.push(claim.id);
    }
    return heads.filter(({ list }) => list.length > 1).map(({ list }) => list);
  });
}

function insidePairs(claims: readonly CaseClaim[], texts: CaseTexts): (readonly [claim: CaseClaim, body: CaseClaim])[] {
  return [...Map.groupBy(claims, documentOf).values()].flatMap((within) => {
    const body = within.filter(({ role }) => role === "body");
    return within
      .filter(({ role, event }) => short.includes(role) && event !== "unassigned")
      .flatMap((claim) =>
        alignedWith(
          claim,
          body.filter(({ event }) => event !== "unassigned"),
          texts.sameEvent,
        ).map((other) => [claim, other] as const),
      );
  });
}

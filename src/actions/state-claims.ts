/**
 * States claims that a person accepted, new or again under their ids, all in one append or none. A claim says no more than its text:
 * the text is read anew, and a quote that does not stand there word for word is refused, whoever proposed it.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ClaimId, ClaimStatement } from "../core/claim/claim.ts";
import type { ClaimText } from "../core/claim/claim-text.ts";
import type { TextSpan } from "../core/claim/text-span.ts";
import type { EntryBodyOf, OpenedValue } from "../core/entry/entry.ts";
import type { EventId } from "../core/event/event.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { ClaimPorts, PutForwardBy } from "./claim-ports.ts";
import { demandClaims } from "./demand-claims.ts";
import { createSealing, type Sealing } from "./sealing.ts";

export interface WantedClaim {
  /** Absent for a new one. */
  readonly claim?: ClaimId | undefined;
  readonly text: ClaimText;
  readonly span: TextSpan;
  readonly quote: string;
  readonly event: EventId | "unassigned";
  readonly statement: ClaimStatement;
  readonly proposed: PutForwardBy;
  /** As it was put forward; what differs is written down. Demanded of a new one that no person put forward. */
  readonly proposal?: { readonly span: TextSpan; readonly quote: string; readonly statement: ClaimStatement } | undefined;
  /** Demanded where a claim is stated again. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN, naming the first claim that is at fault. */
export async function stateClaims(
  ports: ClaimPorts,
  viewer: Viewer,
  wanted: readonly WantedClaim[],
): Promise<{ claims: ClaimId[]; seq: number }> {
  demand(viewer, "append");
  const again = wanted.flatMap(({ claim }) => (claim === undefined ? [] : [claim]));
  const twice = again.find((id, at) => again.indexOf(id) !== at);
  if (twice !== undefined) throw new CaseError("INPUT_INVALID", `claim ${twice}: expected it once; found it twice in one request`);
  let ids: ClaimId[] = [];
  const lines = await ports.writer.append(async (numbers) => {
    // Nothing that another append could change is looked at before it is this one's turn.
    const edited = await demandClaims(ports, wanted);
    ids = wanted.map(({ claim }) => claim ?? numbers.next("k"));
    return wanted.map((one, at) => {
      const { data, opens } = sealed(one, edited[at] ?? [], createSealing(ports.writer));
      return { kind: "claim.stated", data: { claim: ids[at] ?? "k1", ...data }, opens };
    });
  });
  return { claims: ids, seq: lines.at(-1)?.head.seq ?? 0 };
}

type Data = Omit<EntryBodyOf<"claim.stated">["data"], "claim">;

function sealed(one: WantedClaim, edited: string[], { seal, opens }: Sealing): { data: Data; opens: readonly OpenedValue[] } {
  const { text, span, quote, event, statement, proposed, reason } = one;
  const data: Data = {
    ...{ text, span, event, edited },
    aspect: statement.aspect,
    quote: seal(quote),
    statement: seal(statement as unknown as Json),
    proposed: proposed.by === "assistant" ? { by: proposed.by, model: seal(proposed.model), endpoint: seal(proposed.endpoint) } : proposed,
    reason: reason.trim() === "" ? null : seal(reason.trim()),
  };
  return { data, opens };
}

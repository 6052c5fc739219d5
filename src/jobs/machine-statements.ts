/** What the start page and `status` say of the machine under a case and of work that stands still: never more than is known. */
import { CaseError } from "../core/case/case-error.ts";
import type { Leftover } from "../core/edition/leftover.ts";
import type { Statement } from "./case-session.ts";

/** Time stamps that somebody still has to send for; nothing is sent from here. */
export function waitingTimestampsStatement(count: number): Statement[] {
  if (count === 0) return [];
  const requests = count === 1 ? "request for a time stamp waits" : "requests for a time stamp wait";
  const text = `${count} ${requests} to be sent and answered. Until then, the times of those entries are claims.`;
  return [{ tone: "attention", code: "timestamps-waiting", text }];
}

export function diskStatement(encryption: "encrypted" | "unknown"): Statement {
  return encryption === "encrypted"
    ? { tone: "fine", code: "disk-encrypted", text: "The disk under this case is encrypted." }
    : {
        tone: "unknown",
        code: "disk-encryption-unknown",
        text: "This system does not say whether the disk under this case is encrypted. Whoever holds an unencrypted disk can read the case.",
      };
}

export function networkStatement({ network, why }: { readonly network: "none" | "not-isolated"; readonly why: string }): Statement {
  return network === "none"
    ? { tone: "fine", code: "analysers-without-network", text: "Programs that open the material run without network." }
    : {
        tone: "attention",
        code: "analysers-with-network",
        text: `Programs that open the material are not cut off from the network here: ${why}`,
      };
}

/** Why nothing is written any more. The words of a fault of ours may hold anything, so they stay on the terminal. */
export function stoppedStatement(error: unknown): Statement {
  const why = error instanceof CaseError ? error.message : "a fault of the program; the terminal where it runs says more.";
  const text = `Work on this case stopped, and it is read-only until it is opened again. What was reported done is kept. The reason: ${why}`;
  return { tone: "attention", code: "work-stopped", text };
}

/** Of a run of handing over that was killed. Nothing is deleted: what no line knows is named until somebody removes it. */
export function leftoverStatement(left: Leftover): Statement {
  switch (left.is) {
    case "named":
      return {
        tone: "unknown",
        code: "pack-named",
        text: `A pack that line ${left.line} knows was stopped before it had its name. It is whole and lies at ${left.out} now. Check it before you hand it over.`,
      };
    case "unnamed":
      return {
        tone: "attention",
        code: "pack-unnamed",
        text: `A pack that line ${left.line} knows was stopped before it had its name. It lies at ${left.staged}, and ${left.why === "taken" ? `something else is at ${left.out}` : "it is not as the line says any more"}.`,
      };
    case "gone":
      return {
        tone: "attention",
        code: "pack-gone",
        text: `A pack that line ${left.line} knows was stopped before it had its name. Nothing of it lies where it was made, and no such pack is at ${left.out}.`,
      };
    case "unknown":
      return {
        tone: "attention",
        code: "pack-unknown",
        text: `A hand-over that was stopped left ${left.staged}: ${left.whole ? "a pack that no line of this case knows" : "no pack"}. Give it to nobody; it may hold material, so delete it.`,
      };
  }
}

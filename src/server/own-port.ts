/**
 * The port that the workbench takes when nobody asks for one: the same at every start for one person in one case, so that what a
 * browser keeps for that address (words that are typed and not yet written) is found again, and another person of the same case, at
 * the same machine, has another address. Any free port when it is taken.
 */
import { createServer } from "node:net";
import type { CaseId } from "../core/entry/entry.ts";
import type { PersonId } from "../core/key/key.ts";

/** Below the ports that systems hand out by themselves, and none of those that browsers refuse. */
const first = 20_000;
const count = 10_000;

/** FNV-1a over both ids. */
export function ownPort(caseId: CaseId, person: PersonId): number {
  let hash = 0x811c9dc5;
  for (const letter of `${caseId} ${person}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return first + (hash % count);
}

/** `port`, or 0 where something listens there already. */
export function freeOrAny(port: number, host: string): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(port)));
  });
}

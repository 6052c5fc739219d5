/** What opening a case needs to know of all its lines, folded one line at a time, so that a known history need not be read again. */
import { z } from "zod";
import { PersonId } from "../core/key/key.ts";
import { Digest } from "../core/hash/digest.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import { UtcInstant } from "../core/time/time-claim.ts";
import { keyIdOf } from "../formats/ledger/sign-body.ts";
import { sha256 } from "./sha256.ts";

export const LedgerFacts = z.strictObject({
  /** When the last line says it was written; what a clock that steps back is compared with. */
  lastAt: UtcInstant.nullable(),
  /** Keys in force, by person. */
  keys: z.array(z.strictObject({ person: PersonId, key: Digest })),
  /** Keys that were revoked; they bind nobody again. */
  revokedKeys: z.array(Digest).default([]),
  /** The highest number of a person id so far. */
  persons: z.number().int().min(0),
  /** Erased and not collected again since: their bytes must be gone. */
  erasedObjects: z.array(Digest),
  erasedLines: z.array(z.number().int().min(2)),
});
export type LedgerFacts = z.infer<typeof LedgerFacts>;

export const noFacts: LedgerFacts = { lastAt: null, keys: [], revokedKeys: [], persons: 0, erasedObjects: [], erasedLines: [] };

export function foldFacts(facts: LedgerFacts, { body }: LedgerLine): LedgerFacts {
  if (body === undefined) return facts;
  const next = { ...facts, lastAt: body.at };
  switch (body.kind) {
    case "key.enrolled": {
      const { person, key } = body.data;
      const persons = Math.max(facts.persons, Number(person.slice(1)));
      return { ...next, persons, keys: [...facts.keys, { person, key: keyIdOf(sha256, key) }] };
    }
    case "key.replaced": {
      const { person, oldKey, key } = body.data;
      return { ...next, keys: [...facts.keys.filter((held) => held.key !== oldKey), { person, key: keyIdOf(sha256, key) }] };
    }
    case "key.revoked":
      return {
        ...next,
        keys: facts.keys.filter((held) => held.key !== body.data.key),
        revokedKeys: [...facts.revokedKeys, body.data.key],
      };
    case "object.erased":
      return { ...next, erasedObjects: [...without(facts.erasedObjects, body.data.object), body.data.object] };
    case "item.collected":
    case "item.unpacked":
      if (!facts.erasedObjects.includes(body.data.object)) return next;
      return { ...next, erasedObjects: without(facts.erasedObjects, body.data.object) };
    case "entry.erased":
      return { ...next, erasedLines: [...facts.erasedLines, body.data.seq] };
    default:
      return next;
  }
}

function without(objects: readonly Digest[], object: Digest): Digest[] {
  return objects.filter((other) => other !== object);
}

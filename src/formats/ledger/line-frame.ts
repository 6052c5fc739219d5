/**
 * What surrounds body and values, the same in every line: its members are looked at by hand, since a schema for them takes
 * as long as all else that is checked of a line. Body and values are only passed on.
 */
import { type Digest, isDigest } from "../../core/hash/digest.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { LineHead } from "../../core/ledger/ledger-line.ts";

export interface LineFrame {
  readonly head: LineHead;
  /** Absent when body, salt and values were withheld or erased together. */
  readonly inside: { readonly body: Json; readonly salt: string; readonly open: readonly OpenMember[] } | undefined;
}

type OpenMember = readonly [Digest, { readonly salt: string; readonly value: Json }];
type Members = { readonly [name: string]: Json };

const salt = /^[0-9a-f]{64}$/;

/** Throws RangeError naming the member that is not as expected. */
export function readFrame(line: Json): LineFrame {
  const members = membersOf(line, "the line");
  if (!("body" in members)) {
    demandNames(members, ["head"], "the line");
    return { head: readHead(members["head"]), inside: undefined };
  }
  demandNames(members, ["body", "head", "open", "salt"], "the line");
  const head = readHead(members["head"]);
  const open = Object.entries(membersOf(members["open"], "open"));
  for (const [digest, opened] of open) {
    demand(isDigest(digest), `open.${digest}`, "a digest as its name");
    const { salt: valueSalt } = demandNames(membersOf(opened, `open.${digest}`), ["salt", "value"], `open.${digest}`);
    demand(isSalt(valueSalt), `open.${digest}.salt`, "64 hexadecimal digits");
  }
  demand(isSalt(members["salt"]), "salt", "64 hexadecimal digits");
  return { head, inside: { body: members["body"] as Json, salt: members["salt"], open: open as unknown as OpenMember[] } };
}

function readHead(value: Json | undefined): LineHead {
  const { body, prev, seq, v } = demandNames(membersOf(value, "head"), ["body", "prev", "seq", "v"], "head");
  demand(isDigest(body), "head.body", "a digest");
  demand(isDigest(prev), "head.prev", "a digest");
  demand(typeof seq === "number" && Number.isSafeInteger(seq) && seq >= 1, "head.seq", "a whole number from 1 on");
  demand(v === 1, "head.v", "1");
  return { body, prev, seq, v };
}

const isSalt = (value: Json | undefined): value is string => typeof value === "string" && salt.test(value);

function membersOf(value: Json | undefined, where: string): Members {
  demand(value !== null && typeof value === "object" && !Array.isArray(value), where, "an object");
  return value as Members;
}

/** `names` in canonical order, in which the line was read. */
function demandNames(members: Members, names: readonly string[], where: string): Members {
  const found = Object.keys(members);
  demand(found.length === names.length && found.every((name, i) => name === names[i]), where, `the members ${names.join(", ")}`);
  return members;
}

function demand(holds: boolean, where: string, what: string): asserts holds {
  if (!holds) throw new RangeError(`${where}: expected ${what}`);
}

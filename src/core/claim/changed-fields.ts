/** What a person changed of a claim that was put forward, by the names of its fields. */
import { canonicalJson, type Json } from "../json/canonical-json.ts";
import type { ClaimStatement } from "./claim.ts";
import type { TextSpan } from "./text-span.ts";

interface PutForward {
  readonly span: TextSpan;
  readonly quote: string;
  readonly statement: ClaimStatement;
}

/** "quote" where another run of words is quoted; else names of the statement's fields, in their order. */
export function changedFields(proposal: PutForward, accepted: PutForward): string[] {
  const quoted = same(proposal.span, accepted.span) && proposal.quote === accepted.quote ? [] : ["quote"];
  const names = Object.keys(accepted.statement) as (keyof ClaimStatement)[];
  return [...quoted, ...names.filter((name) => !same(proposal.statement[name], accepted.statement[name]))];
}

/** Members that are undefined are none. */
function same(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
}

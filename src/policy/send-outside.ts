/**
 * Whether words of an item may be sent to a language model: to a program on this machine as to any analysis, to another machine, or to
 * a program that is known to pass them on to one, as to the public.
 */
import type { Binding } from "../core/conditions/binding.ts";
import { mayUse } from "../core/conditions/may-use.ts";
import type { ItemId } from "../core/item/item.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";

export type MaySend = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

/** Who runs the other machine is bound by nothing here, so unknown conditions let nothing out to it. */
export function maySend(item: ItemId, bindings: readonly Binding[], toThisMachine: boolean, at: UtcInstant): MaySend {
  const use = mayUse(bindings, toThisMachine ? "analyse" : "publish", at);
  if (use.allowed) return use;
  const where = toThisMachine ? "a program on this machine" : "another machine, which counts as publishing";
  return { allowed: false, why: `sending words of ${item} to ${where}: expected conditions that allow it; found ${use.why}` };
}

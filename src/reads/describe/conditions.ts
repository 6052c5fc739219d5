/** Conditions and assessments, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { conditionKinds } from "../../core/entry/kinds/conditions.ts";
import { countOf } from "./count-of.ts";

type Kind = keyof typeof conditionKinds;

/** `said`: what a seal says in this copy. */
export function describeConditionEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "conditions.stated": {
      const { about, scope, embargoUntil, withdrawnAt, legalHold } = body.data;
      const of = about.of === "source" ? `what ${about.source} gave` : countOf(about.items);
      const parts = [
        `publish ${scope.publish}`,
        embargoUntil === "none" ? "" : `embargo ${embargoUntil}`,
        withdrawnAt === "not-withdrawn" ? "" : withdrawnAt === "unknown" ? "withdrawal unknown" : `withdrawn at ${withdrawnAt}`,
        typeof legalHold === "string" ? "" : "legal hold",
      ].filter((part) => part !== "");
      return `Conditions of ${of} stated: ${parts.join(", ")}.`;
    }
    case "item.assessed":
      return `${countOf(body.data.items)} assessed: ${said(body.data.relevance)}`;
  }
}

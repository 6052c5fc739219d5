/** How a claim stands to others: a sign and words, and a colour beside them. */
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { RelationSort } from "./board-relations.ts";

const signs: Readonly<Record<RelationSort, string>> = {
  contradict: "✕",
  "in-set": "✕",
  narrower: "⊂",
  wider: "⊃",
  compatible: "≈",
  same: "=",
  "cannot-tell": "?",
};

/** More than these are read in the panel. */
const namedAtMost = 2;

export function RelationMark({ sort, to }: { readonly sort: RelationSort; readonly to: readonly string[] }) {
  const named = to.slice(0, namedAtMost).join(", ");
  const more = to.length - namedAtMost;
  return (
    <span className={`relation relation-is-${sort} small`}>
      <span className="relation-sign" aria-hidden="true">
        {signs[sort]}
      </span>
      <span>
        <IsolatedText text={t(`claims.relation.${sort}`, { to: more > 0 ? t("claims.and-more", { named, count: more }) : named })} />
      </span>
    </span>
  );
}

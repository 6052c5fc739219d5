/** Words of the taxonomy by its keys, and what a state of a node or a feature is called. */
import { taxonomy } from "../../core/identification/taxonomy-data.ts";
import type { NodeAnswer } from "../../reason/identification/exclusion-by-feature.ts";
import type { Tone } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

const says = new Map(taxonomy.features.map((feature) => [feature.key, feature.says]));

/** The key itself where a result names a feature that this version does not hold. */
export function featureWords(key: string): string {
  return says.get(key) ?? key;
}

export const nodeTones: Readonly<Record<NodeAnswer["state"], Tone>> = { allowed: "agree", excluded: "conflict", undecidable: "unknown" };

/** Why a node is where it is, in one sentence; empty where there is nothing to say. */
export function whyOf({ state, excludedBy, fits, fromMemory }: Pick<NodeAnswer, "state" | "excludedBy" | "fits" | "fromMemory">): string {
  if (state === "excluded")
    return excludedBy
      .map(({ feature, seen, instead }) => {
        const has = instead.filter((one) => one !== feature).map(featureWords);
        const out = t(seen === "present" ? "claims.identifications.out-present" : "claims.identifications.out-absent", {
          feature: featureWords(feature),
        });
        return seen === "present" && has.length > 0
          ? `${out} ${t("claims.identifications.instead", { features: has.slice(0, 2).join("; ") })}`
          : out;
      })
      .join(" ");
  const fitting = fits.map(({ feature, sourced }) =>
    sourced ? featureWords(feature) : `${featureWords(feature)} ${t("claims.identifications.from-memory")}`,
  );
  const memory =
    fromMemory.length === 0 ? "" : t("claims.identifications.memory-only", { features: fromMemory.map(featureWords).join("; ") });
  return [fitting.length === 0 ? "" : t("claims.identifications.fits", { features: fitting.join("; ") }), memory].filter(Boolean).join(" ");
}

/** What is said of a layer: who made it, under which terms, of when. What is not known is said to be so. */
import type { LayerCredit } from "./drawn-layer.ts";
import type { Span } from "../../core/place/map-feature.ts";
import { imageryAge } from "../../core/map-layer/imagery-age.ts";
import { t } from "../words/t.ts";

export function takenWords({ taken }: LayerCredit): string {
  return taken === "unknown" ? t("layers.date-unknown") : taken.verbatim;
}

export function creditWords(credit: LayerCredit): string {
  const { name, provider, licence } = credit;
  return t("layers.credit", {
    name,
    provider: provider === "" ? t("layers.provider-unknown") : provider,
    licence: licence === "" ? t("layers.licence-unknown") : licence,
    taken: takenWords(credit),
  });
}

/** Against the time of an event; undefined where there is none to hold it against. */
export function ageWords(credit: LayerCredit, event: Span | undefined): string | undefined {
  if (event === undefined) return undefined;
  const age = imageryAge(credit.taken, event);
  switch (age.state) {
    case "unknown":
      return t("imagery.age-unknown");
    case "around":
      return t("imagery.age-around");
    case "before":
    case "after": {
      const count = age.most;
      const days = age.least === age.most ? t("imagery.days", { count }) : t("imagery.days-between", { least: age.least, count });
      return t(`imagery.age-${age.state}`, { days });
    }
  }
}

/** What is said of a layer: who made it, under which terms, of when. What is not known is said to be so. */
import type { LayerCredit } from "./drawn-layer.ts";
import type { Span } from "../../core/place/map-feature.ts";
import { imageryAge } from "../../core/map-layer/imagery-age.ts";
import { t } from "../words/t.ts";

export function takenWords({ taken }: LayerCredit): string {
  return taken === "unknown" ? t("layers.date-unknown") : taken.verbatim.split("/").map(dayWords).join(" – ");
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

/** "31 Mar 2022", "Mar 2022"; what is written otherwise stays as it is. */
function dayWords(words: string): string {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(words.trim());
  if (found === null) return words.trim();
  const day = new Date(`${found[1]}-${found[2]}-${found[3] ?? "01"}T00:00:00Z`);
  const parts = { year: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", found[3] === undefined ? parts : { ...parts, day: "numeric" }).format(day);
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

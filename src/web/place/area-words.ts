/** Areas in words: as many figures as a rule of thumb about places bears. */
import { t } from "../words/t.ts";

export function areaWords(km2: number): string {
  if (km2 === 0) return t("place-bench.km2", { value: "0" });
  if (km2 < 0.01) return t("place-bench.m2", { value: String(Number((km2 * 1e6).toPrecision(2))) });
  return t("place-bench.km2", { value: km2 < 100 ? km2.toFixed(2) : String(Math.round(km2)) });
}

/** Which gazetteer says so, of when, in one line. */
import type { GazetteerSource } from "../../core/gazetteer/gazetteer-place.ts";

export function sourceWords({ gazetteer, version, date }: Pick<GazetteerSource, "gazetteer" | "version" | "date">): string {
  const short = version.length > 20 ? `${version.slice(0, 12)}…` : version;
  return [gazetteer, short, date === "unknown" ? "" : date].filter((word) => word !== "").join(" ");
}

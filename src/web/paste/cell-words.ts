/** What a cell means, in one line each and in full; the words are ours, what stands in the cell is shown beside them. */
import type { CellPreview } from "../../api/sheet-import.ts";
import type { GraphicLevel } from "../../core/item/item.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { formatInstant } from "../parts/format.ts";
import type { Tone } from "../parts/tone-mark.tsx";
import { t, type WordKey } from "../words/t.ts";

export interface CellWords {
  readonly text: string;
  readonly tone?: Tone;
}

/** `headerAt`: header of a column. Undefined for words that are kept as they are. */
export function cellWords(read: CellPreview, headerAt: (column: number) => string): CellWords | undefined {
  switch (read.as) {
    case "words":
      return undefined;
    case "with":
      return { text: t("paste.means.with", { column: headerAt(read.column) }) };
    case "links": {
      const [first, ...more] = read.links;
      const text = first === undefined ? "" : first.changed ? first.shown : t("paste.means.link-same");
      return { text: more.length === 0 ? text : `${text} ${t("paste.means.links-more", { count: more.length })}` };
    }
    case "place": {
      const { region } = read.claim;
      if (region === "unknown" || region.shape !== "circle") return { text: t("paste.means.place-words") };
      const { centre, radiusM } = region;
      const text = t("paste.means.place", { lat: degrees(centre.lat), lon: degrees(centre.lon), radius: formatRadius(radiusM) });
      return read.remarks.length === 0 ? { text } : { text: joined(text, read.remarks), tone: "narrower" };
    }
    case "time": {
      const shown = read.readings.map(({ claim }) => timeWords(claim));
      const text = shown.length > 1 ? t("paste.means.or", { first: shown[0] ?? "", second: shown[1] ?? "" }) : (shown[0] ?? "");
      const zone = read.readings[0]?.claim.zone.state === "unknown" ? t("paste.zone-unknown") : undefined;
      const full = [text, ...(zone === undefined ? [] : [zone])].join(" · ");
      return read.remarks.length === 0 ? { text: full } : { text: joined(full, read.remarks), tone: "narrower" };
    }
    case "level":
      if (read.level === "mild") return { text: t("paste.means.level-kept") };
      return { text: statedLevel(read), tone: "narrower" };
    case "hash":
      return { text: t("paste.means.hash") };
    case "unreadable":
      return { text: t("paste.means.unreadable", { reason: read.reason }), tone: "conflict" };
  }
}

/** A level is what the sheet's words ask for, never that somebody looked. */
export function statedLevel({ level, doubt }: { level: GraphicLevel; doubt: boolean }): string {
  const words = t("paste.means.level", { level: t(`level.${level}`) });
  return doubt ? `${words} · ${t("paste.means.level-doubt")}` : words;
}

function joined(text: string, remarks: readonly string[]): string {
  return [text, ...remarks.map((remark) => t(`paste.remark.${remark}` as WordKey))].join(" · ");
}

function degrees(value: number): string {
  return String(Number(value.toFixed(6)));
}

/** "66 m", "1.5 km". */
export function formatRadius(metres: number): string {
  return metres < 1000 ? `${Number(metres.toPrecision(3))} m` : `${Number((metres / 1000).toPrecision(3))} km`;
}

/** As precise as the words: a day stays a day, a month a month. */
export function timeWords({ zone, earliest, latest }: TimeClaim): string {
  if (zone.state === "unknown") {
    const [first, second] = zone.reading.split("/");
    if (second !== undefined) return t("paste.means.or", { first: first ?? "", second });
    if (/^\d{4}(?:-\d{2})?$/.test(zone.reading)) return zone.reading;
    if (/^\d{4}-\d{2}-\d{2}$/.test(zone.reading)) return (formatInstant(`${zone.reading}T00:00:00`) ?? zone.reading).replace(/, .*$/, "");
    return formatInstant(zone.reading) ?? zone.reading;
  }
  const minutes = zone.state === "utc" ? 0 : zone.offsetMinutes;
  const sign = minutes < 0 ? "−" : "+";
  const size = Math.abs(minutes);
  const offset =
    minutes === 0 ? "UTC" : `UTC${sign}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
  const from = formatInstant(earliest, minutes) ?? earliest;
  const to = formatInstant(latest, minutes) ?? latest;
  return `${from === to ? from : `${from}–${to}`} ${offset}`;
}

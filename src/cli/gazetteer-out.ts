/** What a terminal shows of gazetteers: each place with its source, and each answer with how far down the lists reach. */
import type { GazetteerAsked, GazetteerMatch } from "../core/gazetteer/gazetteer-place.ts";
import type { LookupAnswer } from "../core/gazetteer/gazetteer.port.ts";
import type { GazetteerListed } from "../core/gazetteer/gazetteer-store.port.ts";
import { compassPointOf } from "../core/place/compass.ts";
import { visibleText } from "../core/text/visible-text.ts";
import { formatBytes, formatTable } from "./format-values.ts";

export function foundLines(name: string, { matches, asked, leftOut }: LookupAnswer): string[] {
  const shown = visibleText(name);
  const lines =
    matches.length === 0
      ? [`${shown}: no gazetteer that was asked lists such a name. A place that none lists may still exist.`]
      : formatTable(matches.map(rowOf));
  if (leftOut > 0) lines.push(`${leftOut} more; --limit shows more of them`);
  return [...lines, "", ...askedLines(asked)];
}

function rowOf(match: GazetteerMatch): string[] {
  const { name, lat, lon, kind, country, admin, population, matchedBy, matched, edits, distanceKm, bearingDeg } = match;
  const how =
    matchedBy === "name"
      ? "name"
      : `${matchedBy} ${visibleText(matched)}${edits > 0 ? `, ${edits} ${edits === 1 ? "letter" : "letters"} apart` : ""}`;
  return [
    visibleText(name),
    `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
    ...(distanceKm === undefined || bearingDeg === undefined
      ? []
      : [`${distanceKm.toFixed(distanceKm < 100 ? 2 : 0)} km ${compassPointOf(bearingDeg)} (${bearingDeg.toFixed(1)} deg)`]),
    [...admin].reverse().map(visibleText).join(", ") + (country === "" ? "" : `${admin.length > 0 ? ", " : ""}${country}`),
    population === null ? kind : `${kind}, ${population} people`,
    how,
    [match.source, ...match.alsoIn].map(({ gazetteer, id }) => `${visibleText(gazetteer)} ${visibleText(id)}`).join("; "),
  ];
}

/** Which lists were asked: a name that is in none of them may still be a place. */
export function askedLines(asked: readonly GazetteerAsked[]): string[] {
  return asked.map(
    ({ gazetteer, version, date, floor, licence, places }) =>
      `${visibleText(gazetteer)} ${version.replace(/^(sha256:[0-9a-f]{12}).*/, "$1")}${date === "unknown" ? "" : ` of ${date}`}: ${places} places; smallest: ${floor}; ${licence}`,
  );
}

export function listedLines(listed: readonly GazetteerListed[]): string[] {
  return formatTable([
    ["gazetteer", "version", "date", "places", "on disk", "smallest places", "licence"],
    ...listed.map(({ gazetteer, version, date, places, indexBytes, floor, licence, sort }) => [
      visibleText(gazetteer),
      version.replace(/^sha256:([0-9a-f]{12}).*/, "$1"),
      date,
      String(places),
      indexBytes === 0 ? "-" : formatBytes(indexBytes),
      floor,
      `${licence}${sort === "bundled" ? " (comes with the program)" : ""}`,
    ]),
  ]);
}

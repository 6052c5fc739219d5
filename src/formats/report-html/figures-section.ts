/** Figures of the report with the tables that say the same in words. */
import { zoneOf } from "../figures/figure-files.ts";
import { claimsTable } from "../figures/claims-table.ts";
import { mapFigure, roleWords } from "../figures/map-figure.ts";
import { syncFigure } from "../figures/sync-figure.ts";
import { timelineFigure } from "../figures/timeline-figure.ts";
import { regionWords } from "../../core/report/report-words.ts";
import { foreign, markup, type Markup } from "../markup/markup.ts";
import { recordLink, type ReportParts } from "./report-parts.ts";

export function figuresSection(parts: ReportParts): Markup {
  const { places, events, sync, claims, edition } = parts.model;
  const zone = zoneOf(parts.model);
  const map = mapFigure(places, parts.placeNumbers);
  const timeline = timelineFigure(events, zone);
  const strip = syncFigure(sync);
  const table = claimsTable(claims);
  if ([map, timeline, strip, table].every((one) => one === undefined)) return markup``;
  return markup`<section aria-labelledby="figures"><h2 id="figures">Figures</h2>
${
  map === undefined
    ? ""
    : markup`<figure id="map"><div class="wide">${map}</div><figcaption>Places, each with how far it may be off. Outline of the land: Natural Earth, off by up to 0.08 degrees; no borders are drawn.${edition.gridM === null ? "" : ` Places are rounded to ${edition.gridM} m.`}</figcaption></figure>
<div class="wide"><table><thead><tr><th>No.</th><th>What</th><th>Where</th><th>Rests on</th></tr></thead><tbody>${places.map((place) => markup`<tr><td>${parts.placeNumbers.get(place.id) ?? ""}</td><td>${roleWords[place.role]}: ${foreign(place.title)}${place.why === "" ? "" : markup`<br/><span class="quiet">${foreign(place.why)}</span>`}</td><td>${foreign(regionWords(place.region))}<br/><span class="quiet">${foreign(place.precision)}</span></td><td>${place.of.startsWith("f") ? markup`<a href="#finding-${place.of}">${place.of}</a>` : recordLink(parts, place.of)}</td></tr>`)}</tbody></table></div>`
}
${timeline === undefined ? "" : markup`<figure id="timeline"><div class="wide">${timeline}</div><figcaption>Events with what bounds their times. An arrow: that end is not known. Times in the figure are by the clock of ${zone}.</figcaption></figure>`}
${strip === undefined ? "" : markup`<figure id="sync"><div class="wide">${strip}</div><figcaption>${sync?.says.join(" ") ?? ""} ${sync === null ? "" : markup`From ${recordLink(parts, sync.of)}.`}</figcaption></figure>`}
${table === undefined ? "" : markup`<figure id="claims"><div class="wide">${table}</div><figcaption>Who says what, by first tellers; derived reports are folded under theirs. The report does not say who is right. ${claims.origins.join(" ")}</figcaption></figure>`}</section>`;
}

/**
 * KML (OGC 07-147r2 and Google's gx) as places. Nothing is followed: links to more, icons and pictures are listed as text. Points
 * and lines get a radius that is said to be assumed; what we wrote ourselves is known by its own marks.
 */
import type { MapFileReading } from "../../core/analysis/reading-result.ts";
import { type MapFileFeature, type MapFileLink, mostMapFeatures } from "../../core/place/map-file.ts";
import { regionOfRings } from "../../core/place/region-from-figures.ts";
import { fileTime } from "../map-file/file-time.ts";
import { createMapFileLog, type MapFileLog } from "../map-file/map-file-log.ts";
import { geometriesOf, positionOf } from "./kml-geometry.ts";
import { below, childOf, type KmlElement, textAt, walkKml } from "./kml-tree.ts";

const cannotTell = [
  "How far off a place may be: KML has no field for it. A radius is there only where we wrote the file ourselves.",
  "Who drew a place, when, and from what: a file drawn by hand and one drawn by a program look the same.",
  "Where a person meant to point: a pin is a point because the format has no other, not because the place was that exact.",
  "What the imagery under it showed, and of which date it was.",
];

const mostLinks = 1000;
const longestWords = 20_000;

export function readKml(text: string): MapFileReading {
  const log = createMapFileLog();
  const features: MapFileFeature[] = [];
  const links: MapFileLink[] = [];
  const addLink = (sort: MapFileLink["sort"], address: string, where: string): void => {
    if (address === "") return;
    log.trap(sort === "network-link" ? "network-link" : "remote-icon", where);
    if (links.length < mostLinks) links.push({ sort, address: address.slice(0, 2000), where });
  };
  if (text.includes("\uFFFD")) log.trap("bytes-not-in-encoding", "whole file");
  const { root, closed } = walkKml(text, {
    place(element, number) {
      const where = `${element.name} ${number}`;
      noteLinks(element, where, addLink);
      for (const feature of featuresOf(element, where, log)) {
        if (features.length < mostMapFeatures) features.push(feature);
        else log.trap("too-many-places", where);
      }
    },
    link: (address) => {
      // A style of the file itself is no address.
      if (!address.startsWith("#")) addLink("icon", address, "a style");
    },
    doctype: () => log.trap("doctype", "beginning of the file"),
    stopped: (found) => log.fault({ where: "whole file", expected: "KML within the limits of this reader", found }),
  });
  if (root === undefined) log.fault({ where: "whole file", expected: "an XML element", found: "none" });
  else if (!closed)
    log.fault({ where: "end of the file", expected: `the end of <${root.slice(0, 40)}>`, found: "the end of the file before it" });
  return {
    kind: "map-file",
    format: "kml",
    features,
    links,
    counts: { features: features.length, placed: features.filter(({ region }) => region !== "unknown").length },
    cannotTell,
    traps: log.traps(),
    faults: log.faults(),
  };
}

function noteLinks(element: KmlElement, where: string, addLink: (sort: MapFileLink["sort"], address: string, where: string) => void): void {
  const sort = {
    NetworkLink: "network-link",
    GroundOverlay: "overlay-picture",
    PhotoOverlay: "overlay-picture",
    ScreenOverlay: "overlay-picture",
  }[element.name] as MapFileLink["sort"] | undefined;
  for (const { name, text } of below(element)) if (name === "href") addLink(sort ?? "icon", text.trim(), where);
}

function featuresOf(element: KmlElement, where: string, log: MapFileLog): MapFileFeature[] {
  const name = (textAt(element, "name") ?? "").slice(0, longestWords);
  const description = (textAt(element, "description") ?? "").slice(0, longestWords);
  if (/<[a-z/!]/i.test(description)) log.trap("markup-in-description", where);
  const marks = marksOf(element);
  const caseId = marks.get("witnessmark:case");
  const [id, record] = [marks.get("witnessmark:id"), marks.get("witnessmark:record")];
  const ours = id !== undefined && caseId !== undefined && record !== undefined ? { id, caseId, record } : undefined;
  const base = { where, name, description, ...(ours === undefined ? {} : { ours }) };
  const time = timeOf(element, where, log);
  if (element.name !== "Placemark") return overlayOf(element, base, log, time);
  const stated = Number(marks.get("witnessmark:radiusM") ?? "");
  const radiusM = ours !== undefined && stated > 0 ? stated : undefined;
  const found = element.children.flatMap((child) =>
    geometriesOf(child, radiusM, {
      fault: (expected, what) => log.fault({ where, expected, found: what }),
      altitude: () => log.trap("altitude-dropped", where),
    }),
  );
  // Of a way that we wrote, the line says it all; the polygons around it are how it looks.
  const whole = ours !== undefined && marks.get("witnessmark:shape") === "path" ? found.filter(({ sort }) => sort === "LineString") : found;
  if (whole.length === 0) return [{ ...base, region: "unknown", precision: "the file gives no place", ...time }];
  return whole.map(({ found: { region, precision }, when }, at) => {
    if (precision.startsWith("assumed")) log.trap("no-radius", where);
    const track = when.length === 0 ? undefined : fileTime(when[0], when.at(-1), `${where} gx:Track`);
    return {
      ...base,
      where: whole.length === 1 ? where : `${where}, part ${at + 1}`,
      region,
      precision,
      ...(track?.state === "read" ? { time: track.claim } : time),
    };
  });
}

type Base = Pick<MapFileFeature, "where" | "name" | "description" | "ours">;

function overlayOf(
  element: KmlElement,
  base: Base,
  log: MapFileLog,
  time: { time?: NonNullable<MapFileFeature["time"]> },
): MapFileFeature[] {
  const box = childOf(element, "LatLonBox");
  if (element.name !== "GroundOverlay" || box === undefined) return [];
  log.trap("ground-overlay", base.where);
  const [north, south, east, west] = ["north", "south", "east", "west"].map((side) => Number(textAt(box, side) ?? NaN)) as [
    number,
    number,
    number,
    number,
  ];
  const corners = [positionOf(west, south), positionOf(east, south), positionOf(east, north), positionOf(west, north)];
  const ring = corners.filter((corner) => corner !== undefined);
  const found = ring.length === 4 ? regionOfRings([ring]) : undefined;
  if (found === undefined) {
    log.fault({ where: base.where, expected: "north, south, east and west on the earth", found: "something else" });
    return [{ ...base, region: "unknown", precision: "the file gives no place", ...time }];
  }
  const turned = Number(textAt(box, "rotation") ?? 0) !== 0;
  return [
    {
      ...base,
      region: found.region,
      precision: turned ? "the box of the overlay, before it is turned" : "the box of the overlay",
      ...time,
    },
  ];
}

function marksOf(element: KmlElement): Map<string, string> {
  const data = childOf(element, "ExtendedData");
  const marks = new Map<string, string>();
  for (const child of data?.children ?? []) {
    if (child.name === "Data" && child.attributes["name"] !== undefined) marks.set(child.attributes["name"], textAt(child, "value") ?? "");
    if (child.name !== "SchemaData") continue;
    for (const field of child.children)
      if (field.name === "SimpleData" && field.attributes["name"] !== undefined) marks.set(field.attributes["name"], field.text.trim());
  }
  return marks;
}

function timeOf(element: KmlElement, where: string, log: MapFileLog): { time?: NonNullable<MapFileFeature["time"]> } {
  const [span, stamp] = [childOf(element, "TimeSpan"), childOf(element, "TimeStamp")];
  if (span === undefined && stamp === undefined) return {};
  const when = stamp === undefined ? undefined : textAt(stamp, "when");
  const read =
    span === undefined
      ? fileTime(when, when, `${where} TimeStamp`)
      : fileTime(textAt(span, "begin"), textAt(span, "end"), `${where} TimeSpan`);
  if (read.state === "open") log.trap("time-open", where);
  if (read.state === "not-read") log.fault({ where, expected: "a time as XML Schema writes it", found: "other words" });
  if (read.state !== "read") return {};
  if (read.claim.zone.state === "unknown") log.trap("time-without-zone", where);
  return { time: read.claim };
}

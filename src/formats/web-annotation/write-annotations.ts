/**
 * Every place of the material that a report points at, as W3C Web Annotations (Data Model, 2017): each names the bytes by hash, and the
 * stretch and the box as Media Fragments, or the words. Where the edition holds a hash back, the source is the commitment to it, or the item's
 * number in its case: nothing here finds a restricted original.
 */
import { type Digest, digitsOf } from "../../core/hash/digest.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { type PointedPlace, pointedPlaces } from "./pointed-places.ts";

type Json = { readonly [name: string]: unknown };

export function annotationCollection(model: ReportModel): Json {
  const items = annotationsOf(model);
  const id = `${caseUrn(model)}:${model.edition.id}:v${model.edition.version}:annotations`;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: `Annotations of ${model.edition.title}`.toWellFormed(),
    total: items.length,
    first: { id: `${id}:page1`, type: "AnnotationPage", startIndex: 0, items },
  };
}

/** Each stands alone, with its context. */
export function annotationsOf(model: ReportModel): Json[] {
  const items = new Map(model.items.map((item) => [item.item, item]));
  return pointedPlaces(model).map((place) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${caseUrn(model)}:${place.id}`,
    type: "Annotation",
    motivation: place.motivation,
    ...(place.at === null ? {} : { created: place.at }),
    ...(place.by === null ? {} : { creator: { id: `${caseUrn(model)}:person:${place.by}`, type: "Person", nickname: place.by } }),
    generator: { id: "urn:witnessmark:program", type: "Software", name: model.edition.program },
    body: {
      type: "TextualBody",
      value: place.words.toWellFormed(),
      format: "text/plain",
      language: place.language,
      purpose: place.motivation,
    },
    target: targetOf(model, items.get(place.item), place),
  }));
}

/** Of all of it the bare name, as the data model has it. */
function targetOf(model: ReportModel, item: ReportItem | undefined, place: PointedPlace): Json | string {
  const source = sourceOf(model, item, place);
  const value = fragmentOf(place);
  const quote = place.quote === null || place.quote.trim() === "" ? undefined : place.quote.toWellFormed();
  if (quote !== undefined) return { type: "SpecificResource", source, selector: { type: "TextQuoteSelector", exact: quote } };
  if (value === "") return source;
  return {
    type: "SpecificResource",
    source,
    selector: { type: "FragmentSelector", conformsTo: "http://www.w3.org/TR/media-frags/", value },
  };
}

function sourceOf(model: ReportModel, item: ReportItem | undefined, place: PointedPlace): string {
  if (item?.object != null) return hashUrn(item.object);
  const commitment = item?.commitment;
  return commitment == null ? `${caseUrn(model)}:${place.item}` : `urn:witnessmark:commitment:${digitsOf(commitment)}`;
}

/** "t=12.5,14&xywh=percent:10,20,30,40"; seconds of item time. A single frame has one moment, which the format says as a stretch without end. */
function fragmentOf({ range, box }: PointedPlace): string {
  const time =
    range === null || range.fromS < 0
      ? ""
      : `t=${seconds(range.fromS)},${seconds(range.toS > range.fromS ? range.toS : range.fromS + 0.001)}`;
  return [time, box === null ? "" : `xywh=percent:${percentOf(box)}`].filter((part) => part !== "").join("&");
}

function percentOf({ x, y, width, height }: FrameBox): string {
  return [x, y, width, height].map((millionths) => Number((millionths / 10_000).toFixed(4))).join(",");
}

function seconds(value: number): string {
  return String(Number(value.toFixed(3)));
}

export function hashUrn(object: Digest): string {
  return `urn:sha256:${digitsOf(object)}`;
}

export function caseUrn({ case: { id } }: Pick<ReportModel, "case">): string {
  return `urn:witnessmark:case:${id}`;
}

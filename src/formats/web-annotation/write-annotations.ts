/**
 * What a report observed in recordings and pictures, as W3C Web Annotations (Data Model, 2017) with Media Fragments: each names the
 * bytes by hash, the stretch and the box. Where the edition holds a hash back, the source is the commitment to it, or the item's
 * number in its case: nothing here finds a restricted original.
 */
import { type Digest, digitsOf } from "../../core/hash/digest.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import type { RecordExhibit, ReportRecord } from "../../core/report/report-record.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";

type Json = { readonly [name: string]: unknown };

/** Records that say what is seen or heard at a place of the material. */
const observed: ReadonlySet<ReportRecord["sort"]> = new Set(["observation", "subject-state", "scene-object", "identification"]);

export function annotationCollection(model: ReportModel): Json {
  const items = annotationsOf(model);
  const id = `${caseUrn(model)}:${model.edition.id}:v${model.edition.version}:annotations`;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: `Observations of ${model.edition.title}`.toWellFormed(),
    total: items.length,
    first: { id: `${id}:page1`, type: "AnnotationPage", startIndex: 0, items },
  };
}

/** Each stands alone, with its context. */
export function annotationsOf(model: ReportModel): Json[] {
  const items = new Map(model.items.map((item) => [item.item, item]));
  return model.records
    .filter(({ sort, withdrawn }) => observed.has(sort) && withdrawn === null)
    .flatMap((record) =>
      record.exhibits.map((exhibit, n) => {
        const words = [record.title, ...record.says]
          .filter((part) => part !== "")
          .join("\n")
          .toWellFormed();
        return {
          "@context": "http://www.w3.org/ns/anno.jsonld",
          id: `${caseUrn(model)}:${record.name.replaceAll(" ", "-")}:${record.line}:${n + 1}`,
          type: "Annotation",
          motivation: "describing",
          ...(record.at === null ? {} : { created: record.at }),
          ...(record.by === null ? {} : { creator: { id: `${caseUrn(model)}:person:${record.by}`, type: "Person", nickname: record.by } }),
          generator: { id: "urn:witnessmark:program", type: "Software", name: model.edition.program },
          body: { type: "TextualBody", value: words, format: "text/plain", language: "en", purpose: "describing" },
          target: targetOf(model, items.get(exhibit.item), exhibit),
        };
      }),
    );
}

/** Of all of it the bare name, as the data model has it. */
function targetOf(model: ReportModel, item: ReportItem | undefined, exhibit: RecordExhibit): Json | string {
  const source = sourceOf(model, item, exhibit);
  const value = fragmentOf(exhibit);
  if (value === "") return source;
  return {
    type: "SpecificResource",
    source,
    selector: { type: "FragmentSelector", conformsTo: "http://www.w3.org/TR/media-frags/", value },
  };
}

function sourceOf(model: ReportModel, item: ReportItem | undefined, exhibit: RecordExhibit): string {
  if (item?.object != null) return hashUrn(item.object);
  const commitment = item?.commitment;
  return commitment == null ? `${caseUrn(model)}:${exhibit.item}` : `urn:witnessmark:commitment:${digitsOf(commitment)}`;
}

/** "t=12.5,14&xywh=percent:10,20,30,40"; seconds of item time. A single frame has one moment, which the format says as a stretch without end. */
function fragmentOf({ range, box }: RecordExhibit): string {
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

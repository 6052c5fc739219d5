/**
 * A report as CASE/UCO 1.4 (JSON-LD), for forensic tools: the investigation, each exhibit with its hash, who did what to it with which
 * program, and the places. Datatypes are typed literals. UCO has no word for a radius: a place says it in its description, and one that
 * is wider than a kilometre has no coordinates there.
 */
import { type Digest, digitsOf } from "../../core/hash/digest.ts";
import type { EditionFile, ReportItem } from "../../core/report/report-item.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { regionWords } from "../../core/report/report-words.ts";
import { caseUrn } from "../web-annotation/write-annotations.ts";

type Json = { readonly [name: string]: unknown };

const widestPointM = 1000;

const context = {
  "case-investigation": "https://ontology.caseontology.org/case/investigation/",
  "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
  "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
  "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
  "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
  "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
  "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
  "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

export function caseUcoOf(model: ReportModel): Json {
  const at = (name: string) => `${caseUrn(model)}:${encodeURIComponent(name)}`;
  const tools = model.certification.tools.map(({ name, version }, n): Json => ({
    ...{ "@id": at(`tool${n + 1}`), "@type": "uco-tool:Tool", "uco-core:name": name, "uco-tool:version": version },
  }));
  const objects = [
    ...model.items.flatMap((item) => [
      exhibit(item, at),
      provenance(item, at),
      ...item.files.flatMap((file) => derivative(item, file, at)),
    ]),
    ...model.records.filter(({ withdrawn, exhibits }) => withdrawn === null && exhibits.length > 0).map((record) => observed(record, at)),
    ...model.places.map((place): Json => {
      const { region } = place;
      const point = region.shape === "circle" && region.radiusM <= widestPointM ? region.centre : undefined;
      return {
        "@id": at(place.id),
        "@type": "uco-location:Location",
        "uco-core:name": place.title,
        "uco-core:description": `${place.role} of ${place.of}: ${regionWords(region)}. ${place.precision}${place.why === "" ? "" : `. ${place.why}`}`,
        ...(point === undefined
          ? {}
          : {
              "uco-core:hasFacet": {
                "@id": at(`${place.id}-coordinates`),
                "@type": "uco-location:LatLongCoordinatesFacet",
                "uco-location:latitude": typed("decimal", String(point.lat)),
                "uco-location:longitude": typed("decimal", String(point.lon)),
              },
            }),
      };
    }),
    ...tools,
  ];
  const people = [...labelsIn(model)].map((label): Json => ({
    "@id": at(`person-${label}`),
    "@type": "uco-identity:Person",
    "uco-core:name": label,
  }));
  const investigation = {
    "@id": at("investigation"),
    "@type": "case-investigation:Investigation",
    "uco-core:name": model.edition.title,
    "uco-core:description": model.findings.map(({ finding, statement }) => `${finding}: ${statement}`).join("\n"),
    "uco-core:objectCreatedTime": typed("dateTime", model.edition.at),
    "uco-core:object": objects.map((one) => ({ "@id": one["@id"] })),
  };
  return { "@context": context, "@graph": [investigation, ...objects, ...people] };
}

function exhibit(item: ReportItem, at: (name: string) => string): Json {
  const content = contentFacet(at(`${item.item}-content`), { digest: item.object, bytes: item.bytes, mediaType: item.mediaType });
  const url =
    item.link === null
      ? []
      : [{ "@id": at(`${item.item}-url`), "@type": "uco-observable:URLFacet", "uco-observable:fullValue": item.link }];
  const facets = [...(content === undefined ? [] : [content]), ...url];
  return {
    "@id": at(item.item),
    "@type": "uco-observable:ObservableObject",
    "uco-core:name": item.label,
    ...(item.why === "" ? {} : { "uco-core:description": `${item.as}: ${item.why}` }),
    ...(facets.length === 0 ? {} : { "uco-core:hasFacet": facets }),
  };
}

function provenance({ item }: ReportItem, at: (name: string) => string): Json {
  return {
    "@id": at(`${item}-provenance`),
    "@type": "case-investigation:ProvenanceRecord",
    "case-investigation:exhibitNumber": item,
    "uco-core:object": { "@id": at(item) },
  };
}

/** A file of the edition that was cut or covered, and what made it. */
function derivative(item: ReportItem, file: EditionFile, at: (name: string) => string): Json[] {
  if (file.made === null) return [];
  const { label, program, command, says } = file.made;
  const facet = contentFacet(at(`${file.path}-content`), { digest: file.digest, bytes: file.bytes, mediaType: file.mediaType });
  return [
    { "@id": at(file.path), "@type": "uco-observable:ObservableObject", "uco-core:name": file.path, "uco-core:hasFacet": facet },
    { "@id": at(`${file.path}-tool`), "@type": "uco-tool:Tool", "uco-core:name": program },
    {
      "@id": at(`${file.path}-making`),
      "@type": "case-investigation:InvestigativeAction",
      "uco-core:name": `${file.sort} of ${item.item}`,
      "uco-core:description": [says, command].filter((part) => part !== "").join(" "),
      "uco-action:performer": { "@id": at(`person-${label}`) },
      "uco-action:instrument": { "@id": at(`${file.path}-tool`) },
      "uco-action:object": { "@id": at(item.item) },
      "uco-action:result": { "@id": at(file.path) },
    },
  ];
}

function observed(record: ReportRecord, at: (name: string) => string): Json {
  return {
    "@id": at(record.name),
    "@type": "case-investigation:InvestigativeAction",
    "uco-core:name": record.title,
    ...(record.says.length === 0 ? {} : { "uco-core:description": record.says.join("\n") }),
    ...(record.at === null ? {} : { "uco-action:endTime": typed("dateTime", record.at) }),
    ...(record.by === null ? {} : { "uco-action:performer": { "@id": at(`person-${record.by}`) } }),
    "uco-action:object": [...new Set(record.exhibits.map(({ item }) => item))].map((item) => ({ "@id": at(item) })),
  };
}

/** Undefined where the edition says neither hash nor size nor kind. */
function contentFacet(
  id: string,
  { digest, bytes, mediaType }: { readonly digest: Digest | null; readonly bytes: number | null; readonly mediaType: string | null },
): Json | undefined {
  if (digest === null && bytes === null && mediaType === null) return undefined;
  return {
    "@id": id,
    "@type": "uco-observable:ContentDataFacet",
    ...(mediaType === null ? {} : { "uco-observable:mimeType": mediaType }),
    ...(bytes === null ? {} : { "uco-observable:sizeInBytes": typed("integer", String(bytes)) }),
    ...(digest === null
      ? {}
      : {
          "uco-observable:hash": {
            "@id": `${id}-hash`,
            "@type": "uco-types:Hash",
            "uco-types:hashMethod": "SHA256",
            "uco-types:hashValue": typed("hexBinary", digitsOf(digest)),
          },
        }),
  };
}

function labelsIn({ items, records }: ReportModel): ReadonlySet<string> {
  const made = items.flatMap(({ files }) => files.flatMap((file) => (file.made === null ? [] : [file.made.label])));
  const stated = records.flatMap(({ by, exhibits, withdrawn }) => (by === null || exhibits.length === 0 || withdrawn !== null ? [] : [by]));
  return new Set([...made, ...stated]);
}

function typed(type: string, value: string): Json {
  return { "@type": `xsd:${type}`, "@value": value };
}

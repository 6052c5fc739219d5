/** What an edition adds to the crate of its pack: recordings cut or covered, the report, exports, each back to what it was made of. */
import { type Digest, objectPathOf } from "../../core/hash/digest.ts";
import type { EditionFile, ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";

export type Ref = { readonly "@id": string };
export type Entity = { readonly "@id": string; readonly "@type": string; readonly [name: string]: unknown };

export const evidenceId = "#evidence";
const editionBase = "data/edition/";

export interface CrateEdition {
  readonly model: ReportModel;
  /** What each file is, by its path from the root of the bag. */
  readonly says: ReadonlyMap<string, { readonly mediaType: string; readonly says: string }>;
}

export interface EditionEntities {
  readonly entities: readonly Entity[];
  /** Originals that are not in the pack. */
  readonly originals?: readonly Ref[];
  /** Paths of files that an act here made. */
  readonly explained: ReadonlySet<string>;
}

interface Sealing {
  readonly files: readonly { readonly path: string }[];
  readonly person: string;
  readonly at: string;
}

export function editionEntities({ files, person, at }: Sealing, { model }: CrateEdition, held: ReadonlySet<Digest>): EditionEntities {
  const there = new Set(files.map(({ path }) => path));
  const explained = new Set<string>();
  const entities: Entity[] = [];
  const absent = new Map<string, Entity>();
  const labels = new Set<string>();
  const programs = new Set<string>([model.edition.program]);
  const sourceOf = (item: ReportItem, digest: Digest | null): Ref => {
    const object = digest ?? item.object;
    if (object !== null && held.has(object)) return { "@id": `data/objects/${objectPathOf(object)}` };
    const id = `#original-${item.item}`;
    absent.set(id, {
      "@id": id,
      "@type": "CreativeWork",
      name: item.label,
      description: `The original of ${item.item}, which is not in this pack.${item.why === "" ? "" : ` ${item.why}`}`,
    });
    return { "@id": id };
  };
  for (const item of model.items) {
    for (const file of item.files) {
      const path = `${editionBase}${file.path}`;
      if (!there.has(path) || explained.has(path)) continue;
      explained.add(path);
      if (file.made !== null) {
        labels.add(file.made.label);
        programs.add(file.made.program);
      }
      entities.push(makingOf(item, file, path, sourceOf(item, file.made?.from ?? null)));
    }
  }
  const rest = [...there].filter((path) => path.startsWith(editionBase) && !explained.has(path));
  for (const path of rest) explained.add(path);
  if (rest.length > 0) entities.push(writing(model, rest, { person, at }));
  if (absent.size > 0) entities.push(...absent.values(), collectionElsewhere([...absent.keys()]));
  entities.push(...[...labels].map(labelEntity), ...[...programs].map(programOf));
  return { entities, originals: [...absent.keys()].map((id) => ({ "@id": id })), explained };
}

function makingOf(item: ReportItem, { sort, made, range }: EditionFile, path: string, from: Ref): Entity {
  const stretch = range === null ? "" : `, ${range.fromS} s to ${range.toS} s`;
  return {
    "@id": `#made-${encodeURIComponent(path)}`,
    "@type": "CreateAction",
    name: made === null ? `${item.label}: the bytes as they were collected` : `${item.label}: ${sort}${stretch}`,
    ...(made === null
      ? {}
      : {
          description: [made.says, made.command].filter((part) => part !== "").join(" "),
          agent: { "@id": `#person-${encodeURIComponent(made.label)}` },
          instrument: { "@id": `#tool-${encodeURIComponent(made.program)}` },
        }),
    object: from,
    result: { "@id": encodeURI(path) },
  };
}

function writing(model: ReportModel, paths: readonly string[], { person, at }: Pick<Sealing, "person" | "at">): Entity {
  return {
    "@id": "#writing-of-the-edition",
    "@type": "CreateAction",
    name: `Writing of ${model.edition.id}, version ${model.edition.version}`,
    agent: { "@id": `#person-${person}` },
    instrument: { "@id": `#tool-${encodeURIComponent(model.edition.program)}` },
    endTime: at,
    object: { "@id": evidenceId },
    result: paths.map((path) => ({ "@id": encodeURI(path) })),
  };
}

/** Who collected a withheld original, when and how, is withheld with it. */
function collectionElsewhere(originals: readonly string[]): Entity {
  return {
    "@id": "#collection-withheld",
    "@type": "CreateAction",
    additionalType: "https://www.w3.org/ns/prov#Collection",
    name: `Collection of ${originals.length} originals that are not in this pack`,
    description: "Its lines of the ledger are there without what they say.",
    result: [...originals.map((id) => ({ "@id": id })), { "@id": evidenceId }],
  };
}

function labelEntity(label: string): Entity {
  return { "@id": `#person-${encodeURIComponent(label)}`, "@type": "Person", name: `${label} of this report` };
}

function programOf(program: string): Entity {
  const at = program.lastIndexOf(" ");
  const [name, version] = at < 0 ? [program, "not stated"] : [program.slice(0, at), program.slice(at + 1)];
  return { "@id": `#tool-${encodeURIComponent(program)}`, "@type": "SoftwareApplication", name, softwareVersion: version };
}

/**
 * `ro-crate-metadata.json` of a pack (RO-Crate 1.1): the root, its files with their hashes, and an action for whatever brought each
 * file about, back to a collection. It repeats what the ledger says in the words of others; where both differ, the ledger counts.
 */
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import type { CaseId } from "../../core/entry/entry.ts";
import { type Digest, digitsOf, objectPathOf } from "../../core/hash/digest.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";
import type { CrateAct, CrateFacts, Tool } from "./crate-facts.ts";
import { visibleModel } from "../edition-exports/visible-model.ts";
import { type CrateEdition, editionEntities, evidenceId, type Entity, type Ref } from "./edition-entities.ts";

export const crateName = "ro-crate-metadata.json";

export interface CratePack {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly head: Digest;
  /** Name and version of the program that seals. */
  readonly program: string;
  /** Who seals, by the id that they have in the case. */
  readonly person: string;
  readonly at: string;
  readonly facts: CrateFacts;
  /** All of the payload, by their paths from the root of the bag. */
  readonly files: readonly { readonly path: string; readonly size: number; readonly digest: Digest }[];
  readonly edition?: CrateEdition | undefined;
}

const sealing = "#sealing";

export function writeRoCrate(pack: CratePack): Uint8Array {
  // An entity a line: short, and two crates can be compared line by line.
  const entities = graphOf(pack).map((entity) => JSON.stringify(entity, wellFormed));
  return encodeUtf8(`{"@context":"https://w3id.org/ro/crate/1.1/context","@graph":[\n${entities.join(",\n")}\n]}\n`);
}

/** Half characters have no bytes in UTF-8. */
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}

function graphOf(given: CratePack): Entity[] {
  const pack = given.edition === undefined ? given : { ...given, edition: { ...given.edition, model: visibleModel(given.edition.model) } };
  const { facts, files, edition } = pack;
  const objects = files.filter(({ path }) => path.startsWith("data/objects/"));
  const others = files.filter(({ path }) => !path.startsWith("data/objects/"));
  const isListed = facts.isWhole;
  const held = new Set(objects.map(({ digest }) => digest));
  const people = new Set<string>([pack.person]);
  const tools = new Map<string, Tool>();
  const parts = isListed ? files : others;
  const own = edition === undefined ? { entities: [], explained: new Set<string>() } : editionEntities(pack, edition, held);
  const explained = new Set<Digest>();
  const actions = isListed
    ? [...collectionActions(pack, held, people, explained), ...actEntities(facts.acts, held, people, tools, explained)]
    : countedActions(pack, people, tools);
  const objectsFolder: Entity[] = isListed
    ? []
    : [
        {
          "@id": "data/objects/",
          "@type": "Dataset",
          name: "Objects of the case",
          description: `${objects.length} files, each named by the SHA-256 of its bytes; manifest-sha256.txt lists them.`,
        },
      ];
  const sealed = [
    ...others.filter(({ path }) => !own.explained.has(path)).map(({ path }) => path),
    // What a line holds and no act above explains: an object that the ledger brings by a line that is withheld.
    ...(isListed ? objects.filter(({ digest }) => !explained.has(digest)).map(({ path }) => path) : []),
  ];
  return [
    descriptor(),
    root(pack, [...parts.map(({ path }) => path), ...objectsFolder.map((one) => one["@id"])]),
    licence(),
    evidence(pack, held, isListed, own.originals ?? []),
    ...parts.map((file) => fileEntity(file, facts, edition)),
    ...objectsFolder,
    ...actions,
    ...own.entities,
    sealingAction(pack, sealed),
    ...[...people].map(personEntity),
    ...[pack.program, ...facts.collections.map(({ program }) => program)].map(programEntity),
    ...[...tools.values()].flatMap(toolEntities),
  ].filter(oncePerId());
}

function descriptor(): Entity {
  return { "@id": crateName, "@type": "CreativeWork", about: { "@id": "./" }, conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" } };
}

function root({ caseId, seq, head, facts, at, edition }: CratePack, parts: readonly string[]): Entity {
  const title = edition?.model.edition.title ?? facts.title ?? `Case ${caseId}`;
  return {
    "@id": "./",
    "@type": "Dataset",
    name: title,
    description: `Pack of the Witnessmark case ${caseId}, up to line ${seq} of its ledger, head ${shortCode(head)}. The ledger, data/ledger.jsonl, counts where this file says otherwise.`,
    identifier: caseId,
    datePublished: at,
    license: { "@id": "#licence" },
    hasPart: parts.map((path) => ({ "@id": idOf(path) })),
  };
}

function licence(): Entity {
  return {
    "@id": "#licence",
    "@type": "CreativeWork",
    name: "No licence is stated",
    description:
      "What may be done with each item is said by the conditions in the ledger (conditions.stated and the like); nothing here grants more.",
  };
}

/** Everything that was collected, as one thing that later acts rest on. */
function evidence({ facts }: CratePack, held: ReadonlySet<Digest>, isListed: boolean, originals: readonly Ref[]): Entity {
  const files = [...facts.objects.keys()]
    .filter((object) => held.has(object))
    .map((object) => ({ "@id": `data/objects/${objectPathOf(object)}` }));
  return {
    "@id": evidenceId,
    "@type": "Collection",
    name: "What was collected",
    description: "Each file as it was collected; what was withheld from this pack is not among them.",
    hasPart: [...(isListed ? files : [{ "@id": "data/objects/" }]), ...originals],
  };
}

function fileEntity(
  { path, size, digest }: CratePack["files"][number],
  { objects }: CrateFacts,
  edition: CrateEdition | undefined,
): Entity {
  const known = path.startsWith("data/objects/") ? objects.get(digest) : undefined;
  const said = edition?.says.get(path);
  return {
    "@id": idOf(path),
    "@type": "File",
    name: known === undefined ? path.slice(path.lastIndexOf("/") + 1) : known.items.join(", "),
    ...(known === undefined || known.names.length === 0 ? {} : { alternateName: [...new Set(known.names)] }),
    ...(said === undefined ? {} : { description: said.says }),
    ...encodingOf(path, said?.mediaType),
    contentSize: String(size),
    sha256: digitsOf(digest),
  };
}

function encodingOf(path: string, said: string | undefined): Partial<Entity> {
  const known = said ?? (/\.jsonl?$/.test(path) ? "application/json" : /\.(?:note|txt|pem)$/.test(path) ? "text/plain" : undefined);
  return known === undefined ? {} : { encodingFormat: known };
}

function collectionActions({ facts }: CratePack, held: ReadonlySet<Digest>, people: Set<string>, explained: Set<Digest>): Entity[] {
  return facts.collections.map((one) => {
    people.add(one.by);
    const objects = [...new Set(one.objects)].filter((object) => held.has(object));
    for (const object of objects) explained.add(object);
    return {
      ...collecting(one),
      result: [...objects.map((object) => ({ "@id": `data/objects/${objectPathOf(object)}` })), { "@id": evidenceId }],
    };
  });
}

function collecting(one: CrateFacts["collections"][number]): Entity {
  return {
    "@id": `#collection-${one.collection}`,
    "@type": "CreateAction",
    additionalType: "https://www.w3.org/ns/prov#Collection",
    name: `Collection ${one.collection} (${one.method}), ${one.count} items`,
    agent: { "@id": `#person-${one.by}` },
    instrument: { "@id": toolId({ name: one.program, version: "", decoder: null }) },
    startTime: one.from,
    endTime: one.to,
    actionStatus: "http://schema.org/CompletedActionStatus",
  };
}

function actEntities(
  acts: readonly CrateAct[],
  held: ReadonlySet<Digest>,
  people: Set<string>,
  tools: Map<string, Tool>,
  explained: Set<Digest>,
): Entity[] {
  return acts.flatMap(({ line, kind, at, by, tool, from, made }) => {
    const results = made.filter((object) => held.has(object));
    if (results.length === 0) return [];
    for (const object of results) explained.add(object);
    people.add(by);
    if (tool !== null) tools.set(toolId(tool), tool);
    const sources = from.filter((object) => held.has(object));
    return [
      {
        "@id": `#line-${line}`,
        "@type": "CreateAction",
        name: tool === null ? `${kind} (line ${line})` : `${tool.name} ${tool.version} (line ${line})`,
        agent: { "@id": `#person-${by}` },
        ...(tool === null ? {} : { instrument: { "@id": toolId(tool) } }),
        endTime: at,
        object: sources.length === 0 ? { "@id": evidenceId } : sources.map((object) => ({ "@id": `data/objects/${objectPathOf(object)}` })),
        result: results.map((object) => ({ "@id": `data/objects/${objectPathOf(object)}` })),
      },
    ];
  });
}

/** Of a large case: an action a collection and a tool, over the folder of objects. */
function countedActions({ facts }: CratePack, people: Set<string>, tools: Map<string, Tool>): Entity[] {
  const folder = { "@id": "data/objects/" };
  const collected = facts.collections.map((one) => {
    people.add(one.by);
    return { ...collecting(one), result: [folder, { "@id": evidenceId }] };
  });
  const made = [...facts.counts.values()].map(({ kind, tool, count }, n): Entity => {
    if (tool !== null) tools.set(toolId(tool), tool);
    const name = `${count} times ${tool === null ? kind : `${tool.name} ${tool.version}`}`;
    const instrument = tool === null ? {} : { instrument: { "@id": toolId(tool) } };
    return { "@id": `#acts-${n + 1}`, "@type": "CreateAction", name, ...instrument, object: { "@id": evidenceId }, result: folder };
  });
  return [...collected, ...made];
}

function sealingAction({ person, program, at }: CratePack, paths: readonly string[]): Entity {
  return {
    "@id": sealing,
    "@type": "CreateAction",
    name: "Sealing of the pack",
    agent: { "@id": `#person-${person}` },
    instrument: { "@id": toolId({ name: program, version: "", decoder: null }) },
    endTime: at,
    object: { "@id": evidenceId },
    result: paths.map((path) => ({ "@id": idOf(path) })),
  };
}

function personEntity(person: string): Entity {
  return {
    "@id": `#person-${person}`,
    "@type": "Person",
    name: `${person} of this case`,
    description: "People are named in the ledger, where they are named at all.",
  };
}

function programEntity(program: string): Entity {
  return toolEntity({ name: program, version: "", decoder: null });
}

function toolEntities(tool: Tool): Entity[] {
  if (tool.decoder === null) return [toolEntity(tool)];
  const decoder = { name: tool.decoder, version: "", decoder: null };
  return [{ ...toolEntity(tool), softwareRequirements: { "@id": toolId(decoder) } }, toolEntity(decoder)];
}

function toolEntity(tool: Tool): Entity {
  const [name, version] = tool.version === "" ? splitName(tool.name) : [tool.name, tool.version];
  return { "@id": toolId(tool), "@type": "SoftwareApplication", name, softwareVersion: version };
}

/** "witnessmark 0.1.0" holds both. */
function splitName(given: string): [string, string] {
  const at = given.lastIndexOf(" ");
  return at < 0 ? [given, "not stated"] : [given.slice(0, at), given.slice(at + 1)];
}

function toolId({ name, version, decoder }: Tool): string {
  return `#tool-${encodeURIComponent([name, version, decoder ?? ""].filter((part) => part !== "").join("-"))}`;
}

function idOf(path: string): string {
  return encodeURI(path);
}

function oncePerId(): (entity: Entity) => boolean {
  const seen = new Set<string>();
  return ({ "@id": id }) => !seen.has(id) && seen.add(id).has(id);
}

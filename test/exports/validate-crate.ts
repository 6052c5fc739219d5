/**
 * Validates a crate against the shapes of crs4's rocrate-validator ("must", RO-Crate 1.1). The SHACL engine knows neither their SPARQL
 * targets nor their rules; both are few, and stand here as plain code, so that every other shape is theirs.
 */
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fixturesFolder } from "../../scripts/testing/needs.ts";

const require = createRequire(import.meta.url);
interface Term {
  readonly value: string;
  readonly termType: string;
}
interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}
interface Store extends Iterable<Quad> {
  addQuad(subject: Term, predicate: Term, object: Term): void;
  removeQuads(quads: readonly Quad[]): void;
  getQuads(s: Term | null, p: Term | null, o: Term | null, g: null): Quad[];
  getSubjects(p: Term | null, o: Term | null, g: null): Term[];
  getObjects(s: Term | null, p: Term | null, g: null): Term[];
}
const { Parser, Store, DataFactory } = require("n3") as {
  Parser: new (o?: object) => { parse(text: string): Quad[] };
  Store: new (quads?: readonly Quad[]) => Store;
  DataFactory: { namedNode(iri: string): Term };
};
const jsonld = require("jsonld") as { toRDF(document: unknown, o: object): Promise<string> };

export const base = "http://crate.invalid/";
const schema = (name: string) => DataFactory.namedNode(`http://schema.org/${name}`);
const crs4 = (name: string) => DataFactory.namedNode(`https://github.com/crs4/rocrate-validator/profiles/ro-crate/${name}`);
const sh = (name: string) => DataFactory.namedNode(`http://www.w3.org/ns/shacl#${name}`);
const type = DataFactory.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

/** The context of RO-Crate 1.1 as far as crates here use it: schema.org, with its three words of its own. */
const context = {
  "@vocab": "http://schema.org/",
  conformsTo: { "@id": "http://purl.org/dc/terms/conformsTo" },
  File: "http://schema.org/MediaObject",
  sha256: "https://w3id.org/ro/terms/workflow-run#sha256",
};

export async function crateStore(text: string): Promise<Store> {
  const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document: { "@context": context } });
  const rdf = await jsonld.toRDF(JSON.parse(text), { documentLoader, base, format: "application/n-quads" });
  return new Store(new Parser({ format: "N-Quads" }).parse(rdf));
}

/** Messages of what is violated. */
export async function crateFaults(text: string): Promise<string[]> {
  const data = await crateStore(text);
  mark(data);
  const { default: Validator } = (await import("rdf-validate-shacl")) as unknown as {
    default: new (shapes: Store) => { validate(data: Store): Promise<{ results: { message: Term[]; focusNode: Term | null }[] }> };
  };
  const report = await new Validator(shapes(data)).validate(data);
  const found = report.results.map(({ message, focusNode }) => `${focusNode?.value ?? ""}: ${message.map(({ value }) => value).join(" ")}`);
  const descriptors = data.getSubjects(schema("about"), null, null).filter(({ value }) => value.endsWith("ro-crate-metadata.json"));
  // Their one SPARQL constraint.
  return descriptors.length === 0 ? ["no metadata file descriptor that is about a root", ...found] : found;
}

/** What their rules derive. */
function mark(data: Store): void {
  const add = (subject: Term, name: string) => data.addQuad(subject, type, crs4(name));
  const roots = data.getQuads(null, schema("about"), null, null).filter(({ subject }) => subject.value.includes("ro-crate-metadata.json"));
  for (const { subject, object } of roots) {
    add(subject, "ROCrateMetadataFileDescriptor");
    if (data.getQuads(object, type, schema("Dataset"), null).length > 0) add(object, "RootDataEntity");
    for (const file of data.getSubjects(type, schema("MediaObject"), null)) {
      add(file, "File");
      if (!file.value.startsWith(`${object.value}#`)) add(file, "DataEntity");
    }
    for (const folder of data.getSubjects(type, schema("Dataset"), null)) {
      if (folder.value === object.value || folder.value.startsWith(`${object.value}#`)) continue;
      add(folder, "Directory");
      add(folder, "DataEntity");
    }
  }
  for (const licence of data.getObjects(null, schema("license"), null))
    if (licence.termType !== "Literal") add(licence, "ContextualEntity");
}

/** Theirs, with SPARQL targets written out as the nodes that they select here. */
function shapes(data: Store): Store {
  const folder = join(fixturesFolder("ro-crate"), "shapes/rocrate_validator/profiles/ro-crate/1.1/must");
  const quads = globSync("*.ttl", { cwd: folder }).flatMap((name) => new Parser().parse(readFileSync(join(folder, name), "utf8")));
  const store = new Store(quads);
  const targets: Readonly<Record<string, readonly Term[]>> = {
    RootDataEntityType: data.getQuads(null, schema("about"), null, null).map(({ object }) => object),
    FileDataEntity: data.getSubjects(type, schema("MediaObject"), null),
    DirectoryDataEntity: data.getSubjects(type, crs4("Directory"), null),
  };
  for (const [name, nodes] of Object.entries(targets)) for (const node of nodes) store.addQuad(crs4(name), sh("targetNode"), node);
  store.removeQuads([
    ...store.getQuads(null, sh("target"), null, null),
    ...store.getQuads(null, sh("rule"), null, null),
    ...store.getQuads(null, sh("sparql"), null, null),
  ]);
  return store;
}

/** Files that no chain of actions brings back to a collection. */
export async function orphans(text: string): Promise<string[]> {
  const data = await crateStore(text);
  const collected = new Set(data.getSubjects(schema("additionalType"), null, null).map(({ value }) => value));
  const reaches = (node: Term, seen: ReadonlySet<string>): boolean =>
    data.getSubjects(schema("result"), node, null).some((action) => {
      if (collected.has(action.value)) return true;
      if (seen.has(action.value)) return false;
      return data.getObjects(action, schema("object"), null).some((from) => reaches(from, new Set([...seen, action.value])));
    });
  return data
    .getSubjects(type, schema("MediaObject"), null)
    .filter((file) => !reaches(file, new Set()))
    .map(({ value }) => value.slice(base.length));
}

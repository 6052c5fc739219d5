/** `map export CASE`: places of the case as KML, KMZ or GeoJSON, for Google Earth, QGIS and the like. */
import { resolve } from "node:path";
import { exportMap, type MapFormat } from "../../actions/export-map.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ShownStanding } from "../../core/place/map-feature.ts";
import { caseMap } from "../../reads/case-map.ts";
import { type Command, type Given, text, texts, words } from "../command.ts";
import { printJson } from "../json-output.ts";

const formats: readonly string[] = ["kml", "kmz", "geojson"] satisfies readonly MapFormat[];

export const mapCommand: Command = {
  name: "map",
  usage: "map export CASE --format kml|kmz|geojson --out FILE [--standing WHICH]",
  summary: "write places of a case out for Google Earth, QGIS and the like",
  flags: {
    format: { type: "string" },
    out: { type: "string" },
    standing: { type: "string", multiple: true },
    json: { type: "boolean" },
  },
  flagHelp: {
    format: "kml, kmz or geojson",
    out: "the file to write; one that is there is not written over",
    standing: "only places that are stated, candidate, rejected or seen; may be given more than once",
    json: "print what was written as JSON",
  },
  examples: [
    "witnessmark map export cases/market --format kmz --out market.kmz",
    "witnessmark map export cases/market --format geojson --standing stated --out market.geojson",
  ],
  async run(program, given) {
    const [verb, casePath] = words(mapCommand, given, 2) as [string, string];
    if (verb !== "export") throw new CaseError("INPUT_INVALID", `map: expected \`witnessmark ${mapCommand.usage}\`; found ${verb}`);
    const format = text(given, "format") ?? "";
    if (!formats.includes(format))
      throw new CaseError("INPUT_INVALID", `--format: expected kml, kmz or geojson; found ${format || "none"}`);
    const out = text(given, "out");
    if (out === undefined) throw new CaseError("INPUT_INVALID", "--out: expected the file to write; found none");
    const standings = standingsOf(given);
    const session = await program.openCase(resolve(casePath), {
      access: "read",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      const { reader, viewer, caseId, title } = session;
      const ports = {
        features: async () => (await caseMap(reader, viewer)).features,
        caseId,
        title,
        head: () => reader.views.head()?.head ?? "none",
      };
      const { bytes, count } = await exportMap(ports, viewer, { format: format as MapFormat, standings });
      await program.writeFile(resolve(out), bytes);
      if (given.flags["json"] === true)
        printJson(program.out, "map-exported", { case: session.path, out: resolve(out), format, places: count });
      else program.out.line(`${count} places written to ${out}. Each is an area with its standing, never a point.`);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function standingsOf(given: Given): ShownStanding[] | undefined {
  const named = texts(given, "standing");
  if (named.length === 0) return undefined;
  return named.map((word) => {
    const standing = ShownStanding.safeParse(word);
    if (!standing.success) throw new CaseError("INPUT_INVALID", `--standing: expected stated, candidate, rejected or seen; found ${word}`);
    return standing.data;
  });
}

/** `extract import|list|remove`: map extracts of this machine, which place questions are asked of. They lie outside every case. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import type { ExtractFacts } from "../../core/map-extract/extract-facts.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { type Command, type ExitCode, type Given, text } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const extractCommand: Command = {
  name: "extract",
  usage: "extract import FILE [--name NAME] | extract list | extract remove NAME",
  summary: "bring in OpenStreetMap extracts (.osm.pbf, GeoJSON) to find what lies near what; list and remove them",
  flags: { name: { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    name: "what to call it; the file's name without its ending when left out",
    json: "print one JSON object an extract",
  },
  examples: [
    "witnessmark extract import ukraine-latest.osm.pbf",
    "witnessmark extract import export.geojson --name bucha",
    "witnessmark extract list",
    "witnessmark extract remove bucha",
  ],
  async run(program, given) {
    const [verb, what] = given.words;
    if (given.words.length > 2) throw usage(`${given.words.length} arguments`);
    if (verb === "list" && what === undefined) return list(program, given);
    if (verb === "import" && what !== undefined) return bringIn(program, given, what);
    if (verb === "remove" && what !== undefined) return remove(program, given, what);
    throw usage(verb === undefined ? "nothing" : visibleText(given.words.join(" ")));
  },
};

function usage(found: string): CaseError {
  return new CaseError("INPUT_INVALID", `extract: expected \`witnessmark ${extractCommand.usage}\`; found ${found}`);
}

async function bringIn({ mapExtracts, out, signal }: Program, given: Given, path: string): Promise<ExitCode> {
  const onProgress = (done: number, doing: string) =>
    out.progress(doing === "sorting" ? "sorting" : `${doing}: ${Math.floor(done * 100)} %`);
  const done = await mapExtracts.importFile({ path: resolve(path), name: text(given, "name") }, { signal, onProgress });
  out.endProgress();
  if (done === undefined) {
    out.note("stopped; nothing of the extract was kept");
    return 130;
  }
  if (given.flags["json"] === true) printJson(out, "extract-imported", { before: done.before, ...done.facts });
  else {
    out.line(`${done.before ? "There already: " : ""}${visibleText(done.facts.name)}`);
    for (const line of linesOf(done.facts)) out.line(`  ${line}`);
  }
  return 0;
}

async function list({ mapExtracts, out }: Program, given: Given): Promise<ExitCode> {
  const all = await mapExtracts.list();
  if (given.flags["json"] === true) for (const facts of all) printJson(out, "extract", facts);
  else if (all.length === 0)
    out.line("No map extracts here. `witnessmark extract import FILE` brings one in; docs/features.md says where they come from.");
  else
    for (const facts of all) {
      out.line(visibleText(facts.name));
      for (const line of linesOf(facts)) out.line(`  ${line}`);
    }
  return 0;
}

async function remove({ mapExtracts, out }: Program, given: Given, what: string): Promise<ExitCode> {
  const facts = await mapExtracts.remove(what);
  if (given.flags["json"] === true) printJson(out, "extract-removed", { id: facts.id, name: facts.name });
  else out.line(`${visibleText(facts.name)} is removed. The file that it was made of is where it was.`);
  return 0;
}

const megabytes = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

function linesOf({ of, holds, box, boxIs, credit, bytes, indexBytes, leftOut, id, imported }: ExtractFacts): string[] {
  const { points, lines, areas, roads, places } = holds;
  const around = box === null ? "nothing" : `${box.south} to ${box.north} north, ${box.west} to ${box.east} east (${boxIs})`;
  return [
    `of ${of.at === "unknown" ? "an unknown day" : of.at} (${visibleText(of.basis)}); imported ${imported}`,
    `holds ${points} points, ${lines} lines (${roads} roads), ${areas} areas, ${places} named places`,
    `covers ${around}`,
    `${megabytes(indexBytes)} of index for a file of ${megabytes(bytes)}, ${id}`,
    ...leftOut.map(({ what, count }) => `left out: ${count} ${visibleText(what)}`),
    visibleText(credit),
  ];
}

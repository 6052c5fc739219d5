/** `layer add|list|remove`: maps of one's own, drawn under the records of every case on this machine. */
import { basename, resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { readImageryDay } from "../../core/map-layer/imagery-day.ts";
import { type Corners, LayerId, type MapLayer } from "../../core/map-layer/map-layer.ts";
import { readCorners } from "../../core/map-layer/read-corners.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { type Command, type ExitCode, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const layerCommand: Command = {
  name: "layer",
  usage: "layer add FILE [--name NAME] [--provider WHO] [--licence TERMS] [--date DAY] [--corners PLACES] | layer list | layer remove ID",
  summary: "maps of your own under every map: PMTiles, MBTiles, GeoTIFF, or a picture by its corners",
  flags: {
    name: { type: "string" },
    provider: { type: "string" },
    licence: { type: "string" },
    date: { type: "string" },
    corners: { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    name: "what it is called on the map (default: the file's name)",
    provider: "who made it or gave it",
    licence: "the terms under which it may be used",
    date: "when its imagery was taken: 2022-03-31, 2022-03, 2022 or two of them as 2020/2022 (default: unknown)",
    corners:
      "of a picture: places of its top left, top right, bottom right and, where its sides are not parallel, bottom left corner, as 'lat,lon lat,lon lat,lon'",
    json: "print JSON, one object a line",
  },
  examples: [
    "witnessmark layer add region.pmtiles --provider OpenStreetMap --licence ODbL",
    "witnessmark layer add scene.tif --provider 'Copernicus Sentinel-2' --licence 'CC BY-SA 3.0 IGO' --date 2022-03-31",
    "witnessmark layer list",
  ],
  async run(program, given) {
    const [verb, word, ...more] = given.words;
    if (verb === "list" && word === undefined) return list(program, given);
    if (verb === "add" && word !== undefined && more.length === 0) return add(program, given, resolve(word));
    if (verb === "remove" && word !== undefined && more.length === 0) return remove(program, given, word);
    words(layerCommand, { ...given, words: [] }, 1);
    return 2;
  },
};

async function add(program: Program, given: Given, file: string): Promise<ExitCode> {
  const date = text(given, "date");
  const taken = date === undefined ? "unknown" : readImageryDay(date);
  if (taken === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `--date: expected a day, month or year such as 2022-03-31, or two with a slash; found ${visibleText(date ?? "")}`,
    );
  const corners = text(given, "corners");
  const layer = await program.mapLayers.add(
    file,
    {
      name: text(given, "name") ?? basename(file).slice(0, 200),
      provider: text(given, "provider") ?? "",
      licence: text(given, "licence") ?? "",
      taken,
      corners: corners === undefined ? null : cornersOf(corners),
    },
    (done) => program.out.progress(`reading the file: ${Math.round(done * 100)} %`),
  );
  program.out.endProgress();
  if (given.flags["json"] === true) printJson(program.out, "layer", layer);
  else {
    program.out.line(`Added ${lineOf(layer)}`);
    program.out.line("It was copied into the data folder of this machine, outside every case, and is drawn when you choose it on a map.");
  }
  return 0;
}

async function list(program: Program, given: Given): Promise<ExitCode> {
  const layers = await program.mapLayers.list();
  for (const layer of layers) {
    if (given.flags["json"] === true) printJson(program.out, "layer", layer);
    else program.out.line(lineOf(layer));
  }
  if (layers.length === 0 && given.flags["json"] !== true)
    program.out.line("No map layer was added yet. `witnessmark layer add FILE` adds one.");
  return 0;
}

async function remove(program: Program, given: Given, word: string): Promise<ExitCode> {
  // By its whole id also one whose description is broken, which no list shows.
  if (LayerId.safeParse(word).success) {
    await program.mapLayers.remove(word);
    if (given.flags["json"] === true) printJson(program.out, "layer-removed", { id: word });
    else program.out.line(`Removed ${word}`);
    return 0;
  }
  const found = (await program.mapLayers.list()).filter(({ id }) => id.startsWith(word.toLowerCase()));
  const [layer] = found;
  if (layer === undefined || found.length > 1 || word.length < 4)
    throw new CaseError(
      "INPUT_INVALID",
      `layer remove: expected the beginning of one layer's id, four characters at least; found ${found.length} layers`,
    );
  await program.mapLayers.remove(layer.id);
  if (given.flags["json"] === true) printJson(program.out, "layer-removed", { id: layer.id });
  else program.out.line(`Removed ${lineOf(layer)}`);
  return 0;
}

function cornersOf(words: string): Corners {
  const read = readCorners(words);
  if (read === undefined)
    throw new CaseError("INPUT_INVALID", "--corners: expected three or four places as 'lat,lon lat,lon lat,lon'; found others");
  return read;
}

function lineOf({ id, bytes, facts, stated }: MapLayer): string {
  const { provider, licence, taken, name } = stated;
  const said = [
    provider === "" ? "provider unknown" : visibleText(provider),
    licence === "" ? "licence unknown" : visibleText(licence),
    taken === "unknown" ? "date unknown" : taken.verbatim,
  ];
  const { west, south, east, north } = facts.bounds;
  const where = `${south.toFixed(3)},${west.toFixed(3)} to ${north.toFixed(3)},${east.toFixed(3)}`;
  return `${id.slice(0, 12)}  ${facts.kind} ${facts.draws}  ${(bytes / 1e6).toFixed(1)} MB  ${visibleText(name)}  (${said.join(", ")})  ${where}`;
}

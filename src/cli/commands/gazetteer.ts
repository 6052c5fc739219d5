/** `gazetteer import|list|find|remove`: lists of places, kept outside of every case, and names looked up in all of them. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { Position } from "../../core/place/region.ts";
import { type Command, type Given, text } from "../command.ts";
import { formatBytes } from "../format-values.ts";
import { foundLines, listedLines } from "../gazetteer-out.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const gazetteerCommand: Command = {
  name: "gazetteer",
  usage:
    "gazetteer import FILE [--alternate-names FILE] | list | find NAME [--near LAT,LON] [--limit 100] [--near-spellings] | remove NAME|SHA256",
  summary: "look names up in lists of places, in any script; take in GeoNames files for full depth",
  flags: {
    "alternate-names": { type: "string" },
    near: { type: "string" },
    limit: { type: "string" },
    "near-spellings": { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    "alternate-names": "with import: GeoNames' alternateNamesV2, for names in further scripts",
    near: "with find: distances and bearings from here, the nearest first",
    limit: "with find: at most so many places, 1 to 5000",
    "near-spellings": "with find: also names one or two letters apart; otherwise only where nothing better is listed",
    json: "print JSON",
  },
  examples: [
    "witnessmark gazetteer find Dmytrivka --near 50.5464,30.2350",
    "witnessmark gazetteer import UA.zip --alternate-names alternateNamesV2.zip",
    "witnessmark gazetteer list",
    "witnessmark gazetteer remove UA.txt",
  ],
  async run(program, given) {
    const [verb, what] = given.words;
    const wanted = verb === "list" ? 1 : 2;
    if (verb === undefined || given.words.length !== wanted)
      throw new CaseError(
        "INPUT_INVALID",
        `gazetteer: expected \`witnessmark ${gazetteerCommand.usage}\`; found ${given.words.length} arguments`,
      );
    switch (verb) {
      case "list":
        return list(program, given);
      case "find":
        return find(program, given, what as string);
      case "import":
        return importFile(program, given, what as string);
      case "remove":
        return remove(program, given, what as string);
      default:
        throw new CaseError("INPUT_INVALID", `gazetteer: expected import, list, find or remove; found ${visibleText(verb)}`);
    }
  },
};

async function list({ gazetteers, out }: Program, given: Given): Promise<0> {
  const listed = await gazetteers.list();
  if (given.flags["json"] === true) printJson(out, "gazetteers", { gazetteers: listed });
  else for (const line of listedLines(listed)) out.line(line);
  return 0;
}

async function find({ gazetteers, out }: Program, given: Given, name: string): Promise<0> {
  if (name.trim() === "" || name.length > 200)
    throw new CaseError("INPUT_INVALID", `gazetteer find: expected a name of 1 to 200 characters; found ${name.length}`);
  const near = nearOf(given);
  const nearSpellings = given.flags["near-spellings"] === true ? "always" : undefined;
  const answer = await gazetteers.lookup({ name, near, limit: limitOf(given), nearSpellings });
  if (given.flags["json"] === true) printJson(out, "gazetteer-found", { name, near: near ?? null, ...answer });
  else for (const line of foundLines(name, answer)) out.line(line);
  return 0;
}

async function importFile({ gazetteers, out, signal }: Program, given: Given, file: string): Promise<0 | 130> {
  const alternates = text(given, "alternate-names");
  const made = await gazetteers.import(resolve(file), alternates === undefined ? undefined : resolve(alternates), {
    signal,
    onProgress: (share, doing) => out.progress(`${visibleText(doing)}: ${Math.floor(share * 100)} %`),
  });
  out.endProgress();
  if (made === undefined) {
    out.note("gazetteer import: stopped; nothing was imported");
    return 130;
  }
  if (given.flags["json"] === true) printJson(out, "gazetteer-imported", made);
  else
    out.line(
      `${visibleText(made.gazetteer)}: ${made.places} places, last change ${made.date}, ${made.version}, ${formatBytes(made.indexBytes)} on disk. Smallest places: ${made.floor}. ${made.licence}.`,
    );
  return 0;
}

async function remove({ gazetteers, out }: Program, given: Given, wanted: string): Promise<0> {
  const removed = await gazetteers.remove(wanted);
  if (given.flags["json"] === true) printJson(out, "gazetteer-removed", removed);
  else out.line(`${visibleText(removed.gazetteer)} ${removed.version}: removed from this machine. What cases kept of it stays there.`);
  return 0;
}

/** Throws CaseError INPUT_INVALID. */
function nearOf(given: Given): Position | undefined {
  const value = text(given, "near");
  if (value === undefined) return undefined;
  const [lat, lon, more] = value.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (lat === undefined || lon === undefined || more !== undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180))
    throw new CaseError("INPUT_INVALID", `--near: expected latitude and longitude as 50.5464,30.2350; found ${visibleText(value)}`);
  return { lat, lon };
}

function limitOf(given: Given): number | undefined {
  const value = text(given, "limit");
  if (value === undefined) return undefined;
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1 || Number(value) > 5000)
    throw new CaseError("INPUT_INVALID", `--limit: expected a whole number from 1 to 5000; found ${visibleText(value)}`);
  return Number(value);
}

/** `detect CASE ITEM`: has the person's own detector look for what a public edition may have to cover; and says which one may be run. */
import { resolve } from "node:path";
import { detectRegions, type RegionsDetected } from "../../actions/detect-regions.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { whereWords } from "../../core/detector/join-regions.ts";
import { Detector, DetectRequest, usualEverySec } from "../../core/detector/detector-settings.ts";
import type { ItemId } from "../../core/item/item.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { redactionOf } from "../../reads/redactions/redaction-of.ts";
import { regionsOf, type UnmarkedStretch } from "../../reads/redactions/regions-of.ts";
import { acceptHeadHelp, acceptHeadOf, type Command, type ExitCode, type Given, text, texts, words } from "../command.ts";
import { itemOf } from "../draft-out.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const detectCommand: Command = {
  name: "detect",
  usage: "detect CASE ITEM [--every 0.5s] | detect --programs [--program PATH --argument WORD...] [--off] [--try]",
  summary:
    "have your own detector look for persons, faces and plates that no mark covers; it clears nothing, and nothing leaves this machine",
  flags: {
    every: { type: "string" },
    programs: { type: "boolean" },
    program: { type: "string" },
    argument: { type: "string", multiple: true },
    off: { type: "boolean" },
    try: { type: "boolean" },
    "accept-head": { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    every: `how often a video is looked at (default ${usualEverySec}s); the first picture of each shot comes on top`,
    programs: "show or set the detector",
    program: "with --programs: path of the program",
    argument: "with --program: one word of its command line; {frames}, a folder of pictures, is put in. Repeat it for each word",
    off: "with --programs: no detector",
    try: "with --programs: have it look at one empty picture",
    "accept-head": acceptHeadHelp,
    json: "print JSON",
  },
  examples: [
    "witnessmark detect --programs --program /opt/look/look-for-people --argument {frames} --try",
    "witnessmark detect cases/market i3",
    "witnessmark detect cases/market i3 --every 0.2s",
  ],
  async run(program, given) {
    if (given.flags["programs"] === true) return programs(program, given);
    const [casePath, named] = words(detectCommand, given, 2) as [string, string];
    const { out, signal } = program;
    const item = itemOf(named);
    const ask = requestOf(given);
    const session = await program.openCase(resolve(casePath), {
      access: "write",
      acceptHead: acceptHeadOf(given),
      onProgress: (detail) => out.progress(detail),
    });
    try {
      const { detectPorts, viewer, reader } = session;
      const control = { signal, onProgress: (_share: number | "unknown", detail: string) => out.progress(detail) };
      const found = await detectRegions(detectPorts, viewer, { item, ...ask }, control);
      out.endProgress();
      if (found === undefined) return 130;
      const { unmarked } = await regionsOf(reader, viewer, await redactionOf(reader, viewer, item));
      const own = unmarked.filter(({ run }) => run === found.seq);
      if (given.flags["json"] === true) printJson(out, "regions-detected", { item, ...found, unmarked: own.map(rowOf) });
      else for (const line of lines(item, found, own)) out.line(line);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function rowOf({ class: sort, fromS, toS, where, score }: UnmarkedStretch) {
  return { class: sort, fromS, toS, where: whereWords(where), score };
}

function lines(item: ItemId, found: RegionsDetected, own: readonly UnmarkedStretch[]): readonly string[] {
  const { program, version, frames, regions, notLooked, network, seq } = found;
  return [
    `${item}: ${visibleText(program)} (${visibleText(version)}) looked at ${frames} pictures and took ${regions} regions for something to cover; line ${seq}`,
    ...own.map(
      ({ class: sort, fromS, toS, where }) => `unmarked: ${sort}, ${fromS.toFixed(1)} s to ${toS.toFixed(1)} s, ${whereWords(where)}`,
    ),
    ...(notLooked === "" ? [] : [notLooked]),
    ...(network === "none" ? [] : ["the program was not cut off from the network: this system grants no empty network namespace"]),
    ...(own.length === 0 ? [] : ["Each keeps a public edition back until it is marked, or somebody says on the screen Redact what it is."]),
    "A program misses people and clears nothing: a second person looks at all of it whatever it says.",
  ];
}

function requestOf(given: Given): DetectRequest {
  const every = /^(\d+(?:\.\d+)?)s?$/.exec(text(given, "every") ?? String(usualEverySec))?.[1];
  const request = DetectRequest.safeParse({ everySec: Number(every) });
  if (request.success) return request.data;
  throw new CaseError("INPUT_INVALID", "--every: expected seconds such as 0.5s, from 0.04 to 600; found something else");
}

async function programs(program: Program, given: Given): Promise<ExitCode> {
  words(detectCommand, given, 0);
  const { out, signal } = program;
  const recognisers = await program.recognisers();
  const before = await recognisers.read();
  const detector = chosen(given, before.detector);
  if (given.flags["off"] === true || text(given, "program") !== undefined) await recognisers.write({ ...before, detector });
  const { network, why } = await recognisers.isolation();
  const tried = given.flags["try"] === true ? await recognisers.tryDetector(signal) : undefined;
  if (given.flags["json"] === true) {
    printJson(out, "detector", { file: recognisers.file, detector, limits: before.limits, network, tried: tried ?? null });
    return 0;
  }
  const told = detector === null ? "off" : [detector.path, ...detector.arguments].map((word) => visibleText(word)).join(" ");
  out.line(`detector: ${told}; kept in ${recognisers.file}`);
  out.line(
    network === "none"
      ? "it runs without a network (sockets of this machine stay within its reach)"
      : `it runs with whatever network this machine has: ${why}`,
  );
  if (tried !== undefined)
    out.line(
      `${visibleText(tried.name)} (${visibleText(tried.version)}): one empty picture took ${tried.tookSec} s, ${tried.regions} regions`,
    );
  return 0;
}

function chosen(given: Given, before: Detector | null): Detector | null {
  if (given.flags["off"] === true) return null;
  const path = text(given, "program");
  if (path === undefined) return before;
  const detector = Detector.safeParse({ path, arguments: texts(given, "argument") });
  if (detector.success) return detector.data;
  const issue = detector.error.issues[0];
  throw new CaseError("INPUT_INVALID", `--programs: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected other values"}`);
}

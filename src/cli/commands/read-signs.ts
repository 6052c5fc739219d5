/** `read-signs CASE ITEM`: has Tesseract read the words on an item's pictures, as a draft; and says where Tesseract is. */
import { resolve } from "node:path";
import { readSigns } from "../../actions/read-signs.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ReadSignsRequest } from "../../core/recogniser/recogniser-settings.ts";
import { acceptHeadHelp, acceptHeadOf, type Command, type ExitCode, type Given, text, texts, words } from "../command.ts";
import { draftLines, itemOf } from "../draft-out.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const readSignsCommand: Command = {
  name: "read-signs",
  usage: "read-signs CASE ITEM --languages ukr+rus [--every 1s | --at S...] | read-signs --programs [--tesseract PATH|off]",
  summary: "have your own Tesseract write a draft of the words on an item's pictures; nothing leaves this machine",
  flags: {
    languages: { type: "string" },
    every: { type: "string" },
    at: { type: "string", multiple: true },
    programs: { type: "boolean" },
    tesseract: { type: "string" },
    "accept-head": { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    languages: "language packs, as Tesseract names them, joined by +: ukr, rus, ara, eng",
    every: "how often a clip is looked at (default 1s); pictures that are the same as the one before are read once",
    at: "item time of a picture to read, seconds; repeat it for more",
    programs: "show or set where Tesseract is, and which packs it has",
    tesseract: "with --programs: path of Tesseract, or off",
    "accept-head": acceptHeadHelp,
    json: "print JSON",
  },
  examples: [
    "witnessmark read-signs --programs --tesseract /usr/bin/tesseract",
    "witnessmark read-signs cases/market i3 --languages ukr+rus",
    "witnessmark read-signs cases/market i3 --languages ara --at 12.4 --at 15",
  ],
  async run(program, given) {
    if (given.flags["programs"] === true) return programs(program, given);
    const [casePath, named] = words(readSignsCommand, given, 2) as [string, string];
    const { out, signal } = program;
    const item = itemOf(named);
    const ask = requestOf(given);
    const session = await program.openCase(resolve(casePath), {
      access: "write",
      acceptHead: acceptHeadOf(given),
      onProgress: (detail) => out.progress(detail),
    });
    try {
      const written = await readSigns(
        session.recognisePorts,
        session.viewer,
        { item, ...ask },
        { signal, onProgress: (_share, detail) => out.progress(detail) },
      );
      out.endProgress();
      if (written === undefined) return 130;
      if (given.flags["json"] === true) printJson(out, "draft-written", { item, ...written });
      else for (const line of draftLines(item, "words that are seen", written)) out.line(line);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function requestOf(given: Given): ReadSignsRequest {
  const chosen = texts(given, "at").map(Number);
  const every = /^(\d+(?:\.\d+)?)s?$/.exec(text(given, "every") ?? "1s")?.[1];
  const request = ReadSignsRequest.safeParse({
    languages: (text(given, "languages") ?? "").split("+").filter((word) => word !== ""),
    frames: chosen.length > 0 ? { which: "chosen", atSec: chosen } : { which: "changes", everySec: Number(every) },
  });
  if (request.success) return request.data;
  const at = request.error.issues[0]?.path[0];
  throw new CaseError(
    "INPUT_INVALID",
    at === "languages"
      ? "--languages: expected one to six of Tesseract's language packs joined by +, such as ukr+rus; found others or none"
      : "--every, --at: expected seconds such as 1s, from 0.1 to 600; found something else",
  );
}

async function programs(program: Program, given: Given): Promise<ExitCode> {
  words(readSignsCommand, given, 0);
  const recognisers = await program.recognisers();
  const before = await recognisers.read();
  const path = text(given, "tesseract");
  const tesseract = path === undefined ? before.tesseract : path === "off" ? null : { path };
  if (path !== undefined) await recognisers.write({ ...before, tesseract });
  const tried = tesseract === null ? undefined : await recognisers.tryTesseract(program.signal);
  if (given.flags["json"] === true)
    printJson(program.out, "tesseract", {
      file: recognisers.file,
      tesseract,
      version: tried?.version ?? null,
      languages: [...(tried?.languages ?? [])],
    });
  else {
    program.out.line(`Tesseract: ${tesseract?.path ?? "off"}; kept in ${recognisers.file}`);
    if (tried !== undefined) program.out.line(`${tried.version}; language packs: ${tried.languages.join(", ")}`);
  }
  return 0;
}

/** `transcribe CASE ITEM`: has the person's own speech recogniser read an item, as a draft; and says which one may be run. */
import { resolve } from "node:path";
import { recogniseSpeech } from "../../actions/recognise-speech.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { Recogniser, recogniserSorts, RecogniserLimits, SpokenLanguage } from "../../core/recogniser/recogniser-settings.ts";
import { acceptHeadHelp, acceptHeadOf, type Command, type ExitCode, type Given, text, texts, words } from "../command.ts";
import { draftLines, itemOf } from "../draft-out.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const transcribeCommand: Command = {
  name: "transcribe",
  usage:
    "transcribe CASE ITEM [--language uk] [--from S] [--to S] [--anew] | transcribe --programs [--sort SORT --program PATH --model PATH [--argument WORD]...] [--off] [--try]",
  summary: "have your own speech recogniser write a draft of what is said in an item; nothing leaves this machine",
  flags: {
    language: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    anew: { type: "boolean" },
    programs: { type: "boolean" },
    sort: { type: "string" },
    program: { type: "string" },
    model: { type: "string" },
    argument: { type: "string", multiple: true },
    minutes: { type: "string" },
    megabytes: { type: "string" },
    off: { type: "boolean" },
    try: { type: "boolean" },
    "accept-head": { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    language: 'language that is spoken, such as "uk"; left out, the program decides',
    from: "item time where the reading begins, seconds",
    to: "item time where it ends, seconds",
    anew: "read everything, also what a stopped run has read already",
    programs: "show or set the recogniser",
    sort: `with --programs: ${recogniserSorts.join(", ")}`,
    program: "with --programs: path of the program",
    model: "with --programs: path of its model (a file; for faster-whisper a folder)",
    argument:
      "with --sort command: one word of its command line; {audio}, {out}, {language} and {model} are put in. Repeat it for each word",
    minutes: "with --programs: longest time for one piece of at most a minute and a half",
    megabytes: "with --programs: most that one run may write",
    off: "with --programs: no recogniser",
    try: "with --programs: have it read one second of silence",
    "accept-head": acceptHeadHelp,
    json: "print JSON",
  },
  examples: [
    "witnessmark transcribe --programs --sort whisper-cpp --program /usr/local/bin/whisper-cli --model /models/ggml-small.bin --try",
    "witnessmark transcribe cases/market i3 --language uk",
    "witnessmark transcribe cases/market i3 --from 62 --to 90",
  ],
  async run(program, given) {
    if (given.flags["programs"] === true) return programs(program, given);
    const [casePath, named] = words(transcribeCommand, given, 2) as [string, string];
    const { out, signal } = program;
    const item = itemOf(named);
    const language = SpokenLanguage.safeParse(text(given, "language") ?? "auto");
    if (!language.success) throw new CaseError("INPUT_INVALID", '--language: expected a language such as "uk"; found another word');
    const asked = {
      item,
      language: language.data,
      fromSec: secondsOf(given, "from"),
      toSec: secondsOf(given, "to"),
      anew: given.flags["anew"] === true,
    };
    const session = await program.openCase(resolve(casePath), {
      access: "write",
      acceptHead: acceptHeadOf(given),
      onProgress: (detail) => out.progress(detail),
    });
    try {
      const written = await recogniseSpeech(session.recognisePorts, session.viewer, asked, {
        signal,
        onProgress: (_share, detail) => out.progress(detail),
      });
      out.endProgress();
      if (written === undefined) return 130;
      if (given.flags["json"] === true) printJson(out, "draft-written", { item, ...written });
      else for (const line of draftLines(item, "words that are heard", written)) out.line(line);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function secondsOf(given: Given, flag: string): number | null {
  const value = text(given, flag);
  if (value === undefined) return null;
  if (!/^-?\d+(\.\d+)?$/.test(value))
    throw new CaseError("INPUT_INVALID", `--${flag}: expected seconds such as 62.5; found something else`);
  return Number(value);
}

async function programs(program: Program, given: Given): Promise<ExitCode> {
  words(transcribeCommand, given, 0);
  const recognisers = await program.recognisers();
  const before = await recognisers.read();
  const limits = RecogniserLimits.safeParse({
    minutes: Number(text(given, "minutes") ?? before.limits.minutes),
    megabytes: Number(text(given, "megabytes") ?? before.limits.megabytes),
  });
  if (!limits.success) throw new CaseError("INPUT_INVALID", "--minutes, --megabytes: expected whole numbers from 1 on; found others");
  const recogniser = chosen(given, before.recogniser);
  const next = { ...before, recogniser, limits: limits.data };
  if (["sort", "off", "minutes", "megabytes"].some((flag) => given.flags[flag] !== undefined)) await recognisers.write(next);
  const { network, why } = await recognisers.isolation();
  const tried = given.flags["try"] === true ? await recognisers.tryRecogniser(program.signal) : undefined;
  if (given.flags["json"] === true) {
    printJson(program.out, "recogniser", { file: recognisers.file, recogniser, limits: limits.data, network, tried: tried ?? null });
    return 0;
  }
  program.out.line(
    recogniser === null
      ? "speech recogniser: off"
      : `speech recogniser: ${recogniser.sort}, ${recogniser.path}, model ${recogniser.model ?? "none"}`,
  );
  program.out.line(
    `at most ${limits.data.minutes} minutes for a piece and ${limits.data.megabytes} megabytes a run; kept in ${recognisers.file}`,
  );
  program.out.line(
    network === "none"
      ? "it runs without a network (sockets of this machine stay within its reach)"
      : `it runs with whatever network this machine has: ${why}`,
  );
  if (tried !== undefined) {
    program.out.line(`${tried.name} ${tried.version}, model ${tried.model}: one second of silence took ${tried.tookSec} s`);
    program.out.line(
      tried.wrote === ""
        ? "it wrote nothing on silence, as it should"
        : `on silence it wrote ${tried.wrote.length} characters; words on silence are left out`,
    );
  }
  return 0;
}

function chosen(given: Given, before: Recogniser | null): Recogniser | null {
  if (given.flags["off"] === true) return null;
  const sort = text(given, "sort");
  if (sort === undefined) return before;
  const path = text(given, "program");
  const model = text(given, "model");
  const wanted = sort === "command" ? { sort, path, arguments: texts(given, "argument"), model: model ?? null } : { sort, path, model };
  const recogniser = Recogniser.safeParse(wanted);
  if (recogniser.success) return recogniser.data;
  const issue = recogniser.error.issues[0];
  throw new CaseError("INPUT_INVALID", `--programs: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected other values"}`);
}

/** `hash FILE...`: the PDQ hash of pictures and of each frame of videos, with its quality and time, for comparing with what others keep. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { type HashSaid, HashSize } from "../../core/copies/picture-hasher.port.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { type Command, type Given, text } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Terminal } from "../program.ts";

export const hashCommand: Command = {
  name: "hash",
  usage: "hash FILE... [--size native|512|64] [--every SECONDS] [--as-stored]",
  summary: "print the PDQ hash and quality of pictures, and of each frame of videos with its time",
  flags: {
    size: { type: "string" },
    every: { type: "string" },
    "as-stored": { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    size: "what is hashed: all pixels (native, the default), at most 512 either way, or 64 x 64",
    every: "seconds from one hashed frame of a video to the next; every frame when left out",
    "as-stored": "leave out the turn that a file asks viewers for, as other programs do",
    json: "print one JSON object a line",
  },
  examples: ["witnessmark hash fountain.jpg", "witnessmark hash market.mp4 --every 1", "witnessmark hash *.mp4 --json"],
  async run(program, given) {
    if (given.words.length === 0)
      throw new CaseError("INPUT_INVALID", `hash: expected \`witnessmark ${hashCommand.usage}\`; found 0 arguments`);
    const [size, everySec] = [sizeOf(given), everyOf(given)];
    const asStored = given.flags["as-stored"] === true;
    let refused = 0;
    for (const file of given.words) {
      const print = given.flags["json"] === true ? jsonPrinter(program.out, file, size ?? "native") : linePrinter(program.out, file);
      await program.hasher.hash({ path: resolve(file), size, everySec, asStored }, program.signal, (said) => {
        if (said.type === "refused") refused += 1;
        print(said);
      });
      if (program.signal.aborted) return 130;
    }
    return refused === 0 ? 0 : 2;
  },
};

function sizeOf(given: Given): HashSize | undefined {
  const value = text(given, "size");
  if (value === undefined) return undefined;
  const size = HashSize.safeParse(value);
  if (!size.success) throw new CaseError("INPUT_INVALID", `--size: expected native, 512 or 64; found ${visibleText(value)}`);
  return size.data;
}

function everyOf(given: Given): number | undefined {
  const value = text(given, "every");
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || seconds < 0.001 || seconds > 86_400)
    throw new CaseError("INPUT_INVALID", `--every: expected seconds from 0.001 to 86400; found ${visibleText(value)}`);
  return seconds;
}

type Print = (said: HashSaid) => void;

function jsonPrinter(out: Terminal, file: string, size: HashSize): Print {
  return ({ type, ...rest }) => {
    const name = { opened: "hash-file", picture: "hash", end: "hash-end", refused: "hash-refused" }[type];
    printJson(out, name, { file, ...(type === "opened" ? { size } : {}), ...rest });
  };
}

/** A still picture in one line; a video under a heading, a line a frame. */
function linePrinter(out: Terminal, file: string): Print {
  const shown = visibleText(file);
  let heading = "";
  let still = false;
  return (said) => {
    if (said.type === "opened") {
      const { stored, input, kind, turned, pictures } = said;
      still = kind === "still";
      const native = input.width * input.height === stored.width * stored.height;
      const size = `${stored.width} x ${stored.height}, hashed at ${native ? "" : "a size of "}${input.width} x ${input.height}`;
      const more = `${turned ? ", turned as shown" : ""}${pictures > 1 ? `, first of ${pictures} pictures` : ""}`;
      heading = `${shown}  (${size}${more})`;
      if (!still) out.line(`${heading}\n${"frame".padStart(8)}  ${"seconds".padStart(12)}  quality  PDQ`);
    }
    if (said.type === "picture") {
      const { frame, atSec, quality, hash } = said;
      const at = atSec === "unknown" ? "unknown" : atSec.toFixed(6);
      out.line(
        still
          ? `${hash}  quality ${quality}  ${heading}`
          : `${String(frame).padStart(8)}  ${at.padStart(12)}  ${String(quality).padStart(7)}  ${hash}`,
      );
    }
    if (said.type === "end" && said.complaint !== "")
      out.note(`${shown}: the decoder met damage, so frames may be missing or wrong: ${said.complaint}`);
    if (said.type === "refused") out.note(`${shown}: ${said.message} [${said.code}]`);
  };
}

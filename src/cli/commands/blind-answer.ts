/** `blind-answer PACKET`: answers a packet that somebody sent; `blind-reveal SEALED`: later, what opens the answer. No case is needed. */
import { resolve } from "node:path";
import { type OutsideAnswer, revealOutsideAnswer, sealedBefore, sealOutsideAnswer } from "../../actions/seal-outside-answer.ts";
import { parseAnswerFile, writeAnswerFile } from "../../core/blind/answer-files.ts";
import { askedWords } from "../../core/blind/packet-read-me.ts";
import type { PacketDocument } from "../../core/blind/packet-document.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { keptWords } from "../blind-words.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";
import { answerFlagHelp, answerFlags, answerOf } from "../typed-answer-of.ts";
import { priorFlagHelp, priorFlags, priorOf } from "../typed-prior-of.ts";

export const blindAnswerCommand: Command = {
  name: "blind-answer",
  usage: "blind-answer PACKET --out FILE",
  summary: "answer a blind packet, asked on the terminal: the answer stays with you, what fixes it goes back",
  flags: { out: { type: "string" }, json: { type: "boolean" }, ...answerFlags, ...priorFlags },
  flagHelp: {
    ...{ out: "the sealed answer, a new file to send back", json: "print what was done as JSON" },
    ...{ ...answerFlagHelp, ...priorFlagHelp },
  },
  examples: [
    "witnessmark blind-answer for-second.zip --out sealed.json",
    "witnessmark blind-answer for-second.zip --answer - --out sealed.json",
  ],
  async run(program, given) {
    const [path] = words(blindAnswerCommand, given, 1) as [string];
    const out = outOf(program, given, "blind-answer");
    const packet = await program.readPacket(resolve(path));
    const { blind, question, text: asked, precision, items } = packet;
    program.out.note(`Question ${question} (${blind}): ${visibleText(asked)}`);
    program.out.note(askedWords(precision));
    for (const { file, kind, graphicLevel } of items) program.out.note(`  ${file}: ${visibleText(kind)}, graphic level ${graphicLevel}`);
    const me = await program.outsideAnswerer();
    const before = await sealedBefore(me, packet);
    const bound = packet.format === "witnessmark-blind-packet-v2";
    if (!bound) program.out.note("This packet was written without a nonce: nothing ties your answer to its bytes.");
    const sealed = before ?? (await sealOutsideAnswer(me, packet, await givenAnswer(program, given, packet)));
    if (before !== undefined)
      program.out.note("You sealed an answer to this before. It stands, and is written anew; nothing else is taken.");
    await program.writeFile(out, writeAnswerFile(sealed));
    if (given.flags["json"] === true)
      printJson(program.out, "blind-sealed", { out, blind, question, commitment: sealed.commitment, bound });
    else
      program.out.line(
        `${out} fixes your answer and does not tell it. Send it back. The answer lies in your own configuration folder alone; \`witnessmark blind-reveal\` opens it when everybody has sealed.`,
      );
    program.out.note(keptWords[me.answersOf(packet.caseId).protection]);
    return 0;
  },
};

async function givenAnswer(program: Program, given: Given, { format, precision }: PacketDocument): Promise<OutsideAnswer> {
  const prior = format === "witnessmark-blind-packet-v2" ? await priorOf(program, given) : null;
  return { answer: await answerOf(program, given, precision), prior };
}

export const blindRevealCommand: Command = {
  name: "blind-reveal",
  usage: "blind-reveal SEALED --out FILE",
  summary: "write what opens an answer that you sealed for somebody's packet, once everybody has sealed",
  flags: { out: { type: "string" }, json: { type: "boolean" } },
  flagHelp: { out: "the revealed answer, a new file to send back", json: "print what was done as JSON" },
  examples: ["witnessmark blind-reveal sealed.json --out revealed.json"],
  async run(program, given) {
    const [path] = words(blindRevealCommand, given, 1) as [string];
    const out = outOf(program, given, "blind-reveal");
    const file = parseAnswerFile(await program.readFile(resolve(path)));
    if (file.format === "witnessmark-revealed-answer-v1")
      throw new CaseError("INPUT_INVALID", `${path}: expected a sealed answer; found one that is revealed`);
    const revealed = await revealOutsideAnswer(await program.outsideAnswerer(), file);
    await program.writeFile(out, writeAnswerFile(revealed));
    if (given.flags["json"] === true) printJson(program.out, "blind-revealed", { out, blind: file.blind, question: file.question });
    else program.out.line(`${out} tells your answer. Send it once you are told that everybody has sealed.`);
    return 0;
  },
};

function outOf(program: Program, given: Given, name: string): string {
  const out = text(given, "out");
  if (out === undefined) throw new CaseError("INPUT_INVALID", `${name}: expected --out with a place for a new file; found none`);
  program.demandPlaceForFile(resolve(out));
  return resolve(out);
}

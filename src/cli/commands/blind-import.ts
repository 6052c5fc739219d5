/** `blind-import CASE FILE`: takes in what somebody outside sealed, and later what opens it. */
import { resolve } from "node:path";
import { importRevealedAnswer, importSealedAnswer } from "../../actions/import-answer.ts";
import { parseAnswerFile } from "../../core/blind/answer-files.ts";
import { type Command, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const blindImportCommand: Command = {
  name: "blind-import",
  usage: "blind-import CASE FILE",
  summary: "take in a sealed answer that came back from somebody outside, and later what opens it",
  flags: { reason: { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    reason: "for a revealed answer while somebody has not sealed: why; it stands in the case",
    json: "print what was done as JSON",
  },
  examples: ["witnessmark blind-import cases/market sealed.json", "witnessmark blind-import cases/market revealed.json"],
  async run(program, given) {
    const [casePath, path] = words(blindImportCommand, given, 2) as [string, string];
    const file = parseAnswerFile(await program.readFile(resolve(path)));
    const session = await program.openCase(resolve(casePath), { access: "write", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const sealed = file.format !== "witnessmark-revealed-answer-v1";
      const { seq, bound } = sealed
        ? await importSealedAnswer(session.blindPorts, session.viewer, file)
        : {
            ...(await importRevealedAnswer(session.blindPorts, session.viewer, { file, reason: text(given, "reason") ?? "" })),
            bound: null,
          };
      const { blind, question, commitment } = file;
      if (given.flags["json"] === true)
        printJson(program.out, sealed ? "blind-answer-sealed" : "blind-answer-revealed", {
          case: session.path,
          blind,
          question,
          commitment,
          seq,
          ...(bound === null ? {} : { bound }),
        });
      else program.out.line(`${blind}: an answer to question ${question} is ${sealed ? "sealed" : "revealed"} (line ${seq}).`);
      if (bound === false)
        program.out.note(`${blind}: nothing ties this answer to the bytes of a packet; the packet was written without a nonce.`);
      return 0;
    } finally {
      await session.close();
    }
  },
};

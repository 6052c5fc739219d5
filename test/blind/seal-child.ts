/** Seals an answer in a case and is killed on the way: before the line of the ledger is written, or right after it. */
import { sealAnswer } from "../../src/actions/seal-answer.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import { secondAnswer } from "./blind-case.ts";

const [path = "", when] = process.argv.slice(2);
const nothing = () => Promise.reject(new Error("expected not to be asked for"));
const ownPassphrase = process.env["WITNESSMARK_PASSPHRASE"] ?? nothing;
const around = { program: "test", ownPassphrase, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
const session = await openCase(around, path, { access: "write", keepsBlindDoor: true, onProgress: () => undefined });
const { blindPorts: ports, viewer } = session;
const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("expected to be killed");
};
const writer: typeof ports.writer = {
  ...ports.writer,
  append: async (decide) => {
    if (when === "before") die();
    await ports.writer.append(decide);
    return die();
  },
};
await sealAnswer({ ...ports, writer }, viewer, { blind: "z1", answer: secondAnswer, prior: { knew: "none", words: "" } });

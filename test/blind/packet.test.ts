/** A question goes to somebody outside in one file and comes back sealed, by real commands of two people who share nothing but messages. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { assignBlind } from "../../src/actions/assign-blind.ts";
import { makeBlindPacket } from "../../src/actions/make-blind-packet.ts";
import { importRevealedAnswer, importSealedAnswer } from "../../src/actions/import-answer.ts";
import { sealedBefore, sealOutsideAnswer } from "../../src/actions/seal-outside-answer.ts";
import type { PacketDocument } from "../../src/core/blind/packet-document.ts";
import { outsideAnswererOf } from "../../src/wiring/blind-ports.ts";
import { revealAnswer } from "../../src/actions/reveal-answer.ts";
import { parseAnswerFile, type RevealedAnswerFile, type SealedAnswerFile } from "../../src/core/blind/answer-files.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { readBlindPacket } from "../../src/keep/read-blind-packet.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { createDesk, type Desk, type Ran } from "../support/run-witnessmark.ts";
import { askedWhere, askQuestion, type BlindCase, firstAnswer, openBlindCase, seal, secondAnswer } from "./blind-case.ts";

describe("a blind packet", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  let kept: BlindCase;
  let outside: Desk;
  let packet: string;
  let sealed: string;
  const mine = (...words: string[]): Promise<Ran> => kept.desk.run(...words);

  before(async () => {
    kept = await openBlindCase({ title: "Dmytrivka, ZAPOVIT" });
    const session = await kept.as("first");
    session.board.setPaused(false);
    session.queue.wake();
    await session.queue.idle();
    await askQuestion(session);
    await kept.leave();
    outside = createDesk();
    packet = join(kept.desk.folder, "for-second.zip");
    sealed = join(outside.folder, "sealed.json");
  });
  after(async () => {
    outside.close();
    await kept.close();
  });

  it("holds items and question and nothing else: no name, no title, no person", async () => {
    const session = await kept.as("first");
    const wanted = { question: "qn1", items: [], out: packet, confirmed: false } as const;
    await assert.rejects(
      makeBlindPacket(session.blindPorts, session.viewer, wanted),
      /item i1: expected conditions that let it leave the case/,
      "conditions that nobody stated let nothing out unasked",
    );
    await assert.rejects(
      makeBlindPacket(session.blindPorts, session.viewer, { ...wanted, confirmed: true }),
      /z1, which is begun now: expected everybody who answers inside the case to have sealed.*waiting for p1/,
      "what comes back must find nobody who could still fit their answer to it",
    );
    await seal(kept, "first", "z1", firstAnswer);
    await kept.leave();
    const made = await mine("blind-packet", kept.path, "qn1", "--out", packet, "--confirmed");
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /Blind review z1\..*entr(y|ies) of metadata/s);
    const bytes = readFileSync(packet).toString("latin1");
    for (const word of [/Dmytrivka/i, /ZAPOVIT/, /crossroads/, /\bp1\b/]) assert.doesNotMatch(bytes, word);
    const { items, question, blind, text } = await readBlindPacket(packet);
    assert.deepEqual([question, blind, text, items.map(({ file }) => file)], ["qn1", "z1", "Where was the camera?", ["items/i1.png"]]);
    const tested = "import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(),*z.namelist())";
    const shown = execFileSync("python3", ["-c", tested, packet], { encoding: "utf8" });
    assert.equal(shown.trim(), "None packet.json READ-ME.txt items/i1.png");
  });

  it("is answered without the case: what goes back does not tell the answer", async () => {
    const answered = await outside.run("blind-answer", packet, "--place", "50.4652, 30.1854", "--radius", "100", "--out", sealed);
    assert.equal(answered.code, 0, answered.err);
    for (const text of [readFileSync(sealed, "utf8"), answered.out, answered.err]) assert.doesNotMatch(text, /50\.46|30\.18/);
    const me = await outsideAnswererOf(join(outside.folder, "config"), { name: "me", passphrase: "" });
    const document = await readBlindPacket(packet);
    const [caseId = ""] = readdirSync(join(outside.folder, "config", "answers"));
    // Of another review, damaged: it neither hides the answer nor stops anything.
    writeFileSync(join(outside.folder, "config", "answers", caseId, `${"0".repeat(64)}.json`), "");
    await assert.rejects(sealOutsideAnswer(me, document, secondAnswer), /A second one would not be taken/);
    const { commitment, signature } = parseAnswerFile(readFileSync(sealed)) as SealedAnswerFile;
    const again = await sealedBefore(me, document);
    assert.deepEqual(
      [again?.commitment, again?.signature],
      [commitment, signature],
      "lost, it is written anew, and fixes the first answer",
    );
  });

  it("comes back sealed once, for this case and question alone, and signed", async () => {
    const file = JSON.parse(readFileSync(sealed, "utf8")) as Record<string, unknown>;
    const { blindPorts, viewer } = await kept.as("first");
    const bring = (change: Record<string, unknown>): Promise<string> =>
      Promise.resolve()
        .then(() => parseAnswerFile(Buffer.from(JSON.stringify({ ...file, ...change }))))
        .then((read) => importSealedAnswer(blindPorts, viewer, read as SealedAnswerFile))
        .then(
          () => "taken",
          (error: unknown) => (error instanceof CaseError ? error.message : String(error)),
        );
    assert.match(await bring({ commitment: `sha256:${"0".repeat(64)}` }), /expected a signature of the key/);
    assert.match(await bring({ question: "qn2" }), /expected a signature of the key/);
    assert.match(await bring({ caseId: "0".repeat(32) }), /one to another, which opens nothing here/);
    assert.match(await bring({ format: "witnessmark-sealed-answer-v9" }), /expected a sealed or a revealed answer/);
    assert.match(await bring({ more: 1 }), /something else/);
    await kept.leave();
    assert.equal((await mine("blind-import", kept.path, sealed)).code, 0);
    const twice = await kept.as("first");
    const same = parseAnswerFile(readFileSync(sealed)) as SealedAnswerFile;
    await assert.rejects(importSealedAnswer(twice.blindPorts, twice.viewer, same), /found a copy of one in this case/);
  });

  it("is opened once everybody has sealed, and compared", async () => {
    const revealed = join(outside.folder, "revealed.json");
    const opened = await outside.run("blind-reveal", sealed, "--out", revealed);
    assert.equal(opened.code, 0, opened.err);
    const file = parseAnswerFile(readFileSync(revealed)) as RevealedAnswerFile;
    const other = { ...file, answer: { ...file.answer, radiusM: 5 } as typeof file.answer };
    const { blindPorts, viewer } = await kept.as("first");
    await assert.rejects(importRevealedAnswer(blindPorts, viewer, { file: other, reason: "" }), /expected what opens the commitment/);
    await importRevealedAnswer(blindPorts, viewer, { file, reason: "" });
    await revealAnswer(blindPorts, viewer, { blind: "z1", reason: "" });
    await kept.leave();
    const { out } = await mine("blind", kept.path);
    assert.match(out, /the answers agree/);
    assert.match(out, /AGREE: 36\.1 m apart, radii together 150\.0 m; both hold within 7854 m2/);
    assert.equal((await verifyPath(kept.path, {})).verdict, "verifies");
  });

  it("is refused when it is something else, and never unpacked", async () => {
    const path = join(kept.desk.folder, "hostile.zip");
    const wrong = (message: RegExp) => (error: unknown) => error instanceof CaseError && message.test(error.message);
    copyFileSync(join(kept.desk.folder, readdirSync(kept.desk.folder).find((name) => name.endsWith(".png")) ?? ""), path);
    await assert.rejects(readBlindPacket(path), wrong(/expected a packet, which is a ZIP file/));
    const whole = readFileSync(packet);
    writeFileSync(path, whole.subarray(0, whole.length - 40));
    await assert.rejects(readBlindPacket(path), wrong(/expected/));
    const made = `import zipfile,sys
def made(name,method,*texts):
  with zipfile.ZipFile(sys.argv[1]+name,'w',method) as z:
    for text in texts: z.writestr('packet.json',text)
made('.bomb',zipfile.ZIP_DEFLATED,'0'*20000000)
made('.twice',zipfile.ZIP_STORED,'{}','{}')
made('.other',zipfile.ZIP_STORED,'{"format":"x"}')`;
    execFileSync("python3", ["-W", "ignore", "-c", made, path]);
    await assert.rejects(readBlindPacket(`${path}.bomb`), wrong(/found it compressed/));
    await assert.rejects(readBlindPacket(`${path}.twice`), wrong(/expected one packet.json in it; found 2/));
    await assert.rejects(readBlindPacket(`${path}.other`), wrong(/packet.json: expected a blind packet/));
  });
});

describe("answering one's own packet", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  it("is refused: nobody is their own second, by whichever key of theirs", async () => {
    const kept = await openBlindCase();
    try {
      const session = await kept.as("first");
      const question = await askQuestion(session);
      const { blindPorts, viewer } = session;
      const to = [
        { person: viewer.person, blind: false },
        { person: null, blind: true },
      ];
      const { id } = await assignBlind(blindPorts, viewer, { question, items: [], to, reason: "" });
      const mine = await outsideAnswererOf(kept.configOf("first"), { name: "me", passphrase: "" });
      const answers = { ...mine, answersOf: () => blindPorts.answers };
      const about = { caseId: session.caseId, question, blind: id, precision: askedWhere } as PacketDocument;
      const sealed = await sealOutsideAnswer(answers, about, secondAnswer);
      await assert.rejects(importSealedAnswer(blindPorts, viewer, sealed), /expected the key of somebody else; found that of p1/);
    } finally {
      await kept.close();
    }
  });
});

/** A question goes to somebody outside in one file and comes back sealed, by real commands of two people who share nothing but messages. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { assignBlind } from "../../src/actions/assign-blind.ts";
import { makeBlindPacket } from "../../src/actions/make-blind-packet.ts";
import { importRevealedAnswer, importSealedAnswer } from "../../src/actions/import-answer.ts";
import { sealedBefore, sealOutsideAnswer } from "../../src/actions/seal-outside-answer.ts";
import { createSealing } from "../../src/actions/sealing.ts";
import { rowLines } from "../../src/cli/blind-out.ts";
import { packetBinding, packetContent } from "../../src/core/blind/packet-binding.ts";
import type { BoundPacket, PacketDocument } from "../../src/core/blind/packet-document.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { listBlind } from "../../src/reads/blind/list-blind.ts";
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
    const answered = await outside.run(
      "blind-answer",
      packet,
      "--place",
      "50.4652, 30.1854",
      "--radius",
      "100",
      "--out",
      sealed,
      "--knew",
      "none",
    );
    assert.equal(answered.code, 0, answered.err);
    assert.match(
      answered.err,
      /somebody with this disk can look.*key --set-passphrase/s,
      "whoever has no passphrase is told, and how to set one",
    );
    for (const text of [readFileSync(sealed, "utf8"), answered.out, answered.err]) assert.doesNotMatch(text, /50\.46|30\.18/);
    const me = await outsideAnswererOf(join(outside.folder, "config"), { name: "me", passphrase: "" });
    const document = await readBlindPacket(packet);
    const [caseId = ""] = readdirSync(join(outside.folder, "config", "answers"));
    // Of another review, damaged: it neither hides the answer nor stops anything.
    writeFileSync(join(outside.folder, "config", "answers", caseId, `${"0".repeat(64)}.json`), "");
    const second = { answer: secondAnswer, prior: { knew: "none" as const, words: "" } };
    await assert.rejects(sealOutsideAnswer(me, document, second), /A second one would not be taken/);
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
    const { packet: mark, prior } = file as { packet: object; prior: object };
    assert.match(await bring({ packet: { ...mark, nonce: "0".repeat(64) } }), /expected a signature of the key/);
    assert.match(await bring({ prior: { ...prior, knew: "saw-answer" } }), /expected a signature of the key/);
    assert.match(await bring({ format: "witnessmark-sealed-answer-v9" }), /expected a sealed or a revealed answer/);
    assert.match(await bring({ more: 1 }), /something else/);
    await kept.leave();
    assert.equal((await mine("blind-import", kept.path, sealed)).code, 0);
    const twice = await kept.as("first");
    const same = parseAnswerFile(readFileSync(sealed)) as SealedAnswerFile;
    await assert.rejects(importSealedAnswer(twice.blindPorts, twice.viewer, same), /found a copy of one in this case/);
  });

  it("whose media or words were changed on the way is not answered", async () => {
    const path = join(outside.folder, "changed.zip");
    const rewrite = (change: string) => {
      const made = `import zipfile,sys,json
a=zipfile.ZipFile(sys.argv[1]); b=zipfile.ZipFile(sys.argv[2],'w',zipfile.ZIP_STORED)
for n in a.namelist():
  d=a.read(n)
  if n=='packet.json':
    j=json.loads(d); ${change}; d=json.dumps(j).encode()
  elif n.startswith('items/') and ${change === "pass" ? "True" : "False"}: d=d[:-1]+bytes([d[-1]^1])
  b.writestr(n,d)
b.close()`;
      execFileSync("python3", ["-c", made, packet, path]);
      return readBlindPacket(path);
    };
    await assert.rejects(rewrite("pass"), /expected in items\/i1\.png the bytes that packet\.json names; found others/);
    await assert.rejects(
      rewrite("j['text']='Where is the car?'"),
      /the question and the list of items that it was written with; found that they were changed/,
    );
    await assert.rejects(rewrite("j['items'][0]['bytes']=1"), /found that they were changed/);
    await assert.rejects(rewrite("j['items']=j['items']*2"), /found that they were changed/);
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

describe("an answer to another packet", { skip: needs({ programs: ["ffmpeg"] }) }, () => {
  let kept: BlindCase;
  let packets: PacketDocument[];
  const people = ["b1", "b2", "b3", "b4"] as const;
  const none = { knew: "none", words: "" } as const;

  /** Two packets of one review, of which two people outside are asked. */
  before(async () => {
    kept = await openBlindCase();
    const session = await kept.as("first");
    const question = await askQuestion(session);
    const to = [{ person: session.viewer.person, blind: false }, ...[0, 1].map(() => ({ person: null, blind: true }))];
    await assignBlind(session.blindPorts, session.viewer, { question, items: [], to, reason: "" });
    await seal(kept, "first", "z1", firstAnswer);
    packets = [];
    for (const name of ["one.zip", "two.zip"]) {
      const out = join(kept.desk.folder, name);
      const { blindPorts, viewer } = await kept.as("first");
      await makeBlindPacket(blindPorts, viewer, { question, items: [], out, confirmed: true });
      packets.push(await readBlindPacket(out));
    }
  });
  after(() => kept.close());

  const sealedBy = async (who: (typeof people)[number], document: PacketDocument) => {
    const me = await outsideAnswererOf(kept.configOf(who), { name: who, passphrase: "" });
    return sealOutsideAnswer(me, document, { answer: secondAnswer, prior: none });
  };
  const bring = async (file: SealedAnswerFile) => {
    const { blindPorts, viewer } = await kept.as("first");
    return importSealedAnswer(blindPorts, viewer, file).then(
      ({ bound }) => (bound ? "bound" : "unbound"),
      (error: unknown) => (error instanceof CaseError ? error.message : String(error)),
    );
  };

  it("is refused: of a packet that this case did not write, of changed media, of none, or of one that was answered", async () => {
    const [one, two] = packets as [BoundPacket, BoundPacket];
    assert.notEqual(one.nonce, two.nonce);
    const another = /expected an answer to a packet that this case wrote; found one to another packet/;
    assert.match(await bring(await sealedBy("b1", { ...one, nonce: "1".repeat(64) })), another, "forged");
    const media = one.items.map((item) => ({ ...item, object: `sha256:${"2".repeat(64)}` as const }));
    const changed = { ...one, items: media };
    assert.match(
      await bring(await sealedBy("b2", { ...changed, content: packetContent(sha256, changed) })),
      another,
      "other media, hashed anew",
    );
    const { nonce: _, content: __, ...asks } = one;
    const old = await sealedBy("b3", { ...asks, format: "witnessmark-blind-packet-v1" });
    assert.equal(old.format, "witnessmark-sealed-answer-v1");
    assert.match(await bring(old), /found one that is bound to none/, "no answer steps down to the form that is bound to nothing");
    const right = await sealedBy("b4", two);
    assert.equal(await bring(right), "bound");
    assert.match(await bring(right), /found a copy of one in this case/);
    rmSync(join(kept.configOf("b1"), "answers"), { recursive: true });
    assert.match(await bring(await sealedBy("b1", two)), /expected one answer to each packet; found a second one to that of line \d+/);
    rmSync(join(kept.configOf("b2"), "answers"), { recursive: true });
    assert.equal(await bring(await sealedBy("b2", one)), "bound");
  });

  it("counts for nothing where somebody writes it into the history by hand, and verify says so", async () => {
    const { writer, reader, viewer } = await kept.as("first");
    const { opens, seal: sealed } = createSealing(writer);
    const me = await outsideAnswererOf(kept.configOf("b3"), { name: "b3", passphrase: "" });
    await writer.append(() => [
      {
        kind: "blind.assigned",
        data: { blind: "z2", question: "qn1", precision: askedWhere, items: ["i1"], to: [...firstAndOutside], reason: null },
      },
      { kind: "blind.packet-written", data: { blind: "z2", packet: `sha256:${"3".repeat(64)}`, binding: `sha256:${"4".repeat(64)}` } },
    ]);
    const forged = await sealOutsideAnswer(me, { ...(packets[0] as BoundPacket), blind: "z2" }, { answer: secondAnswer, prior: none });
    assert.ok(forged.format === "witnessmark-sealed-answer-v2");
    const from = {
      outside: { key: forged.key, name: sealed("b3") },
      signature: forged.signature,
      packet: packetBinding(sha256, forged, forged.packet),
    };
    const data = {
      blind: "z2" as const,
      question: forged.question,
      commitment: forged.commitment,
      from,
      prior: { knew: "none" as const, words: null },
    };
    const [line] = await writer.append(() => [{ kind: "answer.sealed", data, opens }]);
    const [review] = (await listBlind(reader, viewer)).reviews;
    assert.deepEqual(review?.uncounted, [{ line: line?.head.seq, why: "other-packet" }]);
    const { verdict, findings } = await verifyPath(kept.path, {});
    assert.deepEqual(
      [verdict, findings.filter(({ code }) => code.startsWith("answer-")).map(({ code, line: at }) => [code, at])],
      ["verifies", [["answer-uncounted", line?.head.seq]]],
    );
  });

  it("of a packet from before there were nonces is taken, and said to be bound to none", async () => {
    const { writer, blindPorts, viewer, reader } = await kept.as("first");
    await writer.append(() => [
      {
        kind: "blind.assigned",
        data: { blind: "z3", question: "qn1", precision: askedWhere, items: ["i1"], to: [...firstAndOutside], reason: null },
      },
      { kind: "blind.packet-written", data: { blind: "z3", packet: `sha256:${"5".repeat(64)}` } },
    ]);
    const { nonce: _, content: __, ...asks } = packets[0] as BoundPacket;
    const me = await outsideAnswererOf(kept.configOf("b1"), { name: "b1", passphrase: "" });
    const old: PacketDocument = { ...asks, blind: "z3", format: "witnessmark-blind-packet-v1" };
    const file = await sealOutsideAnswer(me, old, { answer: secondAnswer, prior: null });
    assert.equal((await importSealedAnswer(blindPorts, viewer, file)).bound, false);
    const [review] = (await listBlind(reader, viewer)).reviews;
    assert.deepEqual([review?.answerers[1]?.sealed?.unbound, review?.answerers[1]?.sealed?.prior], [true, null]);
    assert.match(review === undefined ? "" : rowLines(review).join("\n"), /tied to the bytes of no packet.*was not asked what they knew/s);
    assert.equal((await verifyPath(kept.path, {})).verdict, "verifies");
  });
});

const firstAndOutside = [
  { person: "p1" as const, blind: false },
  { person: null, blind: true },
];

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
      const about = { format: "witnessmark-blind-packet-v1", caseId: session.caseId, question, blind: id, precision: askedWhere };
      const sealed = await sealOutsideAnswer(answers, about as PacketDocument, { answer: secondAnswer, prior: null });
      await assert.rejects(importSealedAnswer(blindPorts, viewer, sealed), /expected the key of somebody else; found that of p1/);
    } finally {
      await kept.close();
    }
  });
});

/** Names that are short, stand in part, or are written without spaces are taken out of a public report, and looked for. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seekSecrets } from "../../src/analyse/leak-test/sought-secrets.ts";
import { identityWords } from "../../src/core/edition/identity-words.ts";
import { wordsOfName } from "../../src/core/edition/sought-name.ts";
import { createTextSecrets, type SecretText } from "../../src/reason/edition/text-secrets.ts";

const secrets: SecretText[] = [
  { text: "王芳", as: "source" },
  { text: "Ян", as: "source" },
  { text: "Jo", as: "analyst" },
  { text: "Ana Marshwarden", as: "source" },
  ...wordsOfName("Ana Marshwarden").map((text) => ({ text, as: "source" as const, own: true })),
];

function sought(text: string): string[] {
  const none = { digests: [], sizes: [], durations: [], anchors: [], fingerprints: [], places: [], circles: [], media: [] };
  const texts = secrets.map((one) => ({ label: one.text, text: one.text, own: one.own }));
  const found = new Set<string>();
  const seek = seekSecrets({ ...none, texts, allowed: [], gridM: 1000, linesWithBodies: [] }, []);
  seek.inFolded(text.toLowerCase(), ({ label }) => found.add(label));
  seek.inBytes(Buffer.from(text), { isText: false, noise: false }, ({ label }) => found.add(label));
  return [...found].sort();
}

describe("a name", () => {
  it("of two signs that is written without spaces is found inside what is around it", () => {
    assert.equal(createTextSecrets(secrets).redact("这是王芳拍的。"), "这是[source withheld]拍的。");
    assert.deepEqual(sought("这是王芳拍的。"), ["王芳"]);
  });

  it("of two letters counts as a word of its own; of the Latin script only as it is written, and in texts alone", () => {
    const { redact } = createTextSecrets(secrets);
    assert.equal(
      redact("Ян снял, а не Яна. Jo filmed; join us, jo."),
      "[source withheld] снял, а не Яна. [name withheld] filmed; join us, jo.",
    );
    assert.deepEqual(sought("Ян снял. Jo filmed."), ["Ян"]);
    assert.deepEqual(sought("Яна сняла."), []);
  });

  it("is found by its surname alone, and not inside another word", () => {
    assert.equal(createTextSecrets(secrets).redact("Marshwarden gave it."), "[source withheld] gave it.");
    assert.deepEqual(sought("MARSHWARDEN gave it."), ["Marshwarden"]);
    assert.deepEqual(sought("The marshwardens came."), []);
    assert.deepEqual(wordsOfName("Mark Field"), [], "words of every page count with the whole name alone");
  });
});

describe("words that tell who somebody is", () => {
  const told = (text: string, about: "whole" | "note" = "whole") =>
    identityWords(text, about).map(({ text: word, own }) => (own === true ? `${word} (own)` : word));

  it("are names, handles, addresses, phones and e-mails, however the person wrote them down", () => {
    const words = told("Ana Marshwarden, phone +380 (50) 555-01-77; @ana_m_77, ana.m@ostrel.example, t.me/anafilms; Reed Lane 12, flat 4");
    for (const one of ["Ana Marshwarden", "Marshwarden (own)", "+380 (50) 555-01-77", "380505550177", "505550177", "ana_m_77 (own)"])
      assert.ok(words.includes(one), `${one} in ${words.join("; ")}`);
    for (const one of ["ana.m@ostrel.example", "anafilms (own)", "Reed Lane 12"])
      assert.ok(words.includes(one), `${one} in ${words.join("; ")}`);
    assert.deepEqual(told("王芳"), ["王芳 (own)"]);
    assert.ok(told("Її звати Оксана Берегова, живе в Острелі").includes("Оксана Берегова"));
    assert.ok(told("Passport FB482913").includes("FB482913 (own)"));
  });

  it("are no words of every text: what labels them, how sentences begin, days", () => {
    const words = told("Telegram: none. Lives with her sister. Filmed it on Monday, 2022-03-29, and gave it on 2022-04-01.");
    for (const one of words) assert.ok(!/^(?:telegram|lives|filmed|monday|2022.*)( \(own\))?$/iu.test(one), words.join("; "));
    assert.deepEqual(told("People in Ostrel could recognise the yard.", "note"), []);
    assert.ok(told("Her neighbour Ana Marshwarden knows.", "note").includes("Ana Marshwarden"));
  });
});

/** What a text is read to say: claim by claim, with its speakers and everything that limits it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { proposeClaims } from "../../src/reason/claim-text/propose-claims.ts";
import { linesOf, proposalsOf, sourceText } from "./read-text.ts";

function says(text: string, lines: readonly string[], language = "en"): void {
  assert.deepEqual(linesOf(text, language), lines, text);
}

describe("claims of a sentence", () => {
  it("are one for each aspect, all by whoever says them", () => {
    says("Two men were hurt near the mill on Tuesday, the mayor said.", [
      "how-many Two men [the mayor]",
      "what hurt [the mayor]",
      "where near the mill [the mayor]",
      "when on Tuesday [the mayor]",
    ]);
  });

  it("keep every speaker of a chain, outermost first", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["The agency quoted soldiers as saying that the bridge fell.", "what fell [The agency > soldiers]"],
      ["Soldiers had told him that the bridge fell, the reporter wrote.", "what fell [the reporter > Soldiers]"],
      ["The news site, citing two officials, reported that the bridge fell.", "what fell [The news site > two officials]"],
      ["The bridge fell, according to the agency, which cited a nurse.", "what fell [the agency > a nurse]"],
      ["According to the council, the bridge fell.", "what fell [the council]"],
      ["The bridge, he said, fell.", "what fell [he]"],
      ["“The bridge fell,” said a nurse.", "what fell [a nurse*]"],
      ["Mayor: bridge fell after storm", "what fell [Mayor]"],
      ["The mayor, who was there, said the bridge fell.", "what fell [The mayor]"],
    ];
    for (const [text, expected] of cases) assert.ok(linesOf(text).includes(expected), `${text}: ${linesOf(text).join("; ")}`);
  });

  it("go to the speaker in whose part of the sentence they stand", () => {
    says("Police said a lorry crossed the river, but a guard said no lorry had come.", [
      "what crossed [Police]",
      "where the river [Police]",
      "what come [a guard] denied",
    ]);
  });

  it("are carried by direct speech that goes on, across paragraphs too", () => {
    const [, second] = proposalsOf("“The bridge fell,” the nurse said. “Then the tower burned down.”", "en");
    assert.deepEqual(
      second?.statement.speakers.map(({ words, direct }) => [words, direct]),
      [["the nurse", true]],
    );
    assert.ok(second?.quote.includes("the nurse said"));
    const spanning = proposalsOf("The nurse said: “The bridge fell.\n“Then the tower burned down.”", "en");
    assert.deepEqual(
      spanning.map(({ statement }) => statement.value.words),
      ["fell", "burned down"],
    );
  });

  it("are open where the text says that it is not known", () => {
    says("It was unclear who fired the shots.", ["who who fired the shots ~It was unclear open"]);
    says("Where it is now is not known.", ["where Where it is now ~is not known open"]);
  });

  it("tell a check, its aspect and its outcome", () => {
    const checks = (text: string) =>
      proposalsOf(text, "en").flatMap(({ statement: { value } }) =>
        value.is === "verification" ? [[value.by, value.of, value.outcome]] : [],
      );
    assert.deepEqual(checks("The clip was verified by the Open Map group."), [["the Open Map group", "unstated", "verified"]]);
    assert.deepEqual(checks("The claims could not be independently verified."), [[null, "unstated", "not-verified"]]);
    assert.deepEqual(checks("The unit said it had verified the location but not the date of the video."), [
      [null, "where", "verified"],
      [null, "when", "not-verified"],
    ]);
  });

  it("keep what was shouted at the event as a quotation, slurs among it, and never as a fact", () => {
    const proposals = proposalsOf("In the video, a man can be heard shouting “Burn it, you rats!”", "en");
    assert.deepEqual(
      proposals.map(({ statement }) => [statement.aspect, statement.value.words]),
      [["speech", "Burn it, you rats"]],
    );
  });

  it("are none where nothing is said to have happened", () => {
    says("The library will reopen in June. The town has 9,000 inhabitants. If it rains, the march will be put off, the mayor said.", []);
    says("", []);
  });

  it("offer both readings of 04/03/22", () => {
    const value = proposalsOf("The picture was taken on 04/03/22.", "en").find(({ statement }) => statement.aspect === "when")?.statement
      .value;
    assert.ok(value?.is === "time");
    assert.deepEqual(
      value.readings.map((reading) => ("day" in reading ? reading.day : undefined)),
      ["2022-03-04", "2022-04-03"],
    );
  });

  it("start with the speaker of a reviewed span of speech", () => {
    const text = sourceText("The bridge fell, the mayor said.", "en");
    const [part] = text.parts;
    assert.ok(part);
    const tier = { ...part, part: { sort: "tier" as const, tier: "en", speaker: "SPK2" }, role: "speech" as const };
    const { proposals } = proposeClaims({ ...text, parts: [tier] });
    assert.deepEqual(
      proposals.flatMap(({ statement }) => statement.speakers.map(({ words }) => words)),
      ["SPK2", "the mayor"],
    );
  });

  it("are told apart from those of other events", () => {
    const events = proposalsOf(
      "The convoy was ambushed near Pell. Three men were killed in Harrow. The video was filmed on Friday and posted on Sunday.",
      "en",
    );
    assert.deepEqual(
      events.filter(({ statement }) => statement.aspect === "what").map(({ statement }) => statement.eventSort),
      ["ambush", "killing", "filming", "posting"],
    );
  });
});

describe("what limits a claim", () => {
  it("reaches every claim of its clause, and an approximating word its own figure alone", () => {
    says("A man was apparently hurt near the mill on Tuesday, but about 20 others left.", [
      "what hurt ~apparently",
      "where near the mill ~apparently",
      "when on Tuesday ~apparently",
      "how-many 20 others ~about",
      "what left",
    ]);
  });

  it("denies what the text denies, and no more", () => {
    says("The ministry denied that its soldiers had fired on the ferry.", [
      "who soldiers [The ministry] denied",
      "what fired on [The ministry] denied",
    ]);
    says("The van was filmed not in Harrow but in Pell.", ["what filmed", "where in Harrow denied", "where in Pell"]);
    says("A van with nobody inside rolled across the square.", ["what rolled", "where across the square"]);
  });

  it("is read in Ukrainian and Russian too", () => {
    says(
      "Міст, імовірно, підірвали біля села Калинове, повідомила поліція.",
      ["what підірвали [поліція] ~імовірно", "where біля села Калинове [поліція] ~імовірно"],
      "uk",
    );
    says("Мэр отрицает, что солдаты стреляли.", ["who солдаты [Мэр] denied", "what стреляли [Мэр] denied"], "ru");
  });
});

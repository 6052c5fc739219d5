/** Sentences that seem to say a thing and deny it, ask it or doubt it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ClaimProposal } from "../../src/reason/claim-text/proposal.ts";
import { proposalsOf } from "./read-text.ts";

const actsOf = (text: string, language: string): readonly ClaimProposal["statement"][] =>
  proposalsOf(text, language)
    .map(({ statement }) => statement)
    .filter(({ aspect }) => aspect === "what" || aspect === "how-many");

function allAre(polarity: string, texts: readonly string[], language = "en"): void {
  for (const text of texts) {
    const acts = actsOf(text, language);
    assert.ok(acts.length > 0, text);
    for (const act of acts) assert.equal(act.polarity, polarity, `${text}: ${act.value.words}`);
  }
}

describe("what a text does not say is so", () => {
  it("is denied where the text calls it a lie or says that it nearly happened", () => {
    allAre("denied", [
      "It is a lie that soldiers shot the driver.",
      "The claim that soldiers shot the driver is a hoax.",
      "It is not true that soldiers shot the driver.",
      "Soldiers almost killed the driver.",
    ]);
    allAre("denied", ["Неправда, що солдати вбили водія.", "Солдати мало не вбили водія."], "uk");
    allAre("denied", ["Это ложь, что солдаты убили водителя.", "Солдаты едва не убили водителя."], "ru");
    const far = actsOf("Far from killing 40 people, the strike hit an empty barn.", "en");
    assert.deepEqual(
      far.map(({ value, polarity }) => [value.words, polarity]).filter(([words]) => words !== "killing"),
      [
        ["40 people", "denied"],
        ["hit", "affirmed"],
      ],
    );
  });

  it("stays with what the lie is told of", () => {
    allAre("affirmed", [
      "The mayor said that two men were killed and that the report was false.",
      "Police seized fake passports and killed two men in Harrow.",
    ]);
    allAre("denied", ["Те, що солдати вбили водія, не відповідає дійсності."], "uk");
  });

  it("is open where the text has no evidence of it", () => {
    allAre("open", ["There is no evidence that soldiers shot the driver."]);
    allAre("open", ["Немає доказів, що солдати вбили водія."], "uk");
  });

  it("is no claim where the text asks", () => {
    assert.deepEqual(proposalsOf("Were 40 people killed in Harrow?", "en"), []);
    assert.deepEqual(proposalsOf("“Were 40 people killed in Harrow?” the mayor asked.", "en"), []);
    assert.deepEqual(
      proposalsOf("A man is heard shouting: “Where is the van?”", "en").map(({ statement }) => statement.aspect),
      ["speech"],
    );
  });

  it("keeps a suspicion and an accusation as hedges, and whoever suspects as its speaker", () => {
    const [shot] = actsOf("Prosecutors suspect that soldiers shot the driver.", "en");
    assert.deepEqual(
      shot?.speakers.map(({ words }) => words),
      ["Prosecutors"],
    );
    for (const [text, language] of [
      ["Prosecutors suspect that soldiers shot the driver.", "en"],
      ["The army was accused of killing 40 people.", "en"],
      ["Едва ли солдаты убили 40 человек.", "ru"],
      ["Навряд чи солдати вбили 40 людей.", "uk"],
    ] as const)
      for (const act of actsOf(text, language)) assert.equal(act.hedges.length, 1, `${text}: ${act.value.words}`);
  });
});

describe("“in fact”", () => {
  it("turns no allegation into a denial, and takes no hedge away", () => {
    for (const [text, language] of [
      ["Police reportedly arrested two men in Harrow and in fact held them for a week.", "en"],
      ["Soldiers allegedly killed two men in Harrow, and the mayor actually saw the van leave.", "en"],
      ["Нібито вбили двох водіїв у Тильді, а насправді спалили вантажівку.", "uk"],
    ] as const) {
      const [first, second] = actsOf(text, language);
      assert.deepEqual([first?.polarity, first?.hedges.length], ["affirmed", 1], text);
      assert.deepEqual([second?.polarity, second?.hedges.length], ["affirmed", 1], text);
    }
  });

  it("denies what footage was purported to be", () => {
    const places = proposalsOf("The video, purportedly from Harrow, was in fact filmed in Tilden.", "en")
      .map(({ statement }) => statement)
      .filter(({ aspect }) => aspect === "where");
    assert.deepEqual(
      places.map(({ value, polarity, hedges }) => [value.words, polarity, hedges.length]),
      [
        ["from Harrow", "denied", 1],
        ["in Tilden", "affirmed", 0],
      ],
    );
  });
});

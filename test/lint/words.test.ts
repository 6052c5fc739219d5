/** What the linter says of single texts: a table of what people write, and what is told of it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { LintCode, LintedAs } from "../../src/reason/lint/lint-finding.ts";
import { lintText } from "../../src/reason/lint/lint-text.ts";

/** Code and words of each finding. */
const told = (text: string, as: LintedAs = "finding"): [LintCode, string][] => lintText(text, as).map(({ code, found }) => [code, found]);
const none: [LintCode, string][] = [];

describe("the linter over a text", () => {
  it("refuses likelihood and confidence in one sentence, and gives a word for a likelihood that is on no row", () => {
    const [both, off] = lintText("It is highly likely, with high confidence, that the clip shows the junction.", "finding");
    assert.equal(both?.code, "likelihood-with-confidence");
    assert.equal(both.severity, "error");
    assert.equal(both.found, "highly likely, with high confidence");
    assert.equal(off?.code, "off-ladder");
    assert.equal(off.instead, "very likely");
    assert.deepEqual(told("highly likely, with high confidence")[0], ["likelihood-with-confidence", "highly likely, with high confidence"]);
    assert.deepEqual(told("It is very likely that this is the junction. Confidence is high, because four features fit."), none);
  });

  it("warns of a judgement word in an observation, and leaves the same word to a finding", () => {
    const [word] = lintText("The clip shows the execution of a man.", "observation");
    assert.deepEqual([word?.code, word?.severity, word?.found], ["judgement-word", "warning", "execution"]);
    assert.match(word?.expected ?? "", /a court/);
    assert.deepEqual(told("The article speaks of an execution.", "finding"), none);
  });

  it("warns of what may be a time code or a time after midnight, and refuses neither", () => {
    const found = lintText("The column was seen from 00:14 to 00:31.", "finding");
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      Array(2).fill(["time-without-zone", "warning"]),
    );
  });

  const table: readonly (readonly [string, LintedAs, [LintCode, string][]])[] = [
    // Rows and ladders.
    ["It is likely that it was filmed before noon, and probable that it was posted the same day.", "finding", [["mixed-rows", "probable"]]],
    [
      "It is likely that he was armed; there are reasonable grounds to believe so.",
      "finding",
      [["mixed-ladders", "reasonable grounds to believe"]],
    ],
    ["There are reasonable grounds to believe that the clip was filmed here.", "finding", none],
    ["It is very unlikely that the clip is older.", "finding", none],
    ["It is almost certainly the same vehicle.", "finding", none],
    ["A remote farm lies north of the road.", "finding", none],
    ["Це дуже ймовірно, з високою впевненістю.", "finding", [["likelihood-with-confidence", "дуже ймовірно, з високою впевненістю"]]],
    ["Это вероятно. Уверенность высокая.", "finding", none],
    // Verified.
    ["The clip was verified by two analysts.", "finding", [["verified-without-aspect", "verified"]]],
    ["The location was verified against two satellite pictures.", "finding", none],
    ["Location verified.", "finding", none],
    ["The identity of the man could not be verified.", "finding", none],
    ["It could not be independently verified.", "finding", none],
    ["Verified.", "key-point", [["global-stamp", "Verified."]]],
    ["The video is genuine.", "key-point", [["global-stamp", "The video is genuine."]]],
    ["Відео перевірено.", "finding", [["verified-without-aspect", "перевірено"]]],
    // Confirmed.
    ["The ministry confirmed the strike.", "finding", [["bare-confirmed", "confirmed"]]],
    ["The place is confirmed by the transit line of the mast and the water tower.", "finding", none],
    ["This proves that they were there.", "finding", [["bare-confirmed", "proves"]]],
    // Admiralty marks.
    ["The report is graded B2.", "finding", [["joined-marks", "B2"]]],
    ["Джерело має оцінку F6.", "finding", [["joined-marks", "F6"]]],
    ["The source is graded B; what it says is graded 2.", "finding", none],
    ["It was filmed beside the A1 road.", "finding", none],
    // Points.
    ["Filmed at 50.4650, 30.1850.", "finding", [["point-without-radius", "50.4650, 30.1850"]]],
    ["Filmed within 50 m of 50.4650, 30.1850.", "finding", none],
    ["Filmed at 50.4650, 30.1850 ±50 m.", "finding", none],
    ["The camera stood at 50°27′54″N 30°11′06″E.", "finding", [["point-without-radius", "50°27′54″N 30°11′06″E"]]],
    ["In grid 36U UA 12345 67890 it is seen.", "finding", [["point-without-radius", "36U UA 12345 67890"]]],
    ["In grid 36UUA 12345 67890 it is seen.", "finding", [["point-without-radius", "36UUA 12345 67890"]]],
    // Times.
    ["It was filmed at 16:26 on 29 March.", "finding", [["time-without-zone", "16:26"]]],
    ["It was filmed at 16:26 UTC on 29 March.", "finding", none],
    ["It was filmed at 19:26 Kyiv time.", "finding", none],
    ["Filmed between 2022-03-29T10:03:45Z and 2022-03-29T16:26:24Z.", "finding", none],
    ["It was posted at 9 am.", "finding", [["time-without-zone", "9 am"]]],
    ["In i3 at 00:14 he turns.", "finding", none],
    ["At 00:14.233 he turns.", "finding", none],
    ["At 00:14 the man turns to the left.", "observation", none],
    ["A clock on the wall shows 5 o'clock.", "observation", [["time-without-zone", "5 o'clock"]]],
    ["The shot was fired at 14:30 on 29-03-2022.", "finding", [["time-without-zone", "14:30"]]],
    [
      "It was heard between 14:00-14:30.",
      "finding",
      [
        ["time-without-zone", "14:00"],
        ["time-without-zone", "14:30"],
      ],
    ],
    ["Vehicles marked Z passed at 14:30.", "finding", [["time-without-zone", "14:30"]]],
    ["The road Bucha/Irpin was filmed at 14:30.", "finding", [["time-without-zone", "14:30"]]],
    ["This time the shot is heard at 14:30.", "finding", [["time-without-zone", "14:30"]]],
    ["Filmed at 14:30 Europe/Kyiv.", "finding", none],
    ["Filmed at 14:30 Istanbul time.", "finding", none],
    ["Filmed at 14:30+03:00, or 2022-03-29T10:03-05:00.", "finding", none],
    ["The map at scale 1:50 000 shows the junction.", "finding", none],
    ["Aspect ratio 16:10 was kept.", "finding", none],
    // Points as they are pasted, and lengths that are none.
    [`Filmed at 50°27'54.0"N 30°07'22.8"E.`, "finding", [["point-without-radius", `50°27'54.0"N 30°07'22.8"E`]]],
    ["Filmed at 50°27.9'N 30°07.4'E.", "finding", [["point-without-radius", "50°27.9'N 30°07.4'E"]]],
    ["Filmed at 50.46502, 30.12301 within 2 hours of the post.", "finding", [["point-without-radius", "50.46502, 30.12301"]]],
    ["Filmed at 50,46502 30,12301.", "finding", [["point-without-radius", "50,46502 30,12301"]]],
    ["Lat 50.46502, lon 30.12301.", "finding", [["point-without-radius", "Lat 50.46502, lon 30.12301"]]],
    ["Filmed within a radius of 1.5 km of 50.46502, 30.12301.", "finding", none],
    ["The poles measured 12.50, 13.75 and 14.20 m.", "finding", none],
    ["Shadow lengths 1.25 / 2.50 m agree.", "finding", none],
    // The same class in other words.
    [
      "It is likely, with a high degree of confidence.",
      "finding",
      [["likelihood-with-confidence", "likely, with a high degree of confidence"]],
    ],
    ["It is likely (confidence: high).", "finding", [["likelihood-with-confidence", "likely (confidence:"]]],
    [
      "Highly confident: almost certainly the same road.",
      "finding",
      [["likelihood-with-confidence", "Highly confident: almost certainly"]],
    ],
    [
      "Скорее всего, с высокой степенью уверенности.",
      "finding",
      [
        ["likelihood-with-confidence", "Скорее всего, с высокой степенью уверенности"],
        ["off-ladder", "Скорее всего"],
      ],
    ],
    [
      "Швидше за все, з високим ступенем впевненості.",
      "finding",
      [
        ["likelihood-with-confidence", "Швидше за все, з високим ступенем впевненості"],
        ["off-ladder", "Швидше за все"],
      ],
    ],
    ["Очень вероятно, наша уверенность высокая.", "finding", [["likelihood-with-confidence", "Очень вероятно, наша уверенность высокая"]]],
    ["This is real footage.", "finding", [["global-stamp", "This is real footage."]]],
    ["The clip is authentic and unedited.", "finding", [["global-stamp", "The clip is authentic and unedited."]]],
    ["Запис справжній.", "finding", [["global-stamp", "Запис справжній."]]],
    ["The video was verified on the day it was posted.", "finding", [["verified-without-aspect", "verified"]]],
    ["Он убит.", "observation", [["judgement-word", "убит"]]],
    ["Они казнены.", "observation", [["judgement-word", "казнены"]]],
    ["Його страчено.", "observation", [["judgement-word", "страчено"]]],
    ["Он мёртв.", "observation", [["judgement-word", "мёртв"]]],
    ["They execute him.", "observation", [["judgement-word", "execute"]]],
    ["Російський солдат іде.", "observation", [["judgement-word", "Російський солдат"]]],
    ["A prisoner of war kneels.", "observation", [["judgement-word", "prisoner of war"]]],
    ["The road is a dead end beside a dead tree.", "observation", none],
    // Observations.
    ["P1 lies on the ground and does not move.", "observation", none],
    ["A Russian soldier walks past.", "observation", [["judgement-word", "Russian soldier"]]],
    ["Солдат мертвий.", "observation", [["judgement-word", "мертвий"]]],
    ["Видно казнь.", "observation", [["judgement-word", "казнь"]]],
    // Somebody else's words.
    ['The caption says "highly likely, with high confidence".', "finding", none],
    ["A voice says “he is dead, execution”.", "observation", none],
    ["The text has «перевірено» in it.", "finding", none],
    ['The captions say "verified""verified" and no more.', "finding", none],
    ["It is likely, e.g. with high confidence.", "finding", [["likelihood-with-confidence", "likely, e.g. with high confidence"]]],
    ["See https://example.org/verified/a for it.", "finding", none],
    ["He writes «see https://example.org/?q=50.4650,30.1850».", "finding", none],
    // As analysts wrote it that had not read the rules.
    [
      "We are fairly confident that this is very likely the same bridge.",
      "finding",
      [["likelihood-with-confidence", "We are fairly confident that this is very likely"]],
    ],
    [
      "There is an 80 % chance that this is the same van (moderate confidence).",
      "finding",
      [
        ["likelihood-with-confidence", "80 % chance that this is the same van (moderate confidence"],
        ["off-ladder", "80 % chance"],
      ],
    ],
    [
      "It is almost certainly the same tower, and I am sure of it.",
      "finding",
      [["likelihood-with-confidence", "almost certainly the same tower, and I am sure"]],
    ],
    ["There is no likely alternative; confidence is stated below.", "finding", none],
    ["It is likely that the confidence interval of the fit is too small.", "finding", none],
    ["The footage is authentic and has been geolocated.", "finding", [["global-stamp", "The footage is authentic"]]],
    ["The video checks out.", "finding", [["global-stamp", "The video checks out"]]],
    ["It cannot be proven that the clip is older.", "finding", none],
    ["Coordinates: 50.465, 30.185.", "finding", [["point-without-radius", "50.465, 30.185"]]],
    ["The camera stood at the kerb (50.465, 30.185).", "finding", [["point-without-radius", "50.465, 30.185"]]],
    ["Location N50.46500 E30.18500.", "finding", [["point-without-radius", "N50.46500 E30.18500"]]],
    ["Filmed here: https://example.org/?q=50.4650,30.1850", "finding", [["point-without-radius", "50.4650,30.1850"]]],
    ["The clip was filmed at 50.46500, 30.18500. The radius is 50 m.", "finding", none],
    ["The two sides measure 12.3456, 45.6789 m.", "finding", none],
    ["Between 0900 and 1000 hrs the convoy passed.", "finding", [["time-without-zone", "1000"]]],
    ["The van rolled at 16.04 on 14 September.", "finding", [["time-without-zone", "16.04"]]],
    ["The post went up at 16h04.", "finding", [["time-without-zone", "16h04"]]],
    ["The bell struck at half past four.", "finding", [["time-without-zone", "half past four"]]],
    ["Filmed at noon.", "finding", [["time-without-zone", "noon"]]],
    ["At 1:12 in the clip the van moves.", "finding", none],
    ["Frames 12:04 and 12:09 of the clip show the mast.", "finding", none],
    ["The scoreboard shows 2:15 above the verse 3:16.", "finding", none],
    ["The watch reads 16:04 and its zone is not known.", "finding", none],
    ["The gunman flees.", "observation", [["judgement-word", "gunman"]]],
    ["A Turkish attack drone fires at the house.", "observation", [["judgement-word", "Turkish attack drone"]]],
    ["The body of a man lies on the road.", "observation", [["judgement-word", "body of a man"]]],
    ["The engine sound dies away beside a body of water.", "observation", none],
    ["It looks like he was shot from behind.", "observation", [["judgement-word", "looks like"]]],
    ["The lettering is clearly legible.", "observation", none],
    [
      "يقوم الجندي بإعدام الأسير",
      "observation",
      [
        ["judgement-word", "بإعدام"],
        ["judgement-word", "الأسير"],
      ],
    ],
  ];
  for (const [text, as, expected] of table)
    it(`${expected.length === 0 ? "has nothing to say" : `says ${expected.map(([code]) => code).join(", ")}`} of: ${text}`, () => {
      assert.deepEqual(told(text, as), expected);
    });
});

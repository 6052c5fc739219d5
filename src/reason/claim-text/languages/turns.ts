/** Words that turn what a sentence seems to say, by language. */
import type { Lexicon } from "./lexicon.ts";
import { list } from "./list.ts";

export const turns: Readonly<Record<Lexicon["language"], Lexicon["turns"]>> = {
  en: {
    untrue: list(
      "a lie, lies, lie, a hoax, hoax, a fake, fake, fakes, false, untrue, not true, not the case, not so, a myth, myth, fiction, nonsense, a fabrication, fabricated, fabrication, invented, made up, made-up, unfounded, baseless, groundless, disinformation, misinformation, propaganda, a falsehood, absurd, debunked, disproved, disproven, incorrect, inaccurate, wrong, no truth in the claim, no truth in claims, no truth to the claim, no truth to claims",
    ),
    noEvidence: list(
      "no evidence, no proof, no sign, no indication, no reason to believe, no reason to think, little evidence, without evidence, without proof, no confirmation, doubt, doubts, doubtful, doubted",
    ),
    farFrom: list("far from, without ever, short of"),
    almost: list("almost, nearly, all but, came close to, come close to, close to, on the verge of, on the brink of, narrowly avoided"),
  },
  uk: {
    untrue: list(
      "неправда, неправдою, брехня, брехнею, вигадка, вигадкою, фейк, фейком, дезінформація, дезінформацією, міф, міфом, нісенітниця, нісенітницею, не відповідає дійсності, не правда, неправдив*, хибн*",
    ),
    noEvidence: list("немає доказів, нема доказів, немає підстав вважати, жодних доказів, без доказів, сумнівно, сумніва*"),
    farFrom: list("замість того щоб, замість того"),
    almost: list("майже, мало не, ледь не, ледве не, трохи не, замалим не, чи не"),
  },
  ru: {
    untrue: list(
      "неправда, неправдой, ложь, ложью, вранье, враньем, выдумка, выдумкой, вымысел, вымыслом, фейк, фейком, дезинформация, дезинформацией, миф, мифом, чушь, чушью, не соответствует действительности, не правда, ложн*",
    ),
    noEvidence: list(
      "нет доказательств, нет оснований считать, нет оснований полагать, никаких доказательств, без доказательств, сомнительно, сомнева*",
    ),
    farFrom: list("вместо того чтобы, вместо того"),
    almost: list("почти, едва не, чуть не, чуть было не, чуть ли не"),
  },
};

/** Facts of a state in a sentence: what is seen, what was looked for and not seen, and what cannot be told stay apart. */
import type { FactStanding, SubjectFactName, SubjectStateFacts } from "../../core/subject/subject-state.ts";

const words: { readonly [fact in SubjectFactName]: string } = {
  "own-movement": "moves by themselves",
  breath: "breathes",
  voice: "a voice of theirs",
  "moves-from-place": "goes or crawls",
  wounded: "a wound",
  bound: "bound",
  hooded: "hooded",
  "no-weapon-held": "no weapon held",
  "no-weapon-in-reach": "no weapon in reach",
  "clothing-missing": "clothing missing",
  "face-down": "face down",
  "not-in-frame": "not in the frame",
};

const order: readonly (readonly [FactStanding, string])[] = [
  ["seen", "seen"],
  ["not-seen", "looked for and not seen"],
  ["cannot-tell", "cannot be told"],
];

export function stateWords(facts: SubjectStateFacts | undefined): string {
  if (facts === undefined) return "withheld";
  return order
    .flatMap(([standing, said]) => {
      const own = facts.facts.filter((one) => one.standing === standing).map(({ fact }) => words[fact]);
      return own.length === 0 ? [] : [`${said}: ${own.join(", ")}`];
    })
    .join("; ");
}

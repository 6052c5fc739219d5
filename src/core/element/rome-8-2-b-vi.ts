/**
 * Rome Statute, article 8(2)(b)(vi): killing or wounding a person who is out of the fight. The elements are those that the Assembly of
 * States Parties adopted; the wording is ours and shorter, and the source decides.
 */
import type { ElementList } from "./element-list.ts";

const mind =
  "What somebody knew or meant is not in a picture. Words that are spoken, and what could be seen from where they stood, may show a part.";

export const rome8bVi: ElementList = {
  name: "rome-statute-8-2-b-vi",
  version: "1",
  article: "Rome Statute, article 8(2)(b)(vi)",
  title: "Killing or wounding a person who is out of the fight",
  source: {
    title: "International Criminal Court, Elements of Crimes, article 8(2)(b)(vi)",
    address: "https://www.icc-cpi.int/sites/default/files/Publications/Elements-of-Crimes.pdf",
  },
  elements: [
    {
      number: 1,
      sort: "context",
      words: "It took place in the course of an international armed conflict and was connected with it.",
      notShowable: null,
    },
    {
      number: 2,
      sort: "mental",
      words: "Whoever did it knew of the circumstances that made it an armed conflict.",
      notShowable: mind,
    },
    { number: 3, sort: "conduct", words: "One or more persons were killed or wounded.", notShowable: null },
    {
      number: 4,
      sort: "circumstance",
      words: "That person was out of the fight: had laid down arms, had no means of defence left, or had surrendered at discretion.",
      notShowable: null,
    },
    {
      number: 5,
      sort: "mental",
      words: "Whoever did it knew the facts that put that person out of the fight.",
      notShowable: mind,
    },
    {
      number: 6,
      sort: "mental",
      words: "Whoever did it meant the killing or wounding, or knew that it would follow.",
      notShowable: mind,
    },
  ],
  facts: [
    {
      key: "alive",
      words: "The person was alive at that time",
      shownBy: "a state of a subject: own movement, breath, voice",
      elements: [3, 4],
    },
    { key: "wounds", words: "Wounds, before and after", shownBy: "states of a subject", elements: [3, 4] },
    { key: "no-weapon", words: "No weapon held, none in reach", shownBy: "a state of a subject", elements: [4, 5] },
    { key: "bound", words: "Hands bound, or hooded", shownBy: "a state of a subject", elements: [4, 5] },
    { key: "words-spoken", words: "Words that were spoken", shownBy: "reviewed segments of a tier", elements: [1, 4, 5, 6] },
    { key: "distance", words: "How far apart they were", shownBy: "an observation, or a kept measurement", elements: [5, 6] },
    { key: "shots", words: "How many shots, and when", shownBy: "shots as somebody counted them", elements: [3, 6] },
    {
      key: "who-could-see",
      words: "Who could see what",
      shownBy: "observations, states of other subjects, a kept camera position",
      elements: [5],
    },
    { key: "order", words: "What came before what, and what is not filmed between", shownBy: "events and their order", elements: [3, 4] },
    { key: "conflict", words: "What ties it to the conflict", shownBy: "place, time, identifications, claims", elements: [1, 2] },
  ],
  alsoPleaded: [
    { article: "Rome Statute, article 8(2)(a)(i)", words: "Wilful killing, of persons whom the Geneva Conventions protect." },
    { article: "Rome Statute, article 8(2)(c)(i)", words: "Murder, in an armed conflict that is not international." },
  ],
};

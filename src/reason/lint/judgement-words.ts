/**
 * Words that judge where an observation is to say what is seen or heard. Each with why; the words to write instead are an offer. English,
 * and the commonest of Ukrainian, Russian and Arabic: a list that is not complete, and says so where it is shown. Whole words, in any case.
 */
export interface JudgementWord {
  /** Source of a pattern. */
  readonly pattern: string;
  readonly why: string;
  readonly instead: string;
}

const crime = "it names a crime or its elements: that is for an element sheet and a court";
const death = "that somebody is dead is a finding of medicine; a frame shows posture and movement";
const actor = "it says who somebody is; a frame shows what is worn, not who wears it";
const intent = "it says what somebody wants; a frame shows what is done";
const side = "it takes a side";
const feeling = "it says what somebody feels or wants; a frame shows face, voice and movement";
const guess = "it is an inference; an observation says the detail that leads to it";
const truth = "it judges the recording as a whole; hypotheses are for that";

const nations =
  "russian|ukrainian|belarusian|chechen|georgian|armenian|azerbaijani|turkish|syrian|iraqi|iranian|israeli|palestinian|lebanese|saudi|yemeni|libyan|egyptian|sudanese|ethiopian|eritrean|rwandan|congolese|malian|afghan|pakistani|indian|burmese|chinese|korean|american|british|french|german|polish|nato|wagner|hamas|hezbollah|taliban";
const joined = "[وفبلك]{0,2}(?:ال)?";

export const judgementWords: readonly JudgementWord[] = [
  { pattern: "execut(?:e|ion|ions|ed|es|ing)", why: crime, instead: "what is done, by time code: a shot is heard, P1 no longer moves" },
  { pattern: "murder(?:s|ed|er|ers|ing)?|massacres?|massacred|assassinat\\p{L}+", why: crime, instead: "what is seen done, by time code" },
  { pattern: "(?:war[\\s-]+)?crimes?|atrocit(?:y|ies)|genocid\\p{L}+", why: crime, instead: "what is seen done, by time code" },
  { pattern: "tortur(?:e|es|ed|ing)", why: crime, instead: "what is seen done, by time code" },
  { pattern: "perpetrators?|culprits?|war[\\s-]+criminals?", why: crime, instead: "the neutral label of the person, such as P2" },
  { pattern: "victims?", why: crime, instead: "the neutral label of the person, such as P1" },
  { pattern: "guilty|innocent", why: crime, instead: "nothing: leave it out" },
  {
    pattern:
      "dead(?![\\s-]+(?:still|ends?|trees?|branch(?:es)?|wood|leaves|grass|plants?|batter(?:y|ies)|zones?|angles?|ground|weight|lines?))|corpses?|lifeless|killed|kills|killing|(?:die[sd]?|dying)(?![\\s-]+(?:away|down|out))|bod(?:y|ies)[\\s-]+of[\\s-]+(?:\\p{L}+[\\s-]+)?(?:m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?|persons?|people|soldiers?|civilians?)",
    why: death,
    instead: "lies still, no movement from 00:14.2 to 00:31.0",
  },
  {
    pattern: `(?:${nations})[\\s-]+(?:\\p{L}+[\\s-]+)?(?:soldier|troop|fighter|service[\\s-]?m[ae]n|officer|sniper|tank|drone|jet|helicopter|missile|rocket|vehicle|convoy|force|army|militia|unit|position)s?`,
    why: actor,
    instead: "persons or vehicles with the marks that are seen",
  },
  {
    pattern: "(?:government|occupying|occupation|enemy|friendly|rebel|separatist)[\\s-]+(?:forces?|troops?|soldiers?|army|tanks?)",
    why: actor,
    instead: "persons or vehicles with the marks that are seen",
  },
  {
    pattern:
      "gunm[ae]n|shooters?|attackers?|assailants?|militants?|rebels?|insurgents?|snipers?|separatists?|mercenar(?:y|ies)|combatants?|civilians?|hostages?|suspects?|detainees?|captives?|prisoners?(?![\\s-]+of[\\s-]+war)",
    why: actor,
    instead: "the neutral label, and what is seen: P2 holds a rifle, hands of P1 are tied",
  },
  {
    pattern: "(?:of|from)[\\s-]+the[\\s-]+\\d+(?:st|nd|rd|th)[\\s-]+(?:\\p{L}+[\\s-]+)?(?:brigade|battalion|regiment|division|army)",
    why: actor,
    instead: "the marks that are worn",
  },
  {
    pattern: "(?:російськ|українськ|русск|российск|украинск)\\p{L}+\\s+(?:солдат|військов|боєц|бійц|боец|бойц|военн)\\p{L}*",
    why: actor,
    instead: "особи зі знаками, які видно",
  },
  {
    pattern: "POWs?|prisoners?[\\s-]+of[\\s-]+war|(?:військово)?полонен\\p{L}+|(?:военно)?пленн(?:ый|ого|ому|ым|ые|ых|ыми|ая|ую|ой)",
    why: actor,
    instead: "the neutral label, and what is seen: hands bound",
  },
  { pattern: "(?:soldiers?|fighters?|troops)[\\s-]+of[\\s-]+the", why: actor, instead: "persons wearing the marks that are seen" },
  {
    pattern: "deliberate(?:ly)?|intentional(?:ly)?|on[\\s-]+purpose|in[\\s-]+order[\\s-]+to|tr(?:ies|ied|ying)[\\s-]+to|wants?[\\s-]+to",
    why: intent,
    instead: "the movement itself",
  },
  {
    pattern: "terror(?:ism|ists?)?|enem(?:y|ies)|nazis?|orcs?|occupiers?|invaders?|martyrs?",
    why: side,
    instead: "the neutral label of the person, or the marks that are worn",
  },
  { pattern: "liquidat(?:e|ed|es|ing|ion)|neutrali[sz]ed|eliminated", why: side, instead: "what is seen done, by time code" },
  {
    pattern: "fakes?|faked|staged|authentic|genuine|real[\\s-]+(?:video|footage)",
    why: truth,
    instead: "the detail that is seen; the hypothesis is judged apart",
  },
  {
    pattern:
      "angr(?:y|ily)|furious(?:ly)?|drunk(?:en)?|scared|afraid|frightened|terrified|nervous(?:ly)?|aggressive(?:ly)?|cruel(?:ly)?|brutal(?:ly)?|humiliat\\p{L}+|begs?|begg(?:ed|ing)|pleads?|pleading|mocks?|mocking",
    why: feeling,
    instead: "what the face, the voice or the hands do",
  },
  {
    pattern:
      "(?:looks?|looked|sounds?|sounded)[\\s-]+(?:like|as[\\s-]+(?:if|though))|seem(?:s|ed|ingly)?|appear(?:s|ed)?[\\s-]+to|apparently|presumably|supposedly|evidently",
    why: guess,
    instead: "the detail that is seen or heard",
  },
  {
    pattern: "obvious(?:ly)?|clearly(?![\\s-]+(?:legible|readable|visible|audible|seen|heard))|undoubtedly|of[\\s-]+course",
    why: "it asks to be believed",
    instead: "the detail that is seen",
  },
  {
    pattern: "страт(?:а|и|у|ою|ив|или|ують|ування)|розстріл\\p{L}*|вбивств\\p{L}+|вбит\\p{L}*|страчен\\p{L}*|катуванн\\p{L}+",
    why: crime,
    instead: "що видно і чутно, з часовим кодом",
  },
  { pattern: "воєнн\\p{L}+\\s+злочин\\p{L}*|жертв(?:а|и|у|ою)|винн(?:ий|і|а)", why: crime, instead: "нейтральна позначка особи, напр. P1" },
  { pattern: "мертв\\p{L}*|труп\\p{L}*", why: death, instead: "лежить нерухомо від … до …" },
  {
    pattern: "окупант\\p{L}*|ворог\\p{L}*|терорист\\p{L}*|бойовик\\p{L}*|карател\\p{L}*|орк(?:и|ів|а)",
    why: side,
    instead: "нейтральна позначка особи або знаки, які видно",
  },
  {
    pattern: "казн(?:ь|и|ью|или|ил)|расстрел\\p{L}*|убийств\\p{L}+|убит\\p{L}*|казн[её]н\\p{L}*|пытк\\p{L}+",
    why: crime,
    instead: "что видно и слышно, с тайм-кодом",
  },
  { pattern: "военн\\p{L}+\\s+преступлени\\p{L}+|жертв(?:ой|ы)|виновн\\p{L}+", why: crime, instead: "нейтральная метка лица, напр. P1" },
  { pattern: "мёртв\\p{L}*|труп(?:ы|ов|а)", why: death, instead: "лежит неподвижно с … до …" },
  {
    pattern: "оккупант\\p{L}*|враг(?:и|ов|а)?|террорист\\p{L}*|боевик\\p{L}*|карател\\p{L}*",
    why: side,
    instead: "нейтральная метка лица или видимые знаки",
  },
  // With the article and the small words that Arabic writes together with the next one.
  {
    pattern: `${joined}(?:إعدام|يعدم|قتل|يقتل|مجزرة|مذبحة|تعذيب|جريم|ضحي|ضحايا)\\p{L}{0,4}`,
    why: crime,
    instead: "ما يُرى وما يُسمع، مع الرمز الزمني",
  },
  { pattern: `${joined}(?:جثة|جثث|جثمان)\\p{L}{0,3}`, why: death, instead: "بلا حركة من … إلى …" },
  { pattern: `${joined}(?:أسير|أسرى|رهين|رهائن|مسلح|قناص)\\p{L}{0,3}`, why: actor, instead: "الرمز المحايد للشخص، مثل P1" },
  { pattern: `${joined}(?:شهيد|شهداء|إرهابي|عدو|احتلال|مرتزق)\\p{L}{0,3}`, why: side, instead: "الرمز المحايد للشخص أو العلامات التي تُرى" },
];

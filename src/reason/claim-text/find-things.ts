/** What vehicles, weapons, markings and uniforms are said to be, and words spoken or written at the event. */
import { shownBy } from "./footage.ts";
import type { FoundValue } from "./found-value.ts";
import { nounPhraseAfter, nounPhraseBefore } from "./noun-phrase.ts";
import { overlaps, type Range, type Reading } from "./reading.ts";

const links: ReadonlySet<string> = new Set(["with", "of", "in"]);
/** A make or model: letters with digits. */
const model = /^(?:\p{Lu}{1,5}-?\d+\p{L}*|\d+(?:\.\d+)?\s?-?mm)$/u;
/** Links that alone make an identification of any thing; the others only of what is marked, worn or of a model. */
const strong =
  /identified|recogni[sz]ed|described|appear|seem|look|resembl|believed|thought|marked|painted|bearing|bore|wear|wore|belong|type|kind|typical|matching|used by|issued|worn by|colou?rs|dressed|displaying|displayed|flying|flew|emblazoned|fitted|turned out|proved|consistent|named|known|armed|said to be|may have been|might be|could be|that of|those of|come from|comes from|came from|належ|принадлеж|\bmatch|схож|впізна|упізна|опізна|опозна|ідентиф|идентиф|назва|позначен|маркован|одягнен|одет|похож/;

export function findIdentifications(reading: Reading, closed: (token: number) => boolean): readonly FoundValue[] {
  const found: FoundValue[] = [];
  const add = (range: Range) => {
    if (found.some((one) => overlaps(one.range, range)) || closed(range.from)) return;
    const span = reading.span(range);
    found.push({
      aspect: "identification",
      value: { is: "identification", words: reading.text.slice(span.start, span.end) },
      span,
      range,
      at: range.from,
    });
  };
  const known = reading.marks("identified");
  const marks = reading
    .marks("identifiedAs")
    .filter(
      (one) =>
        strong.test(reading.words(one).toLowerCase()) ||
        /^(?:was|were|is|are|was an?|were an?|is an?|as an?|(?:was|were|is|are) of|has|had)$/.test(reading.words(one).toLowerCase()),
    );
  for (const link of marks) {
    const phrase = nounPhraseAfter(reading, link.to - (/ an?$/.test(reading.words(link)) ? 1 : 0), links);
    if (phrase === undefined) continue;
    const thing = /belong|належ|принадлеж|used by|issued to|worn by|type|kind of|that of|those of/.test(reading.words(link).toLowerCase())
      ? link
      : known.find((one) => one.from >= phrase.from && one.to <= phrase.to);
    const special = modelIn(reading, phrase);
    if (
      thing === undefined &&
      special === undefined &&
      !(
        /look|appear|seem|resembl/.test(reading.words(link).toLowerCase()) &&
        (belongs(reading, phrase) || /^(?:that|those)$/.test(reading.key(phrase.from)))
      )
    )
      continue;
    if (reading.at("negation", phrase.from) !== undefined) continue;
    // A colour alone is none: only what it is said to be or to belong to.
    if (
      /^ha[sd]$|wear|wore|bear|bore|dressed|display|fly|flew|emblazon|armed|marked|painted|fitted/.test(
        reading.words(link).toLowerCase(),
      ) &&
      special === undefined &&
      !belongs(reading, extended(reading, phrase))
    )
      continue;
    const weak = !strong.test(reading.words(link).toLowerCase());
    if (weak && !(reading.at("determiner", phrase.from) !== undefined || special !== undefined || isPlural(reading, phrase))) continue;
    if (weak && subjectIsPerson(reading, link.from)) continue;
    add(extended(reading, phrase));
  }
  for (let at = 0; at < reading.tokens.length; at++) {
    // "But a self-propelled gun": what it is instead.
    const but =
      reading.key(at) === "but" && /^an?$/.test(reading.key(at + 1)) && reading.marks("negation").some((one) => one.to <= at)
        ? at + 1
        : undefined;
    // "Identified by their patches as members of the 3rd Brigade", "not a tank"
    const as = /^(?:identified|recognised|recognized|described)$/.test(reading.key(at)) ? asBehind(reading, at + 1) : undefined;
    const not = reading.key(at) === "not" && reading.at("determiner", at + 1) !== undefined ? at + 1 : undefined;
    const start = as ?? not ?? but;
    const phrase = start === undefined ? undefined : nounPhraseAfter(reading, start, links);
    if (phrase === undefined) continue;
    if (as === undefined && !known.some((one) => one.from >= phrase.from && one.to <= phrase.to)) continue;
    add(extended(reading, phrase));
    // "The lorries as Bison tippers and the emblem as that of a quarry company"
    if (as !== undefined)
      for (let more = phrase.to; more < phrase.to + 12 && more < reading.tokens.length; more++)
        if (reading.key(more) === "as") {
          const second = nounPhraseAfter(reading, more + 1, links);
          if (second !== undefined) add(extended(reading, second));
        }
  }
  for (let at = 1; at < reading.tokens.length - 1; at++) {
    // "The pick-up in the clip is a Wren 4x4", "the helmets are film props", "the van was not an ambulance"
    if (!/^(?:is|are|was|were)$/.test(reading.key(at)) || closed(at)) continue;
    const subject = nounPhraseBefore(reading, at);
    let start = at + 1;
    // "Is in fact a disused cinema" says what any thing is.
    const inFact =
      reading.key(start) === "in" && /^(?:fact|reality)$/.test(reading.key(start + 1)) ? 2 : reading.key(start) === "actually" ? 1 : 0;
    if (inFact > 0) start += inFact;
    else if (/^(?:not|in|probably|possibly|clearly)$/.test(reading.key(start))) start++;
    const complement = nounPhraseAfter(reading, start, links);
    if (complement === undefined || complement.from !== start) continue;
    const wide = subject === undefined ? undefined : { from: Math.max(0, subject.from - 6), to: subject.to };
    const thing =
      wide === undefined
        ? /^(?:it|they)$/.test(reading.key(at - 1))
        : known.some((one) => one.from >= subjectStart(reading, at) && one.to <= wide.to);
    if (!thing && !(inFact > 0 && subject !== undefined && !subjectIsPerson(reading, at))) continue;
    const determined = /^(?:an?|the|that|those)$/.test(reading.key(start));
    const plural = !determined && /s$/.test(reading.key(complement.to - 1)) && reading.verbAt(complement.to - 1) === undefined;
    const model =
      modelIn(reading, complement) !== undefined ||
      (determined && capitalIn(reading, complement)) ||
      known.some((one) => one.from >= complement.from && one.to <= complement.to);
    if (subject === undefined ? !model : !(determined || plural)) continue;
    if (complement.to - complement.from === 1 && /(?:ed|en|ing)$/.test(reading.key(complement.from))) continue;
    add(extended(reading, complement));
  }
  for (let at = 0; at < reading.tokens.length - 2; at++) {
    // "Saw a river guard badge": whose it is stands before it.
    const worn = /^(?:badges?|patch|patches|emblem|insignia|uniforms?)$/.test(reading.key(at))
      ? nounPhraseBefore(reading, at + 1)
      : undefined;
    if (worn !== undefined && worn.to - worn.from > 3 && /^(?:saw|wore|wearing|had|with|wear|seen)$/.test(reading.key(worn.from - 1)))
      add(worn);
    // "Footage shows a Stork turboprop"
    if (/^(?:shows?|showed)$/.test(reading.key(at)) && /^an?$/.test(reading.key(at + 1)) && reading.isCapital(at + 2)) {
      const shown = nounPhraseAfter(reading, at + 1, new Set(["of"]));
      if (shown !== undefined && shown.to - shown.from > 2) add(shown);
    }
    // "Вертолёт в кадре – «Буревестник»", "эмблема на щите – знак музея"
    if (reading.lexicon.language !== "en" && /^[—–]$/.test(reading.key(at)) && known.some((one) => one.to <= at && at - one.from < 8)) {
      const named = namedIn(reading, at + 1) ?? nounPhraseAfter(reading, at + 1, links);
      if (named !== undefined && named.from === at + 1) add(named);
    }
    // "На самом деле это учебные машины автошколы"
    if (/^(?:це|это)$/.test(reading.key(at)) && /^(?:деле|насправді)$/.test(reading.key(at - 1))) {
      const really = nounPhraseAfter(reading, at + 1, links);
      if (really !== undefined && really.from === at + 1 && !reading.isCapital(at + 1)) add(really);
    }
    // "Видно тягач, імовірно, «Буран-6»"
    const likely = reading.at("hedge", at);
    if (
      reading.lexicon.language !== "en" &&
      likely?.from === at &&
      reading.key(at - 1) === "," &&
      reading.key(likely.to) === "," &&
      known.some((one) => one.to === at - 1)
    ) {
      const named = namedIn(reading, likely.to + 1);
      if (named !== undefined) add(named);
    }
    const after = known.find((one) => one.from === at);
    const name = after === undefined || reading.lexicon.language === "en" ? undefined : namedIn(reading, after.to);
    if (name !== undefined && name.from === after?.to) add({ from: nounPhraseBefore(reading, after.to)?.from ?? after.from, to: name.to });
    // "152 mm shells"
    if (!/^\d/.test(reading.key(at)) || !/^(?:mm|-mm|millimetre|millimeter|мм)$/.test(reading.key(at + 1))) continue;
    const phrase = nounPhraseAfter(reading, at, links);
    if (phrase !== undefined && known.some((one) => one.from >= phrase.from && one.to <= phrase.to)) add(phrase);
  }
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!model.test(reading.tokens[at]?.text ?? "") || /^(?:A|M|B|E|H|P|T)\d{1,3}$/.test(reading.tokens[at]?.text ?? "")) continue;
    const phrase = nounPhraseAfter(reading, at, new Set()) ?? { from: at, to: at + 1 };
    const before = nounPhraseBefore(reading, at + 1) ?? phrase;
    add({ from: before.from, to: phrase.to });
  }
  return found;
}

/** "The armbands used by the territorial guard" */
function extended(reading: Reading, phrase: Range): Range {
  const by = /^(?:used|worn|issued|carried|favoured|favored|made|flown)$/.test(reading.key(phrase.to - 1)) ? phrase.to : phrase.to + 1;
  const lead = by === phrase.to || /^(?:used|worn|issued|carried|favoured|favored|made|flown)$/.test(reading.key(phrase.to));
  if (!lead || !/^(?:by|to|in)$/.test(reading.key(by))) return phrase;
  const whose = nounPhraseAfter(reading, by + 1, links);
  return whose === undefined ? phrase : { from: phrase.from, to: whose.to };
}

function belongs(reading: Reading, phrase: Range): boolean {
  for (let at = phrase.from; at < phrase.to; at++)
    if (
      /^(?:of|used|worn|issued|military|army|police|camouflage|standard)$/.test(reading.key(at)) ||
      (at > phrase.from && reading.isCapital(at))
    )
      return true;
  return false;
}

function asBehind(reading: Reading, from: number): number | undefined {
  for (let at = from; at < from + 7; at++) {
    if (reading.key(at) === "as") return at + 1;
    if (/^[,;.]$/.test(reading.key(at))) return undefined;
  }
  return undefined;
}

/** A name of a word or three between quotation marks, with its marks. */
function namedIn(reading: Reading, at: number): Range | undefined {
  if (!/^[«“"]$/.test(reading.key(at))) return undefined;
  for (let to = at + 1; to < at + 5; to++) if (/^[»”"]$/.test(reading.key(to))) return to > at + 1 ? { from: at, to: to + 1 } : undefined;
  return undefined;
}

/** Where the clause of a copula begins. */
function subjectStart(reading: Reading, at: number): number {
  let start = at;
  while (
    start > 0 &&
    !/^[,;:—–(]$/.test(reading.key(start - 1)) &&
    reading.at("that", start - 1) === undefined &&
    !/^(?:but|and)$/.test(reading.key(start - 1))
  )
    start--;
  return start;
}

function capitalIn(reading: Reading, range: Range): boolean {
  for (let at = range.from; at < range.to; at++) if (reading.isCapital(at)) return true;
  return false;
}

function isPlural(reading: Reading, range: Range): boolean {
  return /s$/.test(reading.key(range.to - 1));
}

function modelIn(reading: Reading, range: Range): number | undefined {
  for (let at = range.from; at < range.to; at++) if (model.test(reading.tokens[at]?.text ?? "")) return at;
  return undefined;
}

function subjectIsPerson(reading: Reading, end: number): boolean {
  const subject = nounPhraseBefore(reading, end);
  if (subject === undefined)
    return reading.at("pronoun", end - 1) !== undefined && !/^(?:it|they|that|which|these|those)$/.test(reading.key(end - 1));
  for (let at = subject.from; at < subject.to; at++) if (reading.at("bareActor", at) !== undefined) return true;
  return false;
}

/** Quotations that are said to have been spoken or written where it happened. */
export function findSpeech(reading: Reading, inFootage: boolean): readonly FoundValue[] {
  const found: FoundValue[] = [];
  const runs: Range[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const nth = reading.quoted[at] ?? -1;
    if (nth < 0) continue;
    let to = at + 1;
    while (to < reading.tokens.length && reading.quoted[to] === nth) to++;
    runs.push({ from: at, to });
    at = to - 1;
  }
  runs.push(...innerQuotations(reading));
  for (const run of runs) {
    const last = found.at(-1);
    const cue =
      (last !== undefined && goesOn(reading, last.range.to, run.from) ? last.cue : undefined) ??
      cueFor(reading, run) ??
      saysInFootage(reading, run, inFootage) ??
      innerCue(reading, run);
    if (cue === undefined) continue;
    let range = run;
    while (/^[,.!?…]$/.test(reading.key(range.to - 1)) && range.to - range.from > 1) range = { from: range.from, to: range.to - 1 };
    const span = reading.span(range);
    const by =
      nounPhraseBefore(reading, startOfCue(reading, cue.from)) ?? (cue.to <= run.from ? undefined : nounPhraseAfter(reading, cue.to));
    const words = by === undefined ? null : reading.words(by);
    found.push({
      cue,
      aspect: "speech",
      value: { is: "speech", words: reading.text.slice(span.start, span.end), by: words },
      span,
      range,
      at: cue.from,
    });
  }
  return found;
}

/** Within the words of somebody who tells of it, a colon or a verb brings in what was said there. */
function innerCue(reading: Reading, run: Range): Range | undefined {
  const nth = reading.quoted[run.from - 2] ?? -1;
  if (nth < 0 || nth !== reading.quoted[run.from]) return undefined;
  const at = reading.key(run.from - 2) === ":" ? run.from - 3 : run.from - 2;
  return reading.isWord(at) ? { from: at, to: at + 1 } : undefined;
}

/** 'Everybody back inside' within the words of somebody who tells of it. */
function innerQuotations(reading: Reading): readonly Range[] {
  const found: Range[] = [];
  for (const match of reading.text.matchAll(/(?<![\p{L}\p{N}])['‘]([^'‘’"“”]{2,100})['’](?![\p{L}\p{N}])/gu)) {
    const range = reading.range({ start: match.index + 1, end: match.index + match[0].length - 1 });
    if (reading.quoted[range.from] !== undefined && (reading.quoted[range.from] ?? -1) >= 0) found.push(range);
  }
  for (const match of reading.text.matchAll(/“([^“”«»]{2,100})”/gu)) {
    const range = reading.range({ start: match.index + 1, end: match.index + match[0].length - 1 });
    const nth = reading.quoted[range.from] ?? -1;
    if (nth >= 0 && reading.quoted[range.from - 2] === nth) found.push(range);
  }
  return found;
}

/** "… and, a moment later, …": the same voice. */
function goesOn(reading: Reading, from: number, to: number): boolean {
  if (to - from > 10 || to <= from) return false;
  for (let at = from; at < to; at++)
    if (
      (reading.saysAt(at) !== undefined && reading.lexicon.language === "en") ||
      /^[;]$/.test(reading.key(at)) ||
      reading.at("spokenThere", at) !== undefined
    )
      return false;
  return Array.from({ length: to - from }, (_, nth) => reading.key(from + nth)).some((key) => /^(?:and|then|а|і|и|та)$/.test(key));
}

function startOfCue(reading: Reading, from: number): number {
  let at = from;
  while (
    at > 0 &&
    (reading.at("passive", at - 1) !== undefined ||
      /^(?:can|could|be|has|had|been|sprayed|painted|scrawled|daubed|chalked|written)$/.test(reading.key(at - 1)))
  )
    at--;
  return at;
}

/** A cue right before the quotation or right behind it. */
function cueFor(reading: Reading, run: Range): Range | undefined {
  let before: Range | undefined;
  for (const mark of reading.marks("spokenThere")) {
    if (mark.to <= run.from && run.from - mark.to <= 8 && !pause(reading, mark.to, run.from)) before = mark;
    if (
      mark.from >= run.to &&
      mark.from - run.to <= 5 &&
      before === undefined &&
      (!/^(?:read|reads|written|words|painted)$/.test(reading.key(mark.from)) ||
        (/^(?:written|painted)$/.test(reading.key(mark.from)) && mark.from - run.to <= 2)) &&
      !pause(reading, run.to + 1, mark.from)
    )
      return mark;
  }
  return before;
}

/** "In the clip, a man says": words in footage are words at the event. */
export function saysInFootage(reading: Reading, run: Range, inFootage: boolean): Range | undefined {
  for (let at = run.from - 1; at >= 0 && run.from - at < (inFootage ? 12 : 4); at--) {
    const says = reading.saysAt(at);
    if (says !== undefined)
      return shownBy(reading, at) !== undefined || isWritten(reading, at) || (inFootage && /s$/.test(reading.key(says.from)))
        ? says
        : undefined;
  }
  return undefined;
}

/** "Words in red paint on the door said". */
function isWritten(reading: Reading, says: number): boolean {
  for (let at = 0; at < says; at++)
    if (
      /^(?:words|sign|banner|inscription|graffiti|slogan|slogans|poster|plaque|placard|letters|label|plate|writing|leaflet|leaflets|notice|(?:паркан|стін|забор|стен|двер|плакат|напис|надпис)\p{L}*)$/u.test(
        reading.key(at),
      )
    )
      return true;
  return false;
}

function pause(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^[;.!?]$/.test(reading.key(at)) || reading.saysAt(at) !== undefined) return true;
  return false;
}

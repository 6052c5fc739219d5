/** Blockers of items: what whoever gave them agreed to, and what protected persons need before anybody shows them. */
import { holdIn } from "../core/conditions/binding.ts";
import type { Use } from "../core/conditions/conditions.ts";
import { type MayUse, mayUse } from "../core/conditions/may-use.ts";
import type { EditionItem } from "../core/edition/edition.ts";
import type { LapsedBecause } from "../core/redaction/override-standing.ts";
import type { EditionFacts, EditionItemFacts, ProtectedFacts, Stretch } from "./edition-facts.ts";
import type { Blocker } from "./edition-rules.ts";
import { leftOver, outsideOf, shownStretches, stretchWords } from "./stretches.ts";

export function conditionBlockers({ plan, at }: EditionFacts, facts: EditionItemFacts): Blocker[] {
  const asked = plan.items.find(({ item }) => item === facts.item);
  const use = useOf(plan.sort, asked?.as ?? "left-out", (asked?.stills.length ?? 0) > 0);
  if (use === undefined) return [];
  const answer = mayUse(facts.bindings, use, at);
  return answer.allowed ? [] : [refusal(facts, answer)];
}

/** Words about an item need no consent to show it; its being kept and analysed was agreed to before. Undefined for what is not there. */
function useOf(sort: "court" | "public", as: EditionItem["as"], stills: boolean): Use | undefined {
  if (as === "left-out") return undefined;
  if (sort === "court") return "share-with-court";
  if (as === "full") return "publish";
  return as === "redacted" || stills ? "show-redacted" : "analyse";
}

function refusal({ item, bindings }: EditionItemFacts, { because, why }: Extract<MayUse, { allowed: false }>): Blocker {
  const giver = "whoever gave it, by stating conditions anew";
  const leave = `Leave ${item} out, or describe it in words`;
  switch (because) {
    case "withdrawn": {
      const held = holdIn(bindings) === undefined ? "" : " A legal hold keeps it in the case, and lets nothing out.";
      return { code: "consent-withdrawn", what: item, why: `${why}.${held}`, who: giver, how: `${leave}.` };
    }
    case "embargo":
      return { code: "embargo", what: item, why: `${why}.`, who: giver, how: `${leave}, or wait until the embargo ends.` };
    default:
      return { code: "no-consent", what: item, why: `${why}.`, who: giver, how: `${leave}, or ask for consent and state it.` };
  }
}

/** Of both editions: what cannot be made as it is planned, since a mark or a stretch of it cannot be found. */
export function materialBlockers({ plan }: EditionFacts, facts: EditionItemFacts): Blocker[] {
  const asked = plan.items.find(({ item }) => item === facts.item);
  if (asked === undefined) return [];
  const { item, unreadableMarks, whole } = facts;
  const showsRecording = asked.as === "full" || asked.as === "redacted";
  const covers =
    asked.as === "redacted" || (asked.as !== "left-out" && asked.stills.some(({ redacted }) => redacted || plan.sort === "public"));
  const isNotShown = asked.as === "described" || asked.as === "left-out";
  return [
    ...(isNotShown && asked.why.trim() === ""
      ? [
          {
            code: "why-missing",
            what: item,
            why: asked.as === "described" ? "It is described in words, and nobody wrote them." : "It is left out, and nobody wrote why.",
            who: "whoever writes the edition",
            how: asked.as === "described" ? "Describe what it shows." : "Say why it is left out: its readers are told.",
          } satisfies Blocker,
        ]
      : []),
    ...(covers || (plan.sort === "public" && showsRecording)
      ? unreadableMarks.map((mark): Blocker => ({
          code: "mark-unreadable",
          what: `${mark} on ${item}`,
          why: "Its document cannot be read in this copy of the case: nobody knows what it covers, and nothing would be covered.",
          who: "whoever has a copy that holds it; or whoever redacts",
          how: `Bring its document back from such a copy, mark it anew and withdraw ${mark}, or leave ${item} out.`,
        }))
      : []),
    ...(showsRecording ? outsideOf(asked, facts) : []).map((one): Blocker => ({
      code: "excerpt-outside",
      what: `excerpt of ${item}, ${stretchWords(one)}`,
      why: `On its own clock the recording goes from ${stretchWords(whole ?? one)}.`,
      who: "whoever writes the edition",
      how: "Say the seconds as the screen of the item shows them.",
    })),
  ];
}

/** Only of public editions: a court sees the whole. */
export function protectionBlockers(edition: EditionFacts, facts: EditionItemFacts): Blocker[] {
  const { plan, by } = edition;
  const asked = plan.items.find(({ item }) => item === facts.item);
  if (plan.sort === "court" || asked === undefined || asked.as === "left-out") return [];
  if (asked.as === "described" && asked.stills.length === 0) return [];
  const blockers: Blocker[] = [];
  const { item } = facts;
  const picture = facts.media !== "other";
  if (asked.as === "full")
    blockers.push({
      code: "original-in-public",
      what: item,
      why: "A public edition shows no original: its metadata and its hash would go with it.",
      who: "whoever writes the edition",
      how: "Choose redacted, described or left out. What needs no cover is re-encoded all the same.",
    });
  for (const { atS, redacted } of asked.stills)
    if (!redacted)
      blockers.push({
        code: "still-not-redacted",
        what: `still of ${item} at ${stretchWords({ fromS: atS, toS: atS })}`,
        why: "A still of a public edition goes through the redaction layer.",
        who: "whoever writes the edition",
        how: "Choose it as redacted.",
      });
  if (!picture) return blockers;
  blockers.push(...tellsLength(asked, facts));
  const shown = shownStretches(asked, facts);
  if (shown === undefined) {
    blockers.push({
      code: "duration-unknown",
      what: item,
      why: "Its length is not known, so nothing shows that it was looked at to its end.",
      who: "whoever writes the edition",
      how: "Choose excerpts, or have it analysed first.",
    });
    return blockers;
  }
  return [...blockers, ...notCovered(facts, shown, by), ...foundBare(facts, shown), ...notViewed(facts, shown, by)];
}

/** Rows that a person still reads; the rest of an item is one more. */
const mostRegionRows = 100;

/** What a detector found. That it found nothing lifts nothing: see `notViewed`. */
function foundBare({ item, unmarked, unreadRuns }: EditionItemFacts, shown: readonly Stretch[]): Blocker[] {
  const bare = unmarked.filter((one) => shownOf([one], shown).length > 0);
  const rows = bare.slice(0, mostRegionRows);
  const further = bare.length - rows.length;
  return [
    ...unreadRuns.map((line): Blocker => ({
      code: "detection-unread",
      what: item,
      why: `What a program found in it (line ${line}) cannot be read in this copy, so nobody can say what of it is covered.`,
      who: "whoever redacts",
      how: "Bring the object back, or have the program look anew.",
    })),
    ...rows.map((one): Blocker => ({
      code: "region-unmarked",
      what: `${one.label} in ${item}, ${stretchWords(one)}, ${one.where}`,
      why: `${one.program} took it for something to cover, and no mark covers it. A program guesses, and what it does not find may be there all the same.`,
      who: "whoever redacts; or anybody by name who says what it is",
      how: "Mark it through the whole stretch, leave the stretch out, or say on the screen Redact what it is and why it may be shown.",
    })),
    ...(further === 0
      ? []
      : [
          {
            code: "region-unmarked" as const,
            what: `${further} more regions in ${item}`,
            why: "A program took them for something to cover, and no mark covers them.",
            who: "whoever redacts; or anybody by name who says what they are",
            how: "The screen Redact lists them all.",
          },
        ]),
  ];
}

function notCovered(facts: EditionItemFacts, shown: readonly Stretch[], by: string): Blocker[] {
  const standing = facts.marks.filter((mark) => !facts.overrides.some((one) => one.redaction === mark.redaction && one.hasReason));
  const muted = standing.filter(({ what }) => what === "sound");
  return facts.protected.flatMap((person): Blocker[] => {
    const { subject } = person;
    const overridden = facts.overrides.some((one) => one.subject === subject && one.hasReason && one.by !== by && one.by !== one.askedBy);
    if (overridden) return [];
    const own = standing.filter((mark) => mark.subject === subject);
    const boxes = own.filter(({ what }) => what === "box");
    return [
      ...leftOver(seenIn(person, facts, shown), boxes).map((bare) => bareBlocker(person, facts, bare, "no mark covers them there")),
      ...leftOver(heardIn(person, facts, shown, own.length > 0), muted).map((bare) =>
        bareBlocker(person, facts, bare, "their voice, or what is said of them, is not muted there"),
      ),
    ];
  });
}

/** Where somebody has to be covered: all that is shown but what states say they are not in. What nobody looked at counts as seen. */
function seenIn({ known, stretches, outOfFrame }: ProtectedFacts, { media }: EditionItemFacts, shown: readonly Stretch[]): Stretch[] {
  if (media === "sound") return [];
  if (known === "said") return shownOf(stretches, shown);
  const away = outOfFrame.length === 0 ? [] : leftOver(outOfFrame, stretches);
  return leftOver(shown, away);
}

/**
 * Where the sound has to be muted: of who is seen, all that is shown but where states say that their voice is not there, since what
 * nobody listened for counts as heard. Of who is spoken of, where they are; all of it where nobody said when and no mark names them.
 */
function heardIn(
  { known, heard, silent }: ProtectedFacts,
  { media, hasSound }: EditionItemFacts,
  shown: readonly Stretch[],
  isMarked: boolean,
): Stretch[] {
  if (media === "picture" || (media === "video" && !hasSound)) return [];
  const lasting = shown.filter(({ fromS, toS }) => toS > fromS);
  if (media === "sound" || known === "seen") return leftOver(lasting, silent.length === 0 ? [] : leftOver(silent, heard));
  if (heard.length === 0 && !isMarked) return lasting;
  return shownOf(heard, lasting).filter(({ fromS, toS }) => toS > fromS);
}

const lapsedWords: Readonly<Record<LapsedBecause, string>> = {
  "person-changed": "more was said of the person since",
  "bytes-gone": "the bytes that it was given for are gone",
  "marks-changed": "a mark was made, changed or taken back since",
  "conditions-changed": "other conditions bind the item since",
};

function bareBlocker(
  { subject, protection, copyOf }: ProtectedFacts,
  { item, lapsed }: EditionItemFacts,
  bare: Stretch,
  why: string,
): Blocker {
  const where = copyOf === null ? subject : `${subject} of ${copyOf}, of which ${item} is a copy,`;
  return {
    code: "protected-not-covered",
    what: `${where} in ${item}, ${stretchWords(bare)}`,
    why: [
      `${subject} is protected (${protection.join(", ")}), and ${why}.`,
      ...lapsed
        .filter((one) => one.subject === subject)
        .map(({ line, because }) => `The exception in line ${line} lapsed: ${lapsedWords[because]}.`),
    ].join(" "),
    who: "whoever redacts; or a second person, who did not ask for it, by overriding with a reason",
    how:
      copyOf === null
        ? "Mark them through the whole stretch, leave the stretch out, state where they are not in the picture or not heard, or have it overridden."
        : `Describe them in ${item} too and judge both labels the same person, mark them by this label, leave the stretch out, or have it overridden.`,
  };
}

function notViewed(facts: EditionItemFacts, shown: readonly Stretch[], by: string): Blocker[] {
  const makers = new Set(facts.marks.map((mark) => mark.by));
  const seconds = facts.viewed.filter((one) => !makers.has(one.by) && one.by !== by);
  return leftOver(shown, seconds).map((bare) => ({
    code: "not-viewed-whole",
    what: `${facts.item}, ${stretchWords(bare)}`,
    why: "No second person said that they viewed all of it, and that no person, plate, reflection or voice in it is unmarked.",
    who: "a second person: not who marked it, and not who makes the edition",
    how: "View it whole, with sound, as it will be shown, and say so.",
  }));
}

/** Whoever is shown part of a recording and its last moment knows how long it is, and finds it by that. */
function tellsLength({ as, excerpts, stills }: EditionItem, { item, whole }: EditionItemFacts): Blocker[] {
  const durationS = whole === null ? 0 : whole.toS - whole.fromS;
  if (whole === null || durationS < 1 || (as === "redacted" && excerpts.length === 0)) return [];
  const last = whole.toS - 0.02;
  const tells = [
    ...excerpts.filter(({ fromS, toS }) => toS >= last || Math.abs(toS - fromS - durationS) < 0.02),
    ...stills.flatMap(({ atS }) => (atS >= last ? [{ fromS: atS, toS: atS }] : [])),
  ];
  return tells.map((stretch) => ({
    code: "tells-length",
    what: `${item}, ${stretchWords(stretch)}`,
    why: "It reaches to the end of the recording, and so tells its exact length, which the edition withholds.",
    who: "whoever writes the edition",
    how: `End it at ${Math.max(0, Math.ceil(last) - 1)} s or earlier, or show the recording whole.`,
  }));
}

/** What of `stretches` is shown. */
function shownOf(stretches: readonly Stretch[], shown: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((one) =>
    shown.flatMap((part) => {
      const both = { fromS: Math.max(one.fromS, part.fromS), toS: Math.min(one.toS, part.toS) };
      return both.toS >= both.fromS ? [both] : [];
    }),
  );
}

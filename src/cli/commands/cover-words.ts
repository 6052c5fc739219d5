/** `cover-words CASE ITEM`: words that a public edition does not say: which are marked and where they stand now, and one more. */
import { resolve } from "node:path";
import { markWords } from "../../actions/mark-words.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { everywhere } from "../../core/redaction/anchor-words.ts";
import type { RedactionReason } from "../../core/redaction/redaction.ts";
import { placeKey, WordsPlace, wordsReasons } from "../../core/redaction/words-mark.ts";
import { SubjectId } from "../../core/subject/subject.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { redactionIndex } from "../../reads/redactions/redaction-index.ts";
import { wordsOf } from "../../reads/redactions/words-of.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const coverWordsCommand: Command = {
  name: "cover-words",
  usage: "cover-words CASE ITEM [--in PLACE --words WORDS [--cause CAUSE] [--subject P1]]",
  summary: "mark words of a tier or a text that a public edition does not say; without --words, list what is marked and what hangs loose",
  flags: {
    in: { type: "string" },
    words: { type: "string" },
    cause: { type: "string" },
    subject: { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    in: "the text: w2/14 (a segment of a tier), post/3 (counted from 1), title, body or caption/1",
    words: "the words as they stand there; they must stand there once",
    cause: "what is covered: spoken-name when left out, person, place, plate, document, other",
    subject: "whom, by the label of the case",
    json: "print one JSON object a line",
  },
  examples: [
    "witnessmark cover-words cases/market i12",
    'witnessmark cover-words cases/market i12 --in w2/14 --words "Ana Marshwarden" --subject P1',
  ],
  async run(program, given) {
    const [casePath, named] = words(coverWordsCommand, given, 2) as [string, string];
    const item = ItemId.safeParse(named);
    if (!item.success) throw new CaseError("INPUT_INVALID", `cover-words: expected an item such as i12; found ${visibleText(named)}`);
    const exact = text(given, "words");
    const place = text(given, "in");
    if ((exact === undefined) !== (place === undefined))
      throw new CaseError("INPUT_INVALID", "cover-words: expected --in and --words together; found one of them");
    const session = await program.openCase(resolve(casePath), {
      access: exact === undefined ? "read" : "write",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      if (exact === undefined || place === undefined) return await list(program, session, given, item.data);
      await mark(program, session, given, { item: item.data, place: placeOf(place), exact });
      return 0;
    } finally {
      await session.close();
    }
  },
};

function placeOf(said: string): WordsPlace {
  const [, sort = "", number = ""] = /^(w[1-9]\d*|post|title|body|caption)(?:\/([1-9]\d*))?$/.exec(said) ?? [];
  const counted = Number(number) - 1;
  const wanted: unknown = sort.startsWith("w")
    ? { in: "tier", tier: sort, segment: Number(number) }
    : sort === "post"
      ? { in: "text", part: { sort: "post", post: counted } }
      : sort === "caption"
        ? { in: "text", part: { sort: "picture-caption", picture: counted } }
        : { in: "text", part: { sort: sort === "title" ? "article-title" : "article-body" } };
  const place = sort === "" ? undefined : WordsPlace.safeParse(wanted).data;
  if (place === undefined)
    throw new CaseError("INPUT_INVALID", `--in: expected w2/14, post/3, title, body or caption/1; found ${visibleText(said)}`);
  return place;
}

function causeOf(said: string): RedactionReason {
  const cause = wordsReasons.find((one) => one === said);
  if (cause === undefined)
    throw new CaseError("INPUT_INVALID", `--cause: expected one of ${wordsReasons.join(", ")}; found ${visibleText(said)}`);
  return cause;
}

async function mark(
  program: Program,
  { reader, viewer, writer, vault }: CaseSession,
  given: Given,
  { item, place, exact }: { item: ItemId; place: WordsPlace; exact: string },
): Promise<void> {
  const cause = causeOf(text(given, "cause") ?? "spoken-name");
  const subject = SubjectId.or(SubjectId.optional()).safeParse(text(given, "subject"));
  if (!subject.success)
    throw new CaseError("INPUT_INVALID", `--subject: expected a label such as P1; found ${visibleText(text(given, "subject") ?? "")}`);
  const redactions = redactionIndex(reader);
  const found = await (await redactions.texts(item)).textOf(place);
  if (found === undefined)
    throw new CaseError("INPUT_INVALID", `--in: expected a text of ${item} that this copy holds; found none that is ${placeKey(place)}`);
  const spans = everywhere(found.text, { exact });
  const [span] = spans;
  if (span === undefined || spans.length > 1)
    throw new CaseError(
      "INPUT_INVALID",
      `--words: expected words that stand once in ${placeKey(place)}; found them ${spans.length === 0 ? "nowhere" : `${spans.length} times`}`,
    );
  const { id, seq } = await markWords({ writer, vault, redactions }, viewer, {
    ...{ item, place, reading: found.reading, span, exact, cause, subject: subject.data ?? null, reason: "" },
  });
  const { marks } = await wordsOf(reader, viewer, item);
  const soughtAlone = marks.find(({ redaction }) => redaction === id)?.soughtAlone ?? false;
  if (given.flags["json"] === true) printJson(program.out, "words-covered", { item, redaction: id, seq, soughtAlone });
  else {
    program.out.line(`Line ${seq} is ${id}: it covers these words in ${placeKey(place)} of ${item}.`);
    if (!soughtAlone)
      program.out.line(
        "They are too short or too common to be looked for by themselves: they are covered here, and looked for with the words around them.",
      );
  }
}

async function list(program: Program, { reader, viewer }: CaseSession, given: Given, item: ItemId): Promise<0 | 3> {
  const { marks } = await wordsOf(reader, viewer, item);
  const standing = marks.filter(({ withdrawn }) => withdrawn === undefined);
  for (const { redaction, mark: held, anchored, cause, subject, soughtAlone } of standing) {
    const place = anchored?.state === "there" ? anchored.place : held === "withheld" ? null : held.sort.place;
    const state =
      anchored === null ? "withheld" : anchored.state === "loose" ? `loose: ${anchored.why}` : anchored.moved ? "moved" : "there";
    if (given.flags["json"] === true)
      printJson(program.out, "covered-words", {
        item,
        redaction,
        place: place === null ? null : placeKey(place),
        state,
        cause,
        subject,
        soughtAlone,
      });
    else
      program.out.line(
        `${redaction}  ${place === null ? "withheld" : placeKey(place)}  ${cause}${subject === null ? "" : `  ${subject}`}  ${state}`,
      );
  }
  if (standing.length === 0 && given.flags["json"] !== true) program.out.line(`No words of ${item} are marked.`);
  return standing.some(({ anchored }) => anchored?.state !== "there") ? 3 : 0;
}

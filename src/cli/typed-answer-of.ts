/** The answer that a person gives on the command line: by flags, as JSON, or asked for on the terminal. Never said again by the program. */
import { z } from "zod";
import { CaseError } from "../core/case/case-error.ts";
import { Answer, type AskedPrecision } from "../core/review/answer.ts";
import { type Typed, typedPlace, typedTime, typedWords, type TypedFault } from "../core/review/typed-answer.ts";
import { type Command, type Given, text } from "./command.ts";
import type { Program } from "./program.ts";
import { readJsonInput } from "./read-json-input.ts";

export const answerFlags: Command["flags"] = {
  ...{ place: { type: "string" }, radius: { type: "string" }, from: { type: "string" }, to: { type: "string" }, zone: { type: "string" } },
  ...{ choice: { type: "string" }, words: { type: "string" }, "cannot-tell": { type: "string" }, answer: { type: "string" } },
};

export const answerFlagHelp: Command["flagHelp"] = {
  place: "coordinates in any form that people write; with --radius",
  radius: "metres that the place may be off by, at 95 %",
  from: "the earliest that it was, such as 2022-03-29 12:00; left out where that is open",
  to: "the latest that it was; left out where that is open",
  zone: "whose clocks --from and --to are, such as Europe/Kyiv",
  choice: "one of the choices that the question offers",
  words: "the answer in words, where the question asks for words",
  "cannot-tell": "you looked and cannot tell; say why",
  answer: "the answer as JSON from this file, or - for standard input; other processes see flags, and not this",
};

/** Throws CaseError INPUT_INVALID. */
export async function answerOf(program: Program, given: Given, asked: AskedPrecision): Promise<Answer> {
  const file = text(given, "answer");
  if (file !== undefined) return readJsonInput(program, file, z.union([Answer]));
  const cannot = text(given, "cannot-tell");
  if (cannot !== undefined) return read(typedWords("cannot-tell", cannot));
  const ask = async (flag: string, question: string) => text(given, flag) ?? (await program.ask(question)) ?? "";
  switch (asked.sort) {
    case "place": {
      const place = await ask("place", "Coordinates, in any form (empty if you cannot tell): ");
      if (place.trim() === "") return cannotTell(program);
      return read(typedPlace(place, await ask("radius", `Radius in metres, at 95 % (asked for: at most ${asked.radiusM}): `)));
    }
    case "time": {
      const flags = text(given, "from") !== undefined || text(given, "to") !== undefined;
      const [from, to] = [flags ? (text(given, "from") ?? "") : await ask("from", "From (empty if open): "), text(given, "to") ?? ""];
      const until = flags ? to : await ask("to", "To (empty if open): ");
      if (from.trim() === "" && until.trim() === "") return cannotTell(program);
      return read(typedTime(from, until, await ask("zone", "Whose clocks, such as Europe/Kyiv: ")));
    }
    case "choice": {
      const choice = await ask("choice", `One of ${asked.choices.map((one) => JSON.stringify(one)).join(", ")}: `);
      return choice.trim() === "" ? cannotTell(program) : { sort: "choice", choice: choice.trim() };
    }
    case "words":
      return read(typedWords("words", await ask("words", "Your answer in words: ")));
  }
}

async function cannotTell(program: Program): Promise<Answer> {
  return read(typedWords("cannot-tell", (await program.ask("Why you cannot tell: ")) ?? ""));
}

const expected: { readonly [fault in TypedFault]: string } = {
  "no-place": "--place: expected coordinates, such as 12.3456, 65.4321; found none",
  "no-radius": "--radius: expected metres above 0; found none",
  "no-time": "--from, --to: expected a time such as 2022-03-29 12:00, the second not before the first; found none",
  "no-zone": "--zone: expected whose clocks these are, such as Europe/Kyiv; found none",
  "no-words": "expected words; found none. Give an answer by flags, by --answer, or on a terminal.",
};

function read(typed: Typed): Answer {
  if (typed.state === "read") return typed.answer;
  throw new CaseError("INPUT_INVALID", expected[typed.fault]);
}

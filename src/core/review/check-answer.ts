/** Whether an answer is one that its question can be answered with. */
import type { Answer, AskedPrecision } from "./answer.ts";

/** What is wrong, as an expectation and a finding; undefined when nothing is. A vague answer is no fault: comparing says so. */
export function faultOfAnswer(answer: Answer, asked: AskedPrecision): string | undefined {
  if (answer.sort === "cannot-tell") return undefined;
  if (answer.sort !== asked.sort)
    return `expected an answer of the sort that the question asks for (${asked.sort}), or that you cannot tell; found ${answer.sort}`;
  if (answer.sort === "choice" && asked.sort === "choice" && !asked.choices.includes(answer.choice))
    return `expected one of the ${asked.choices.length} choices that the question offers; found another`;
  if (answer.sort === "time" && [answer.from, answer.to].some((end) => end !== "open" && Number.isNaN(Date.parse(end))))
    return "expected days of the calendar and times of the clock; found one that is none";
  if (answer.sort === "time" && answer.from !== "open" && answer.to !== "open" && Date.parse(answer.from) > Date.parse(answer.to))
    return "expected an interval that ends at its beginning or later; found one that ends before it begins";
  if (answer.sort === "time" && answer.from === "open" && answer.to === "open")
    return "expected an interval with a beginning or an end; found both open. Where nothing can be said, say that you cannot tell.";
  return undefined;
}

/** What a language model answered, taken apart: anything may stand there, so each claim is read for itself and what does not fit is told. */
import { z } from "zod";
import { Aspect, Basis, HedgeSort, Polarity, Speaker } from "../../core/claim/claim.ts";
import { ActClass } from "../../core/claim/claim-value.ts";
import { EventSort } from "../../core/event/event.ts";

/** More than a text that may be sent could hold. */
export const mostAnswerCharacters = 2_000_000;
const mostClaims = 500;

const Words = z.string().min(1).max(2000);
const Copied = Words.nullish().transform((words) => words ?? null);

/** Members that we did not ask for are left out. */
export const AssistantClaim = z.object({
  piece: z.number().int().min(0).default(0),
  quote: z.string().min(1).max(8000),
  aspect: Aspect,
  words: Words,
  polarity: Polarity,
  hedges: z
    .array(z.object({ words: Words, sort: HedgeSort }))
    .max(20)
    .default([]),
  basis: Basis.default("unstated"),
  basisWords: Copied,
  speakers: z
    .array(z.object({ words: Words, who: Speaker.shape.who.default("unknown"), says: Copied, direct: z.boolean().default(false) }))
    .max(20)
    .default([]),
  event: EventSort.or(z.literal("unclear")).default("unclear"),
  side: z.enum(["did", "suffered", "unclear"]).default("unclear"),
  count: z.enum(["one", "several", "unknown"]).default("unknown"),
  act: ActClass.default("other"),
  object: Copied,
  by: Copied,
  of: Aspect.exclude(["verification"]).or(z.literal("unstated")).default("unstated"),
  outcome: z.enum(["verified", "partly", "not-verified"]).default("not-verified"),
});
export type AssistantClaim = z.infer<typeof AssistantClaim>;

export interface RefusedClaim {
  /** What was to be the quote, or the words, as far as there were any; cut short. */
  readonly words: string;
  readonly why: string;
}

export type AssistantAnswer =
  | { readonly state: "read"; readonly claims: readonly AssistantClaim[]; readonly refused: readonly RefusedClaim[] }
  /** `why` speaks of the answer's shape and repeats nothing of it. */
  | { readonly state: "unreadable"; readonly why: string };

export function readAssistantAnswer(content: string): AssistantAnswer {
  const unreadable = (found: string): AssistantAnswer => ({
    state: "unreadable",
    why: `expected one JSON object with a list of claims; found ${found}`,
  });
  if (content.length > mostAnswerCharacters) return unreadable(`more than ${mostAnswerCharacters} characters`);
  const bare = unfenced(content);
  if (bare === "") return unreadable("nothing");
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return unreadable("something that is not JSON");
  }
  const list = z.object({ claims: z.array(z.unknown()) }).safeParse(value);
  if (!list.success) return unreadable("JSON without such a list");
  const claims: AssistantClaim[] = [];
  const refused: RefusedClaim[] = [];
  for (const one of list.data.claims.slice(0, mostClaims)) {
    const read = AssistantClaim.safeParse(one);
    if (read.success) claims.push(read.data);
    else refused.push({ words: wordsOf(one), why: shapeFault(read.error) });
  }
  const left = list.data.claims.length - mostClaims;
  if (left > 0) refused.push({ words: "", why: `expected at most ${mostClaims} claims; ${left} more were not read` });
  return { state: "read", claims, refused };
}

/** Models like to wrap what they were asked for in a fence, or to think aloud first. */
function unfenced(content: string): string {
  const said = content.lastIndexOf("</think>");
  const text = (said < 0 ? content : content.slice(said + "</think>".length)).trim();
  const opens = text.indexOf("{");
  const closes = text.lastIndexOf("}");
  return opens < 0 || closes < opens ? text : text.slice(opens, closes + 1);
}

/** Which member, and what was expected there. */
function shapeFault(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join(".") || "the claim"}: ${issue?.message ?? "expected another shape"}`;
}

function wordsOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { quote, words } = value as { quote?: unknown; words?: unknown };
  return [quote, words].find((one): one is string => typeof one === "string")?.slice(0, 300) ?? "";
}

/**
 * Puts a question to people who answer without seeing each other's answers. Whoever wrote what is to be found is refused as a blind
 * answerer; what somebody looked at, or was told, no case can know.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { BlindId } from "../core/blind/blind.ts";
import type { BlindReviews } from "../core/blind/blind-review.ts";
import type { ItemId } from "../core/item/item.ts";
import type { PersonId } from "../core/key/key.ts";
import type { QuestionId } from "../core/question/question.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { BlindPorts, QuestionKnown } from "./blind-ports.ts";
import { demandItems } from "./demand-items.ts";
import { createSealing } from "./sealing.ts";

export interface WantedBlind {
  readonly question: QuestionId;
  /** What is shown; those of the question where none are named. */
  readonly items: readonly ItemId[];
  readonly to: readonly { readonly person: PersonId | null; readonly blind: boolean }[];
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN, NOT_ALLOWED for who knows the answer already. */
export async function assignBlind(
  ports: BlindPorts,
  viewer: Viewer,
  { question, items, to, reason }: WantedBlind,
): Promise<{ id: BlindId; seq: number }> {
  demand(viewer, "append");
  const thing = `blind review of question ${question}`;
  const asked = await demandQuestion(ports, question);
  const shown = [...new Set(items.length === 0 ? asked.items : items)];
  if (shown.length === 0 || shown.length > 50)
    throw new CaseError("INPUT_INVALID", `${thing}: expected from 1 to 50 items to look at; found ${shown.length}`);
  await demandItems(ports, shown);
  await demandAnswerers(ports, thing, to);
  for (const { person, blind } of to) {
    const known = blind && person !== null ? await ports.blind.knows(person, question, { items: shown, event: asked.event }) : undefined;
    if (known !== undefined)
      throw new CaseError("NOT_ALLOWED", `${thing}: expected a blind answerer who found nothing on it; found that ${person} ${known}`);
  }
  if (reason.trim() === "") demandNotAskedBefore(thing, question, to, await ports.blind.reviews());
  const { sealOrNull, opens } = createSealing(ports.writer);
  const why = sealOrNull(reason.trim() === "" ? null : reason.trim());
  let id: BlindId = "z1";
  const [line] = await ports.writer.append(async (numbers) => {
    const open = [...(await ports.blind.reviews()).values()].find((one) => one.question === question && one.ended === null && isOpen(one));
    if (open !== undefined)
      throw new CaseError("INPUT_INVALID", `${thing}: expected none that waits for answers; found ${open.blind}. End it first.`);
    id = numbers.next("z");
    const data = { blind: id, question, precision: asked.precision, items: shown, to: [...to], reason: why };
    return [{ kind: "blind.assigned", data, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

/** Their door stood open since that review ended, so it is worth less: whoever asks again says why. */
function demandNotAskedBefore(thing: string, question: QuestionId, to: WantedBlind["to"], reviews: BlindReviews): void {
  const asked = new Set(to.flatMap(({ person, blind }) => (blind && person !== null ? [person] : [])));
  for (const { blind, question: about, ended, to: before } of reviews.values()) {
    const again = before.find((one) => one.blind && one.person !== null && asked.has(one.person));
    if (about !== question || ended === null || again === undefined) continue;
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a reason, because ${again.person} was asked before, in ${blind}, which was ended in line ${ended.line}, and could see the case since; found none. The reason stands in the case.`,
    );
  }
}

const isOpen = ({ sealed, to }: { sealed: readonly { slot: number | null }[]; to: readonly unknown[] }): boolean =>
  sealed.filter(({ slot }) => slot !== null).length < to.length;

async function demandQuestion({ blind }: BlindPorts, id: QuestionId): Promise<QuestionKnown> {
  const asked = await blind.question(id);
  if (asked === undefined || asked.withdrawn)
    throw new CaseError(
      "INPUT_INVALID",
      `question ${id}: expected one that stands; found ${asked === undefined ? "none of that number" : "one that was withdrawn"}`,
    );
  return asked;
}

async function demandAnswerers({ blind }: BlindPorts, thing: string, to: WantedBlind["to"]): Promise<void> {
  if (to.length < 2 || to.length > 10)
    throw new CaseError("INPUT_INVALID", `${thing}: expected from 2 to 10 people who answer; found ${to.length}`);
  if (!to.some((one) => one.blind))
    throw new CaseError("INPUT_INVALID", `${thing}: expected one at least who answers blind; found none. Two who know agree too easily.`);
  if (to.some(({ person, blind: unseen }) => person === null && !unseen))
    throw new CaseError("INPUT_INVALID", `${thing}: expected whoever opens a packet to answer blind; found one who does not`);
  const people = new Set((await blind.people()).values());
  const named = to.flatMap(({ person }) => (person === null ? [] : [person]));
  const unknown = named.find((person) => !people.has(person));
  if (unknown !== undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected people of this case whose keys count; found ${unknown}, who is none`);
  if (new Set(named).size !== named.length)
    throw new CaseError("INPUT_INVALID", `${thing}: expected each person once; found one twice. Nobody is their own second.`);
}

/** Says what a picture shown with a text shows, and answers what stands against it. Saying it again changes it. */
import { CaseError } from "../core/case/case-error.ts";
import type { ExhibitId, ExhibitShown, ExhibitShows, MismatchAnswers } from "../core/exhibit/exhibit.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandFits } from "./demand-fits.ts";
import { demandItems } from "./demand-items.ts";
import { demandEvent, demandReason } from "./event-ports.ts";
import type { ExhibitPorts } from "./exhibit-ports.ts";
import { createSealing } from "./sealing.ts";

export interface ExhibitWanted {
  readonly beside: ItemId;
  readonly shown: ExhibitShown;
  readonly shows: ExhibitShows;
  /** As a person read it; null where the text's own caption stands. */
  readonly caption: string | null;
  readonly answers: MismatchAnswers;
  readonly reason: string;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. What stands against it need not be answered here: until then it cannot be cited. */
export async function describeExhibit(
  ports: ExhibitPorts,
  viewer: Viewer,
  { beside, shown, shows, caption, answers, reason }: ExhibitWanted,
): Promise<{ id: ExhibitId; seq: number }> {
  demand(viewer, "append");
  const thing = `${shown.is === "picture" ? `picture ${shown.picture + 1}` : shown.item} beside ${beside}`;
  demandReason(thing, reason);
  await demandItems(ports, [beside, ...(shown.is === "item" ? [shown.item] : [])]);
  if (shown.is === "item" && shown.item === beside)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a picture beside another item; found the item itself`);
  const typed = caption?.trim() ?? "";
  const said = answers.map((answer) => ({ ...answer, reason: answer.reason.trim() }));
  demandFits(thing, "caption, answers and reason", [typed, said, reason]);
  const { seal, opens } = createSealing(ports.writer);
  const data = {
    ...{ beside, shown, shows },
    caption: typed === "" ? null : seal(typed),
    answers: answers.length === 0 ? null : seal(said),
    reason: seal(reason.trim()),
  };
  let id: ExhibitId = "x1";
  const [line] = await ports.writer.append(async (numbers) => {
    const events = shows.is === "event" ? shows.events : [];
    for (const event of events) await demandEvent(ports, event);
    const place = await ports.exhibits.place(beside, shown);
    if (place === undefined) throw new CaseError("INPUT_INVALID", `${thing}: expected a picture that ${beside} lists; found none there`);
    const against = await ports.exhibits.mismatches(beside, shown, typed === "" ? null : typed, events);
    for (const { mismatch, reason: answer } of answers) {
      demandReason(`${thing}, answer to ${mismatch}`, answer);
      if (!against.some(({ key }) => key === mismatch))
        throw new CaseError(
          "INPUT_INVALID",
          `${thing}: expected an answer to what stands against it; found one to something else. Look again.`,
        );
    }
    id = place.id ?? numbers.next("x");
    return [{ kind: "exhibit.described", data: { exhibit: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

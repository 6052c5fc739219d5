/**
 * Counts a shot: a person says that what is heard or seen at a moment was one. It rests on a sudden sound of the item's list or on an
 * observation of it, and its time is no more exact than said.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ObservationId } from "../core/observation/observation.ts";
import { faultOfStretch } from "../core/subject/check-state.ts";
import type { ShotBasis, ShotChannel, ShotId } from "../core/subject/shot.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Numbers } from "./case-writer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandItems } from "./demand-items.ts";
import { demandReason, refuseFault } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";
import { demandNoNames, demandOwnObservations, type SubjectPorts } from "./subject-ports.ts";

export interface WantedShot {
  /** Absent for a new one. */
  readonly shot?: ShotId | undefined;
  readonly item: ItemId;
  readonly atS: number;
  readonly plusMinusS: number;
  readonly channel: ShotChannel;
  /** Of a sudden sound its onset: which analysis lists it is looked up. */
  readonly basis:
    { readonly by: "sudden-sound"; readonly atS: number } | { readonly by: "observation"; readonly observation: ObservationId } | ShotStood;
  /** Why it is called a shot. */
  readonly words: string;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** What another of its item was counted by, as it stands in the record: the list of sounds may be another one since. */
export interface ShotStood {
  readonly by: "as-counted";
  readonly basis: ShotBasis;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function countShot(ports: SubjectPorts, viewer: Viewer, wanted: WantedShot): Promise<{ id: ShotId; seq: number }> {
  demand(viewer, "append");
  const ready = await readyShot(ports, wanted);
  let id: ShotId = "sh1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandItems(ports, [wanted.item]);
    const draft = await ready(numbers);
    id = draft.data.shot;
    return [draft];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

type ShotDraft = Extract<EntryDraft, { kind: "shot.counted" }>;

/** What can be said of it beforehand is checked now; the rest, and its number, when it is appended. */
export async function readyShot(ports: SubjectPorts, wanted: WantedShot): Promise<(numbers: Numbers) => Promise<ShotDraft>> {
  const { shot, item, atS, plusMinusS, channel } = wanted;
  const thing = shot === undefined ? `new shot in ${item}` : `shot ${shot}`;
  if (shot !== undefined) demandReason(thing, wanted.reason);
  if (wanted.words.trim() === "")
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected why it is called a shot, in words; found none. The program calls no sound one.`,
    );
  demandNoNames(thing, item, [wanted.words, wanted.reason]);
  refuseFault(thing, faultOfStretch(atS, atS, await ports.subjects.span(item)));
  const { seal, sealOrNull, opens } = createSealing(ports.writer);
  const reason = wanted.reason.trim();
  const data = {
    item,
    atS,
    plusMinusS,
    channel,
    words: seal(wanted.words.trim()),
    reason: sealOrNull(reason === "" ? null : reason),
  };
  return async (numbers) => {
    const basis = await demandBasis(ports, thing, wanted);
    if (shot !== undefined) {
      const before = await ports.subjects.shot(shot);
      demandStanding(thing, before.state);
      if (before.item !== item) throw new CaseError("INPUT_INVALID", `${thing}: expected ${before.item}, in which it is; found ${item}`);
    }
    return { kind: "shot.counted", data: { shot: shot ?? numbers.next("sh"), ...data, basis }, opens };
  };
}

async function demandBasis(ports: SubjectPorts, thing: string, { item, basis }: WantedShot): Promise<ShotBasis> {
  if (basis.by === "as-counted" && basis.basis.by === "sudden-sound") return basis.basis;
  const said = basis.by === "as-counted" ? basis.basis : basis;
  if (said.by === "observation") {
    await demandOwnObservations(ports, thing, item, [said.observation]);
    return said;
  }
  const result = await ports.subjects.soundListing(item, said.atS);
  if (result === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a sudden sound of ${item} at ${said.atS} s; found none in its list`);
  return { by: "sudden-sound", result, atS: said.atS };
}

/**
 * Keeps a pair sheet with a person's verdict. Marks are checked against the two originals; a state that both items show needs a mark
 * on its thing. What follows for time is worked out from what stands and is never written down here.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { faultOfPair, type ScenePair } from "../core/scene/check-pair.ts";
import { ScenePairSheet } from "../core/scene/scene-pair-sheet.ts";
import type { ScenePairId } from "../core/scene/scene.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { demandFits } from "./demand-fits.ts";
import { demandItems } from "./demand-items.ts";
import { refuseFault } from "./event-ports.ts";
import { keepJsonDocument } from "./keep-document.ts";
import type { ScenePorts } from "./scene-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedScenePair extends ScenePair {
  /** Absent for a new one. */
  readonly pair?: ScenePairId | undefined;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function judgeScenePair(
  ports: ScenePorts,
  viewer: Viewer,
  wanted: WantedScenePair,
): Promise<{ id: ScenePairId; seq: number }> {
  demand(viewer, "append");
  const { pair, a, b, verdict } = wanted;
  const thing = pair === undefined ? `new pair sheet of ${a} and ${b}` : `pair sheet ${pair}`;
  const sheet = ScenePairSheet.parse(wanted.sheet);
  refuseFault(thing, faultOfPair({ ...wanted, sheet }));
  demandFits(thing, "reason", [wanted.reason]);
  await demandItems(ports, [a, b]);
  for (const [item, marks] of [[a, sheet.pairs.map((one) => one.a)] as const, [b, sheet.pairs.map((one) => one.b)] as const])
    await demandFrames(ports, thing, item, marks);
  const digest = await keepJsonDocument(ports.vault, sheet);
  const { seal, opens } = createSealing(ports.writer);
  const data = { a, b, sheet: digest, verdict, reason: seal(wanted.reason.trim()) };
  let id: ScenePairId = pair ?? "sp1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandNamed(ports, thing, sheet);
    if (pair === undefined) {
      // Two sheets could say "same" and "not same", and the bound would pass by the first.
      const standing = await ports.scenes.pairOf(a, b);
      if (standing !== undefined)
        throw new CaseError("INPUT_INVALID", `${thing}: expected no sheet of the two that stands; found ${standing}. Change that one.`);
      id = numbers.next("sp");
    } else {
      const before = await ports.scenes.pair(pair);
      demandStanding(thing, before?.state ?? "unknown");
      if (before !== undefined && (before.a !== a || before.b !== b))
        throw new CaseError("INPUT_INVALID", `${thing}: expected ${before.a} and ${before.b}, of which it is; found ${a} and ${b}`);
    }
    return [{ kind: "scene-pair.judged", data: { pair: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

async function demandFrames(
  { scenes }: ScenePorts,
  thing: string,
  item: ItemId,
  marks: readonly ScenePairSheet["pairs"][number]["a"][],
): Promise<void> {
  const original = await scenes.original(item);
  if (original === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected two items that the case holds; found ${item}, which it does not`);
  const strange = marks.find(({ frame }) => frame.object !== original);
  if (strange !== undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected marks on the original of ${item}, ${original}; found ${strange.frame.object}`);
}

/** Things and events that it names stand. */
async function demandNamed({ scenes }: ScenePorts, thing: string, { pairs, states }: ScenePairSheet): Promise<void> {
  const objects = new Set([...pairs.flatMap(({ object }) => object ?? []), ...states.map(({ object }) => object)]);
  for (const object of objects) demandStanding(`${thing}: ${object}`, await scenes.object(object));
  const events = new Set(states.flatMap(({ beganWith, endedWith }) => [beganWith, endedWith]).flatMap((event) => event ?? []));
  for (const event of events) demandStanding(`${thing}: event ${event}`, await scenes.event(event));
}

/**
 * What passes for time between items that show one scene, as statements that cite the pair sheet: a state that both show had begun when
 * either was filmed, and was not over. No statement goes from one filming straight to the other, and a pair that is not "same", or was
 * taken back, is not among what is asked for here.
 */
import type { SceneBoundsAnswer, SceneClipRow, SceneOrderRow } from "../../api/scenes.ts";
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import { t } from "../words/t.ts";
import { type Offer, ofClaim } from "./take-from-case.ts";

export function sceneOffers({ orders, clips }: SceneBoundsAnswer, names: ReadonlyMap<string, string>): Offer[] {
  const byItem = new Map(clips.map((clip) => [clip.item as string, clip]));
  const groups = Map.groupBy(orders, ({ pair, state, says }) => `${pair} ${state.object} ${state.words} ${says}`);
  return [...groups].flatMap(([key, ofState]): Offer[] => {
    const [first] = ofState;
    if (first === undefined) return [];
    const event = eventOf(first);
    const eventName = momentName(first, names);
    const statements = ofState.flatMap((order) => ofOrder(order, eventName, byItem.get(order.item), names));
    return [{ key: `scene ${key}`, event: event ?? first.pair, eventName, statements, isMeant: true, note: "subjects.time.passes" }];
  });
}

function eventOf({ state, says }: SceneOrderRow): string | null {
  return says === "began" ? state.beganWith : state.endedWith;
}

/** The event of the case, or a moment of its own for this pair: nothing joins it to that of another pair. */
function momentName(order: SceneOrderRow, names: ReadonlyMap<string, string>): string {
  const event = eventOf(order);
  const state = order.state.words.slice(0, 80);
  return (
    (event === null ? undefined : names.get(event)) ?? t("subjects.time.began", { object: order.state.object, state, pair: order.pair })
  );
}

function ofOrder(
  order: SceneOrderRow,
  moment: string,
  clip: SceneClipRow | undefined,
  names: ReadonlyMap<string, string>,
): TimeStatement[] {
  if (clip === undefined) return [];
  const { item, pair, says, state, cites, reason } = order;
  const ofCase = clip.filming === null ? undefined : names.get(clip.filming);
  const filming = ofCase ?? t("subjects.time.filming", { item });
  const id = t(says === "began" ? "subjects.time.began-before" : "subjects.time.before-over", {
    ...{ object: state.object, state: state.words.slice(0, 60), item, pair },
  });
  const [before, after] = says === "began" ? [moment, filming] : [filming, moment];
  const basis = `${state.object}: ${state.words}. ${reason}`.slice(0, 2000);
  const made: TimeStatement = { id, kind: "order", before, after, cites: [...cites], basis };
  return [made, ...ofFilming(clip, filming, ofCase !== undefined)];
}

/** A filming that is an event of the case brings its own bounds with it. */
function ofFilming({ item, name, posted, taken }: SceneClipRow, filming: string, isOfCase: boolean): TimeStatement[] {
  if (taken !== "unknown") return [ofClaim(taken, filming, t("subjects.time.taken", { item }), [item])];
  if (isOfCase || posted === "unknown") return [];
  const post = t("time-bench.named.post", { item, name: name.slice(-60) });
  return [
    ofClaim(posted, post, t("subjects.time.posted", { item }), [item]),
    { id: t("subjects.time.filmed-before-post", { item }), kind: "order", before: filming, after: post, certain: true, cites: [item] },
  ];
}

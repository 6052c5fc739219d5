/**
 * What follows for time from two items that show one scene. A state that both show, and that came about once, began before both were
 * filmed; one that ends once was over after both. So a bound on the filming of one bounds the state, and the state the other:
 *
 *     began  <=  filmed A        began  <=  filmed B        filmed A, filmed B  <=  over
 *
 * The two filmings are not thereby close to each other: no bound goes from one straight to the other. Anything but a "same" that
 * stands gives nothing, and so does a state that may have come and gone twice. docs/method/subjects.md.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { SharedState } from "../../core/scene/scene-pair-sheet.ts";
import type { ScenePairId, SceneVerdict } from "../../core/scene/scene.ts";

export interface JudgedPair {
  readonly id: ScenePairId;
  readonly a: ItemId;
  readonly b: ItemId;
  readonly verdict: SceneVerdict;
  /** It was taken back. */
  readonly withdrawn: boolean;
  readonly states: readonly SharedState[];
}

/** One moment no later than another, by a state that both items of a pair show. */
export interface SceneOrder {
  readonly state: SharedState;
  readonly pair: ScenePairId;
  readonly item: ItemId;
  /** `began`: the state had begun when the item was filmed. `over`: the item was filmed before it was over. */
  readonly says: "began" | "over";
  /** Records that it rests on: the pair first. */
  readonly cites: readonly string[];
}

export function sceneOrders({ id, a, b, verdict, withdrawn, states }: JudgedPair): SceneOrder[] {
  if (withdrawn || verdict !== "same") return [];
  return states.flatMap((state) => {
    const of = (item: ItemId, says: "began" | "over"): SceneOrder => {
      const event = says === "began" ? state.beganWith : state.endedWith;
      return { state, pair: id, item, says, cites: [id, state.object, a, b, ...(event === null ? [] : [event])] };
    };
    return [
      ...(state.beganOnce ? [of(a, "began"), of(b, "began")] : []),
      // An end that no event names bounds nothing.
      ...(state.endsOnce && state.endedWith !== null ? [of(a, "over"), of(b, "over")] : []),
    ];
  });
}

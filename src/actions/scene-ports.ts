/** What actions on things in scenes and pair sheets must know of the case, and how they refuse. */
import type { EventId } from "../core/event/event.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SceneObjectId, ScenePairId } from "../core/scene/scene.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";
import type { RecordState } from "./claim-ports.ts";
import type { KnowsItems } from "./demand-items.ts";

export interface ScenePorts extends KnowsItems {
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly scenes: {
    object(id: SceneObjectId): Promise<RecordState>;
    /** Undefined when there is none of that number. */
    pair(id: ScenePairId): Promise<{ readonly state: RecordState; readonly a: ItemId; readonly b: ItemId } | undefined>;
    /** The sheet of these two items, in either order, that stands. */
    pairOf(a: ItemId, b: ItemId): Promise<ScenePairId | undefined>;
    event(id: EventId): Promise<RecordState>;
    /** The bytes of an item that the case holds; undefined of any other. */
    original(item: ItemId): Promise<Digest | undefined>;
  };
}

/** What actions on element sheets must know of the case, and how they refuse. */
import type { ElementSheetId } from "../core/element/element-sheet.ts";
import type { EventId } from "../core/event/event.ts";
import type { Ground } from "../core/review/ground.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";
import type { RecordState } from "./claim-ports.ts";

export interface ElementPorts {
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly elements: {
    /** Undefined when there is none of that number. */
    sheet(id: ElementSheetId): Promise<SheetFound | undefined>;
    event(id: EventId): Promise<RecordState>;
    /** Why each ground cannot be cited, in their order; null where it can. */
    faultsOfGrounds(grounds: readonly Ground[], event: EventId): Promise<readonly (string | null)[]>;
  };
}

export interface SheetFound {
  readonly state: RecordState;
  readonly version: number;
  readonly elements: { readonly name: string; readonly version: string };
  readonly event: EventId;
  readonly byName: string;
}

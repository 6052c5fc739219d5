/** Has the person's own recogniser write a draft of what is said in an item; says so where none is set up. */
import type { ItemId } from "../../core/item/item.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { DraftMaker } from "./draft-maker.tsx";
import { RecogniseDialog, type SelectedSpan } from "./recognise-dialog.tsx";

interface RecogniseButtonProps {
  readonly item: ItemId;
  readonly readOnly: boolean;
  /** What is selected, in item time. */
  readonly span?: SelectedSpan | undefined;
  readonly onWritten?: (tier: TierId) => void;
}

export function RecogniseButton({ item, readOnly, span, onWritten }: RecogniseButtonProps) {
  return (
    <DraftMaker
      name="recognise"
      program="recogniser"
      {...{ item, readOnly, onWritten }}
      dialog={(acts) => <RecogniseDialog {...{ item, span }} {...acts} />}
    />
  );
}

/** Has the person's own Tesseract write a draft of the words on an item's pictures; says so where it is not set up. */
import type { ItemId } from "../../core/item/item.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { DraftMaker } from "./draft-maker.tsx";
import { ReadSignsDialog } from "./read-signs-dialog.tsx";

interface ReadSignsButtonProps {
  readonly item: ItemId;
  readonly readOnly: boolean;
  /** The picture that is shown now, in item time. */
  readonly atSec?: number | undefined;
  readonly onWritten?: (tier: TierId) => void;
}

export function ReadSignsButton({ item, readOnly, atSec, onWritten }: ReadSignsButtonProps) {
  return (
    <DraftMaker
      name="signs"
      program="tesseract"
      {...{ item, readOnly, onWritten }}
      dialog={({ onStarted, onClose }) => <ReadSignsDialog {...{ item, atSec, onStarted, onClose }} />}
    />
  );
}

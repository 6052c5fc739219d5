/** Tiers of what is said and written in a recording: made against its waveform, reviewed by a second person. */
import type { ItemId } from "../../core/item/item.ts";
import { t } from "../words/t.ts";

export function SpeechScreen({ itemId }: { readonly itemId: ItemId | undefined }) {
  return (
    <div className="speech-screen" data-item={itemId}>
      <h1>{t("speech.title")}</h1>
    </div>
  );
}

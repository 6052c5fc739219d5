/** Tiers of what is said and written in a recording: made against its waveform, reviewed by a second person. */
import "../bench/bench.css";
import "../bench/stage.css";
import "../bench/player.css";
import "./draft-mark.css";
import "./speech.css";
import "./rows.css";
import type { ItemId } from "../../core/item/item.ts";
import { ItemSpeech } from "./item-speech.tsx";
import { SpeechList } from "./speech-list.tsx";
import { useDraftSweep } from "./use-draft-sweep.ts";

/** `/speech`: which items there are and how their tiers stand; `/speech/i3`: one of them. */
export function SpeechScreen({ itemId }: { readonly itemId: ItemId | undefined }) {
  useDraftSweep();
  return itemId === undefined ? <SpeechList /> : <ItemSpeech key={itemId} itemId={itemId} />;
}

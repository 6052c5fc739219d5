/** Programs that a person set up and that write a draft: of what is said, and of what is written in the picture. */
import { useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { ReadSignsButton } from "../recogniser/read-signs-button.tsx";
import { RecogniseButton } from "../recogniser/recognise-button.tsx";
import { t } from "../words/t.ts";
import type { SpeechPlayer, Stretch } from "./speech-player.ts";

interface DraftMakersProps {
  readonly detail: ItemDetail;
  readonly player: SpeechPlayer | null;
  readonly selection: Stretch | undefined;
  readonly readOnly: boolean;
  readonly onWritten: (tier: TierId) => void;
}

export function DraftMakers({ detail, player, selection, readOnly, onWritten }: DraftMakersProps) {
  const { row, probe } = detail;
  const atMs = useSyncExternalStore(player?.subscribe ?? never, () => restingAt(player));
  const sounds = probe?.streams.some((stream) => stream.type === "audio") ?? false;
  const seen = row.kind === "video" || row.kind === "picture";
  if (readOnly || (!sounds && !seen)) return null;
  const span = selection === undefined ? undefined : { fromSec: selection.fromMs / 1000, toSec: selection.toMs / 1000 };
  return (
    <section className="draft-makers small" aria-label={t("speech.draft-makers")}>
      {sounds ? <RecogniseButton item={row.id} readOnly={readOnly} span={span} onWritten={onWritten} /> : null}
      {seen ? (
        <ReadSignsButton item={row.id} readOnly={readOnly} atSec={atMs === undefined ? undefined : atMs / 1000} onWritten={onWritten} />
      ) : null}
    </section>
  );
}

/** While it plays there is no frame that is meant. */
function restingAt(player: SpeechPlayer | null): number | undefined {
  const state = player?.state();
  return state === undefined || state.playing !== null ? undefined : state.atMs;
}

const never = () => () => undefined;

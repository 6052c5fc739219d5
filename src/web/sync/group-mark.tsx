/** How well the loops of a group close, in a word and a shape. */
import type { SyncGroup } from "../../reason/sync/sync-answer.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

const tones: Readonly<Record<SyncGroup["state"], Tone>> = {
  unchecked: "unknown",
  consistent: "agree",
  "consistent-in-parts": "unknown",
  "consistent-without": "narrower",
  inconsistent: "conflict",
};

export function GroupMark({ group: { state } }: { group: SyncGroup }) {
  return (
    <span className={`chip tone-${tones[state]}`} title={t(`sync.group-means.${state}`)}>
      <ToneMark tone={tones[state]} /> {t(`sync.group.${state}`)}
    </span>
  );
}

/** Same, not the same, cannot tell: by words and shape, never by colour alone. */
import type { SceneVerdict } from "../../core/scene/scene.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

const tones: Readonly<Record<SceneVerdict, Tone>> = { same: "agree", "not-same": "conflict", "cannot-tell": "unknown" };

export function VerdictChip({ verdict }: { readonly verdict: SceneVerdict }) {
  return (
    <span className="chip">
      <ToneMark tone={tones[verdict]} />
      {t(`verdict.${verdict}`)}
    </span>
  );
}

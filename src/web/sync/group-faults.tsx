/** What of a group does not fit, and what of it nothing checks: pairs by name, with what is known of why. */
import type { SyncGroup } from "../../reason/sync/sync-answer.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { pairNames } from "./clip-check.ts";
import type { CasePlan } from "./wall-plan.ts";

export function GroupFaults({ group, plan }: { group: SyncGroup; plan: CasePlan }) {
  const { outliers, soundWays, oneOf, oneOfMayBeSound, unchecked, parts, state } = group;
  const several = parts.filter((part) => part.length > 1);
  return (
    <>
      {outliers.length === 0 ? null : (
        <p className="small tone-conflict">
          <ToneMark tone="conflict" /> {t("sync.outliers", { count: outliers.length, pairs: pairNames(outliers, plan) })}
        </p>
      )}
      {soundWays.length === 0 ? null : (
        <p className="small tone-narrower">
          <ToneMark tone="narrower" /> {t("sync.sound-ways", { count: soundWays.length, pairs: pairNames(soundWays, plan) })}
        </p>
      )}
      {oneOf.map((pairs, at) => (
        <p key={pairs.join(" ")} className="small tone-narrower">
          <ToneMark tone="narrower" />{" "}
          {t(oneOfMayBeSound[at] === true ? "sync.one-of-sound" : "sync.one-of", { count: pairs.length, pairs: pairNames(pairs, plan) })}
        </p>
      ))}
      {state === "unchecked" || unchecked.length === 0 ? null : (
        <p className="small" data-unchecked={unchecked.join(" ")}>
          <ToneMark tone="unknown" /> {t("sync.rests-on-unchecked", { count: unchecked.length, pairs: pairNames(unchecked, plan) })}{" "}
          {several.length < 2 ? "" : t("sync.parts", { parts: several.map((part) => itemNumbers(part, plan)).join(" | ") })}
        </p>
      )}
    </>
  );
}

const itemNumbers = (clips: readonly string[], { itemOf }: CasePlan): string => clips.map((clip) => itemOf(clip).slice(1)).join(", ");

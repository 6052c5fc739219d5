/** Says why a lane is not there, so that an empty place is never a riddle. */
import type { ItemDetail } from "../../api/items.ts";
import { t } from "../words/t.ts";

export function LanesMissing({ detail }: { detail: ItemDetail }) {
  const missing = detail.analyses.filter(
    ({ analyser, state }) => (analyser === "filmstrip" || analyser === "waveform") && state !== "done",
  );
  if (missing.length === 0) return null;
  return (
    <p className="timeline-missing quiet">
      {missing.map(({ analyser, failure }) => (
        <span key={analyser}>
          {failure === undefined
            ? t(analyser === "filmstrip" ? "bench.timeline.strip-waiting" : "bench.timeline.wave-waiting")
            : t(analyser === "filmstrip" ? "bench.timeline.strip-failed" : "bench.timeline.wave-failed", { reason: failure.message })}
        </span>
      ))}
    </p>
  );
}

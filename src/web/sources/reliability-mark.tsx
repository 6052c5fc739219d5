/** The Admiralty letter of a source with its meaning in words; never a number, and never about an item. */
import type { Reliability } from "../../core/source/source.ts";
import { t } from "../words/t.ts";

export function ReliabilityMark({ letter, graded = true }: { letter: Reliability; graded?: boolean }) {
  return (
    <span className="chip reliability">
      <strong className={`letter letter-${letter}`}>{letter}</strong>
      <span>
        {t(`reliability.${letter}`)}
        {graded ? null : <span className="quiet">, {t("reliability.ungraded")}</span>}
      </span>
    </span>
  );
}

/** Who wrote the words of a segment, and who read them against the recording, with what they noted. */
import type { SegmentState, TierAnswer } from "../../api/tiers.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

export function SegmentFacts({ answer, state }: { answer: TierAnswer; state: SegmentState }) {
  const reviews = answer.reviews.filter(({ line }) => state.reviews.includes(line));
  const who = state.writers.map((id) => answer.people[id] ?? id).join(", ");
  return (
    <div className="segment-facts small">
      <p className="quiet">
        {who === ""
          ? t("speech.written-by-program", { version: state.changedIn })
          : t("speech.written-by", { who, version: state.changedIn })}
      </p>
      {reviews.length === 0 ? null : (
        <ul className="review-readers">
          {reviews.map((review) => (
            <li key={review.line}>
              {t(`speech.read-${review.verdict}`, { who: review.byName, version: review.version })}
              {review.note === null ? null : (
                <>
                  {" "}
                  “<IsolatedText text={review.note} />”
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What stands beside a finding: the evidence at the cursor, the blind second answer, what has gone stale, and comments. */
import type { FindingAnswer, QuestionRow } from "../../api/findings.ts";
import { BlindPanel } from "../blind/blind-panel.tsx";
import { CommentThread } from "../comments/comment-thread.tsx";
import { StaleNotice } from "../work/stale-notice.tsx";
import { t } from "../words/t.ts";
import { ElementLinks } from "./element-links.tsx";

interface ReviewSideProps {
  readonly question: QuestionRow | undefined;
  readonly finding: FindingAnswer | undefined;
  readonly card: React.ReactNode;
}

export function ReviewSide({ question, finding, card }: ReviewSideProps) {
  return (
    <div className="review-side-parts">
      {card === null ? null : (
        <section aria-label={t("evidence.at-cursor")}>
          <h2>{t("evidence.at-cursor")}</h2>
          {card}
        </section>
      )}
      {finding === undefined ? null : <StaleNotice key={finding.id} record={finding.id} />}
      {question === undefined ? null : <BlindPanel key={question.id} question={question.id} />}
      {question === undefined ? null : <ElementLinks question={question} />}
      {finding === undefined ? null : <CommentThread key={`comments.${finding.id}`} record={finding.id} atS={null} />}
    </div>
  );
}

/** What was stated of one subject, newest first: the first is in force, the others are what was said before it. */
import type { StatedLine } from "../../api/conditions.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StatementSummary } from "./statement-summary.tsx";
import { instantWords } from "./words-of.ts";

export function StatedLines({ lines, ofSource = false }: { lines: readonly StatedLine[]; ofSource?: boolean }) {
  return (
    <ol className="said-lines">
      {lines.map((line, place) => (
        <li key={line.seq} className={place === 0 ? "is-now" : "is-gone"}>
          <span className="said-head small">
            <strong>{t(place === 0 ? "conditions.in-force" : "conditions.earlier")}</strong>
            <WrittenBy {...line} />
          </span>
          {place === 0 ? (
            <StatementSummary conditions={line.conditions} ofSource={ofSource} />
          ) : (
            <details>
              <summary>{t("conditions.words-then")}</summary>
              <StatementSummary conditions={line.conditions} ofSource={ofSource} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Who wrote a line, when, and which it is. */
export function WrittenBy({ at, byName, seq }: { at: string; byName: string; seq: number }) {
  return (
    <span className="quiet small">
      <IsolatedText text={byName} />, {instantWords(at)}, <Link to={`/custody/${seq}`}>{t("conditions.line", { line: seq })}</Link>
    </span>
  );
}

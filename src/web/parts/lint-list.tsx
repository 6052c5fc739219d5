/** What the linter says of words being typed: each mark with what was expected and what to write instead. Choosing one shows where it stands. */
import "./lint-list.css";
import type { LintFinding } from "../../reason/lint/lint-finding.ts";
import { t } from "../words/t.ts";
import { ToneMark } from "./tone-mark.tsx";

interface LintListProps {
  readonly id?: string;
  readonly marks: readonly LintFinding[];
  readonly onShow: (mark: LintFinding) => void;
}

export function LintList({ id, marks, onShow }: LintListProps) {
  if (marks.length === 0) return null;
  return (
    <ul id={id} className="lint-list small">
      {marks.map((mark, at) => (
        <li key={at} data-code={mark.code}>
          <ToneMark tone={mark.severity === "error" ? "conflict" : "narrower"} />
          <span>
            <button type="button" className="lint-found" onClick={() => onShow(mark)}>
              {t("lint.found", { severity: t(`lint.${mark.severity}`), found: mark.found })}
            </button>{" "}
            {t("lint.expected", { expected: mark.expected })} <span className="quiet">{t("lint.instead", { instead: mark.instead })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

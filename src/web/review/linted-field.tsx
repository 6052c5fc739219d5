/** A field whose words the linter reads as they are typed: what it speaks of is underlined in place, and told in a list beneath. */
import { useId, useRef } from "react";
import type { LintFinding } from "../../reason/lint/lint-finding.ts";
import { LintList } from "../parts/lint-list.tsx";

interface LintedFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly marks: readonly LintFinding[];
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

export function LintedField({ label, hint, value, marks, maxLength = 20_000, onChange }: LintedFieldProps) {
  const [id, told, hinted] = [useId(), useId(), useId()];
  const field = useRef<HTMLTextAreaElement>(null);
  const show = ({ span }: LintFinding): void => {
    field.current?.focus();
    field.current?.setSelectionRange(span.start, span.end);
  };
  return (
    <div className="linted">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={hinted} className="quiet small">
          {hint}
        </p>
      )}
      <div className="linted-wrap">
        <div className="linted-under field" dir="auto" aria-hidden="true">
          {marked(value, marks)}
          {"\n"}
        </div>
        <textarea
          dir="auto"
          ref={field}
          id={id}
          className="field linted-over"
          value={value}
          maxLength={maxLength}
          aria-describedby={[...(hint === undefined ? [] : [hinted]), ...(marks.length === 0 ? [] : [told])].join(" ") || undefined}
          aria-invalid={marks.some(({ severity }) => severity === "error") || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <LintList id={told} marks={marks} onShow={show} />
    </div>
  );
}

/** The same words again under the field, invisible but for the lines under what is marked. Where marks overlap, the first is drawn. */
function marked(value: string, marks: readonly LintFinding[]): React.ReactNode[] {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { span, severity } of marks) {
    if (span.start < at) continue;
    parts.push(value.slice(at, span.start));
    parts.push(
      <mark key={span.start} className={`lint-mark is-${severity}`}>
        {value.slice(span.start, span.end)}
      </mark>,
    );
    at = span.end;
  }
  parts.push(value.slice(at));
  return parts;
}

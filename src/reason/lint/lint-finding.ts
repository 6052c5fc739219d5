/** What the linter says of a text: which rule, where, what was expected there and what to write instead. Stable codes. */
export type LintCode =
  | "mixed-ladders"
  | "mixed-rows"
  | "off-ladder"
  | "likelihood-with-confidence"
  | "verified-without-aspect"
  | "global-stamp"
  | "bare-confirmed"
  | "joined-marks"
  | "judgement-word"
  | "point-without-radius"
  | "time-without-zone";

export interface LintFinding {
  readonly code: LintCode;
  /** An error stops a signature. */
  readonly severity: "error" | "warning";
  /** UTF-16 offsets into the text. */
  readonly span: { readonly start: number; readonly end: number };
  /** The words of the span. */
  readonly found: string;
  readonly expected: string;
  readonly instead: string;
}

/** What a text is: rules differ. A key point is the statement of a finding, read alone. */
export type LintedAs = "finding" | "key-point" | "observation";

/** The dialogs of the bench, one at a time. */
import type { InferenceDetail } from "../../api/inferences.ts";
import type { InferenceId } from "../../core/inference/inference.ts";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import type { TimeSpan } from "../map/time-scale.ts";
import type { ChartRow } from "./chart-rows.ts";
import { FrameDialog } from "./frame-dialog.tsx";
import { HouseRulesDialog } from "./house-rules-dialog.tsx";
import { KeepDialog } from "./keep-dialog.tsx";
import { OpenJsonDialog } from "./open-json-dialog.tsx";
import type { PaperTerms } from "./paper-chart.tsx";
import { StatementDialog } from "./statement-dialog.tsx";
import { TakeDialog } from "./take-dialog.tsx";
import { rulesOf, type TimeDraft, withStatement } from "./time-draft.ts";
import { ExportDialog } from "./time-export-dialog.tsx";

export type OpenDialog =
  | { readonly name: "statement"; readonly changes: TimeStatement | undefined }
  | { readonly name: "take" | "rules" | "frame" | "keep" | "open" | "export" };

interface EditorDialogsProps {
  readonly dialog: OpenDialog | undefined;
  readonly draft: TimeDraft;
  readonly answer: TimeAnswer | undefined;
  readonly rows: readonly ChartRow[];
  readonly range: TimeSpan;
  readonly zone: string;
  readonly terms: PaperTerms;
  readonly kept: InferenceDetail | undefined;
  readonly droppedCount: number;
  readonly onDraft: (draft: TimeDraft) => void;
  readonly onPut: (statements: readonly TimeStatement[], replaces: string | undefined) => void;
  readonly onKept: (id: InferenceId, draft: TimeDraft) => void;
  readonly onPaper: () => void;
  readonly onClose: () => void;
}

export function EditorDialogs(props: EditorDialogsProps) {
  const { dialog, draft, onDraft, onClose } = props;
  const { problem } = draft;
  switch (dialog?.name) {
    case undefined:
      return null;
    case "statement":
      return (
        <StatementDialog
          problem={problem}
          changes={dialog.changes}
          onDone={(statements, replaces) => {
            props.onPut(statements, replaces);
            onClose();
          }}
          onClose={onClose}
        />
      );
    case "take":
      return (
        <TakeDialog
          taken={new Set(problem.statements.map(({ id }) => id))}
          onTake={(statements, records) => {
            const next = statements.reduce((made, one) => withStatement(made, one), draft);
            const names = new Set(next.problem.events);
            const known = Object.entries(records).filter(([name]) => names.has(name));
            onDraft({
              ...next,
              problem: { ...next.problem, eventRecords: { ...next.problem.eventRecords, ...Object.fromEntries(known) } },
            });
            onClose();
          }}
          onClose={onClose}
        />
      );
    case "rules":
      return (
        <HouseRulesDialog
          rules={rulesOf(problem)}
          onSet={(houseRules) => onDraft({ ...draft, problem: { ...problem, houseRules } })}
          onClose={onClose}
        />
      );
    case "frame":
      return <FrameDialog draft={draft} onDraft={onDraft} onClose={onClose} />;
    case "keep":
      return (
        <KeepDialog
          draft={draft}
          inference={props.kept?.inference.id}
          zone={props.zone}
          droppedCount={props.droppedCount}
          onKept={props.onKept}
          onClose={onClose}
        />
      );
    case "open":
      return (
        <OpenJsonDialog
          onOpen={(opened) => {
            onDraft({ ...draft, title: draft.title === "" ? (opened.title ?? "") : draft.title, problem: opened });
            onClose();
          }}
          onClose={onClose}
        />
      );
    case "export":
      return (
        <ExportDialog
          problem={problem}
          answer={props.answer}
          rows={props.rows}
          range={props.range}
          zone={props.zone}
          terms={props.terms}
          onPaper={props.onPaper}
          onClose={onClose}
        />
      );
  }
}

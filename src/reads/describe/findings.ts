/** Entries of questions and findings, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { findingKinds } from "../../core/entry/kinds/findings.ts";
import type { questionKinds } from "../../core/entry/kinds/questions.ts";

type Kind = keyof typeof questionKinds | keyof typeof findingKinds;

export function describeFindingEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "question.asked": {
      const { question, sort, text, reason } = body.data;
      return `Question ${question} (${sort}): ${said(text)}${reason === null ? "" : ` Changed: ${said(reason)}`}`;
    }
    case "question.withdrawn":
      return `Question ${body.data.question} was withdrawn: ${said(body.data.reason)}`;
    case "finding.written": {
      const { finding, version, question, reason } = body.data;
      return `Finding ${finding}, version ${version}, on question ${question} was written.${reason === null ? "" : ` Changed: ${said(reason)}`}`;
    }
    case "finding.signed":
      return `Finding ${body.data.finding}, version ${body.data.version}, was signed by its author.`;
    case "finding.reviewed": {
      const { finding, version, verdict, note } = body.data;
      return `Finding ${finding}, version ${version}, was read by a second person, who ${verdict === "approves" ? "approves it" : "gives it back"}${note === null ? "." : `: ${said(note)}`}`;
    }
    case "finding.withdrawn":
      return `Finding ${body.data.finding} was withdrawn: ${said(body.data.reason)}`;
  }
}

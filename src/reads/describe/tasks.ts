/** Entries of tasks and comments, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { taskKinds } from "../../core/entry/kinds/tasks.ts";

type Kind = keyof typeof taskKinds;

export function describeTaskEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "task.set": {
      const { task, title, state, reason } = body.data;
      return `Task ${task} (${state}): ${said(title)}${reason === null ? "" : ` Changed: ${said(reason)}`}`;
    }
    case "comment.written":
      return `Comment ${body.data.comment} on ${body.data.about.record}: ${said(body.data.text)}`;
    case "comment.withdrawn":
      return `Comment ${body.data.comment} was withdrawn: ${said(body.data.reason)}`;
  }
}

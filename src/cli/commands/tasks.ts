/** `tasks CASE`: what is to be done, by whom, and until when. */
import { resolve } from "node:path";
import { visibleText } from "../../core/text/visible-text.ts";
import { isOver, listTasks, type TaskRow } from "../../reads/work/list-tasks.ts";
import { type Command, words } from "../command.ts";
import { formatTable } from "../format-values.ts";
import { printJson } from "../json-output.ts";

export const tasksCommand: Command = {
  name: "tasks",
  usage: "tasks CASE [--all] [--mine] [--json]",
  summary: "list tasks that are open, by when they are due",
  flags: { all: { type: "boolean" }, mine: { type: "boolean" }, json: { type: "boolean" } },
  flagHelp: {
    all: "also those that are completed or cancelled",
    mine: "only those that are assigned to you",
    json: "print one JSON object a line",
  },
  examples: ["witnessmark tasks cases/market", "witnessmark tasks cases/market --mine"],
  async run(program, given) {
    const [casePath] = words(tasksCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const { reader, viewer } = session;
      const rows = (await listTasks(reader, viewer)).filter(
        ({ state, assigned }) =>
          (given.flags["all"] === true || !isOver(state)) && (given.flags["mine"] !== true || assigned.includes(viewer.person)),
      );
      if (given.flags["json"] === true) for (const row of rows) printJson(program.out, "task", row);
      else if (rows.length === 0) program.out.line("no tasks");
      else
        for (const line of formatTable([["task", "state", "due", "assigned", "about", "what"], ...rows.map(cells)])) program.out.line(line);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function cells({ id, state, due, assigned, about, title }: TaskRow): string[] {
  const of = about === null ? "" : `${about.record}${about.atS === null ? "" : ` at ${about.atS} s`}`;
  return [id, state, due ?? "", assigned.join(" "), of, visibleText(title)];
}

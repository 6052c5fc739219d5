/** `copies CASE`: which items share content, since when each group is known, and which copy is best; compares first what was not compared. */
import { resolve } from "node:path";
import type { CaseSession } from "../../jobs/case-session.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { getCopyGroup } from "../../reads/copies/get-copy-group.ts";
import { listCopyGroups } from "../../reads/copies/list-copy-groups.ts";
import { reopenedOutside } from "../../reads/copies/reopened-judgements.ts";
import { acceptHeadHelp, acceptHeadOf, type Command, type ExitCode, words } from "../command.ts";
import { groupLines, outsideLines, progressLines, reopenedLines } from "../copies-out.ts";
import { analyseAndReport } from "../collect-and-report.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

/** Groups asked for at a time. */
const piece = 100;

export const copiesCommand: Command = {
  name: "copies",
  usage: "copies CASE [ITEM] [--read-only] [--json]",
  summary: "say which items share picture or sound, which seconds, which upload is the earliest known, and which copy is best",
  flags: { "read-only": { type: "boolean" }, "accept-head": { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    "read-only": "compare nothing; say what is missing. Also while another program writes the case",
    "accept-head": acceptHeadHelp,
    json: "print a JSON object for each group, each pair outside of groups, and how far comparing has come",
  },
  examples: ["witnessmark copies cases/market", "witnessmark copies cases/market i12 --json"],
  async run(program, given) {
    const [casePath, of] = words(copiesCommand, given, 1, 2) as [string, string?];
    const item = of === undefined ? undefined : itemOf(of);
    const looking = given.flags["read-only"] === true;
    const session = await program.openCase(resolve(casePath), {
      access: looking ? "read" : "write",
      acceptHead: acceptHeadOf(given),
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      if (!looking) await compareAndReport(program, session);
      if (program.signal.aborted) return 130;
      return await print(program, session, { item, json: given.flags["json"] === true });
    } finally {
      await session.close();
    }
  },
};

function itemOf(word: string): ItemId {
  const item = ItemId.safeParse(word);
  if (!item.success) throw new CaseError("INPUT_INVALID", `copies: expected an item such as i12; found ${word}`);
  return item.data;
}

/** Prints that are missing are made first: nothing can be compared without them. */
async function compareAndReport(program: Program, session: CaseSession): Promise<void> {
  const { out, signal } = program;
  await analyseAndReport(program, session);
  if (signal.aborted) return;
  const { board, copies } = session;
  const unsubscribe = board.subscribe(() => {
    const job = board.summary().running.find(({ name }) => name === "copies");
    if (job !== undefined)
      out.progress(
        `comparing: ${job.detail ?? ""}${job.progress === "unknown" ? "" : `, ${Math.floor(job.progress * 100)} % of this lot`}`,
      );
  });
  const stop = () => void copies.stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    copies.wake();
    await copies.idle();
  } finally {
    signal.removeEventListener("abort", stop);
    unsubscribe();
    out.endProgress();
  }
  const failed = board.summary().ended.filter(({ name, state }) => name === "copies" && state === "failed");
  for (const { reason } of failed) out.note(`comparing stopped: ${reason ?? "the reason is not known"}`);
}

async function print(
  { out }: Program,
  { reader, viewer, copies }: CaseSession,
  { item, json }: { readonly item: ItemId | undefined; readonly json: boolean },
): Promise<ExitCode> {
  const show = async (id: ItemId) => {
    const detail = await getCopyGroup(reader, viewer, id);
    if (json) printJson(out, "copy-group", detail);
    else for (const line of groupLines(detail)) out.line(line);
  };
  if (item !== undefined) {
    await show(item);
    return 0;
  }
  const first = await listCopyGroups(reader, viewer, copies.versions, { limit: piece });
  for (let page = first; page.groups.length > 0;) {
    for (const { id } of page.groups) await show(id);
    page = await listCopyGroups(reader, viewer, copies.versions, { offset: page.offset + page.groups.length, limit: piece });
  }
  const again = await reopenedOutside(reader, viewer);
  if (json) {
    for (const pair of first.outside) printJson(out, "copy-pair", pair);
    for (const judgement of again) printJson(out, "reopened", judgement);
    printJson(out, "copies", { groups: first.total, waiting: first.waiting, reopened: first.reopened, progress: first.progress });
    return 0;
  }
  for (const line of [...outsideLines(first.outside), ...reopenedLines(again, ""), ...progressLines(first)]) out.line(line);
  return 0;
}

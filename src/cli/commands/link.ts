/** `link CASE`: notes links, lists them, records what was seen at a source; and says which programs of one's own may be run on links. */
import { resolve } from "node:path";
import { checkLink } from "../../actions/check-link.ts";
import { noteLinks } from "../../actions/note-links.ts";
import { RiskOfRemoval } from "../../core/conditions/assessment.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { CheckOutcome } from "../../core/link/capture.ts";
import { CaptureSettings } from "../../core/link/capture-settings.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { type LinkFilter, listLinks } from "../../reads/list-links.ts";
import { type Command, type ExitCode, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

const filters: readonly LinkFilter[] = ["waiting", "due", "gone", "captured", "all"];

export const linkCommand: Command = {
  name: "link",
  usage:
    "link CASE URL... [--risk RISK] | link CASE --list [--show WHICH] | link CASE --check ITEM --outcome WHAT [--said TEXT] | link --programs",
  summary: "note links, list them, record what was seen at a source; nothing is fetched",
  flags: {
    risk: { type: "string" },
    list: { type: "boolean" },
    show: { type: "string" },
    check: { type: "string" },
    outcome: { type: "string" },
    said: { type: "string" },
    programs: { type: "boolean" },
    "yt-dlp": { type: "string" },
    "auto-archiver": { type: "string" },
    "auto-archiver-config": { type: "string" },
    minutes: { type: "string" },
    megabytes: { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    risk: `risk of removal: ${RiskOfRemoval.options.join(", ")} (default unknown)`,
    list: "print the links of the case, the most urgent first",
    show: `which links: ${filters.join(", ")} (default all)`,
    check: "the item whose source you looked at, with your own browser",
    outcome: `what you saw: ${CheckOutcome.options.join(", ")}`,
    said: "what you saw, in your words",
    programs: "show or set the programs of your own that the workbench may run on links when you ask",
    "yt-dlp": "with --programs: path of yt-dlp, or off",
    "auto-archiver": "with --programs: path of auto-archiver, or off",
    "auto-archiver-config": "with --auto-archiver: its configuration file",
    minutes: "with --programs: longest run",
    megabytes: "with --programs: most that a run may make",
    json: "print JSON, one object a line",
  },
  examples: [
    "witnessmark link cases/market https://t.me/s/dorvane_news/12 --risk high",
    "witnessmark link cases/market --list --show waiting",
    "witnessmark link cases/market --check i12 --outcome gone --said 'the page says removed'",
    "witnessmark link --programs --yt-dlp /usr/local/bin/yt-dlp",
  ],
  async run(program, given) {
    if (given.flags["programs"] === true) return programs(program, given);
    const [casePath, ...urls] = given.words;
    const check = text(given, "check");
    const list = given.flags["list"] === true;
    if (
      casePath === undefined ||
      ((list || check !== undefined) && urls.length > 0) ||
      (!list && check === undefined && urls.length === 0)
    ) {
      words(linkCommand, { ...given, words: [] }, 1);
    }
    const session = await program.openCase(resolve(casePath ?? ""), {
      access: list ? "read" : "write",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      if (list) return await printLinks(program, session, given);
      return check === undefined ? await note(program, session, given, urls) : await look(program, session, given, check);
    } finally {
      await session.close();
    }
  },
};

async function note(program: Program, session: CaseSession, given: Given, urls: readonly string[]): Promise<ExitCode> {
  const risk = RiskOfRemoval.safeParse(text(given, "risk") ?? "unknown");
  if (!risk.success) throw new CaseError("INPUT_INVALID", `--risk: expected one of ${RiskOfRemoval.options.join(", ")}; found another`);
  const answers = await noteLinks(session.capturePorts, session.viewer, { given: urls, riskOfRemoval: risk.data });
  for (const answer of answers) {
    if (given.flags["json"] === true) {
      const item = answer.state === "refused" ? { reason: answer.reason } : { item: answer.item, normalised: answer.link.normalised };
      printJson(program.out, "link", { given: answer.given, state: answer.state, ...item });
    } else if (answer.state === "refused") program.out.note(`${visibleText(answer.given)}: not noted: ${answer.reason}`);
    else program.out.line(`${answer.item}  ${answer.state === "noted" ? "noted" : "already there"}  ${answer.link.shown}`);
  }
  return answers.some(({ state }) => state === "refused") ? 2 : 0;
}

async function look(program: Program, session: CaseSession, given: Given, named: string): Promise<ExitCode> {
  const item = ItemId.safeParse(named);
  const outcome = CheckOutcome.safeParse(text(given, "outcome"));
  if (!item.success) throw new CaseError("INPUT_INVALID", `--check: expected an item such as i12; found ${visibleText(named)}`);
  if (!outcome.success)
    throw new CaseError("INPUT_INVALID", `--outcome: expected one of ${CheckOutcome.options.join(", ")}; found another or none`);
  const { seq } = await checkLink(session.capturePorts, session.viewer, {
    ...{ item: item.data, outcome: outcome.data, how: "by-hand", statement: text(given, "said") ?? "", evidence: [] },
  });
  if (given.flags["json"] === true) printJson(program.out, "link-checked", { item: item.data, outcome: outcome.data, seq });
  else program.out.line(`${item.data}: ${outcome.data}; line ${seq} says so.`);
  return 0;
}

async function printLinks(program: Program, session: CaseSession, given: Given): Promise<ExitCode> {
  const show = text(given, "show") ?? "all";
  const filter = filters.find((one) => one === show);
  if (filter === undefined) throw new CaseError("INPUT_INVALID", `--show: expected one of ${filters.join(", ")}; found another`);
  const { clock } = session.capturePorts;
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const page = await listLinks(session.reader, session.viewer, clock, { filter, offset, limit: 500 });
    total = page.total;
    for (const row of page.links) {
      if (given.flags["json"] === true) printJson(program.out, "link-row", { ...row });
      else {
        const gone = row.gone === "not-known" ? "" : `  gone at source between ${row.gone.after} and ${row.gone.by}`;
        program.out.line(
          `${row.item}  risk ${row.riskOfRemoval}  ${row.captured ? "captured" : "not captured"}${row.due ? "  due" : ""}${gone}  ${row.shown}`,
        );
      }
    }
  }
  return 0;
}

async function programs(program: Program, given: Given): Promise<ExitCode> {
  words(linkCommand, given, 0);
  const before = await program.captureSettings.read();
  const [ytDlp, archiver, config] = [text(given, "yt-dlp"), text(given, "auto-archiver"), text(given, "auto-archiver-config")];
  const [minutes, megabytes] = [text(given, "minutes"), text(given, "megabytes")];
  const next = CaptureSettings.safeParse({
    v: 1,
    ytDlp: ytDlp === undefined ? before.ytDlp : ytDlp === "off" ? null : { path: ytDlp },
    autoArchiver: archiver === undefined ? before.autoArchiver : archiver === "off" ? null : { path: archiver, config },
    limits: {
      minutes: minutes === undefined ? before.limits.minutes : Number(minutes),
      megabytes: megabytes === undefined ? before.limits.megabytes : Number(megabytes),
    },
  });
  if (!next.success) {
    const issue = next.error.issues[0];
    throw new CaseError("INPUT_INVALID", `--programs: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected other values"}`);
  }
  if ([ytDlp, archiver, config, minutes, megabytes].some((one) => one !== undefined)) await program.captureSettings.write(next.data);
  if (given.flags["json"] === true) printJson(program.out, "capture-programs", { file: program.captureSettings.file, ...next.data });
  else {
    program.out.line(`yt-dlp: ${next.data.ytDlp?.path ?? "off"}`);
    program.out.line(
      `auto-archiver: ${next.data.autoArchiver === null ? "off" : `${next.data.autoArchiver.path} --config ${next.data.autoArchiver.config}`}`,
    );
    program.out.line(
      `at most ${next.data.limits.minutes} minutes and ${next.data.limits.megabytes} megabytes a run; kept in ${program.captureSettings.file}`,
    );
  }
  return 0;
}

/** `source CASE [SOURCE]`: sources of a case, or one of them. Who a protected one is comes only with `--restricted` and the passphrase. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { SourceId } from "../../core/source/source.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { getSource, restrictedOf } from "../../reads/get-source.ts";
import { listSources } from "../../reads/list-sources.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const sourceCommand: Command = {
  name: "source",
  usage: "source CASE [SOURCE [--restricted]]",
  summary: "list the sources of a case, or show one with its grades over time",
  flags: { restricted: { type: "boolean" }, json: { type: "boolean" } },
  flagHelp: {
    restricted: "open the restricted identity and note from private.age; asks for its passphrase",
    json: "print JSON",
  },
  examples: ["witnessmark source cases/market", "witnessmark source cases/market s1 --restricted"],
  async run(program, given) {
    const [casePath, named] = words(sourceCommand, given, 1, 2) as [string, string | undefined];
    const restricted = given.flags["restricted"] === true;
    const id = named === undefined ? undefined : SourceId.safeParse(named);
    if (id?.success === false)
      throw new CaseError("INPUT_INVALID", `source: expected a source such as s1; found ${visibleText(named ?? "")}`);
    if (id === undefined && restricted) throw new CaseError("INPUT_INVALID", "source: expected one source with --restricted; found none");
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const json = given.flags["json"] === true;
      if (id === undefined) await printList(program, session, json);
      else await printOne(program, session, id.data, { json, restricted });
      return 0;
    } finally {
      await session.close();
    }
  },
};

async function printList(program: Program, session: CaseSession, json: boolean): Promise<void> {
  for (const source of await listSources(session.reader, session.viewer)) {
    if (json) printJson(program.out, "source", source);
    else {
      const { id, sort, label, reliability, graded, mayContact, gave, posted } = source;
      const facts = `gave ${gave}, posted ${posted}, contact ${mayContact}`;
      program.out.line(`${id}  ${reliability}${graded ? "" : " (not graded)"}  ${sort}  ${visibleText(label)}  ${facts}`);
    }
  }
}

async function printOne(
  program: Program,
  session: CaseSession,
  id: SourceId,
  { json, restricted }: { json: boolean; restricted: boolean },
): Promise<void> {
  const detail = await getSource(session.reader, session.viewer, id);
  if (restricted && !detail.source.hasIdentity && !detail.source.hasRestricted)
    throw new CaseError("INPUT_INVALID", `source ${id}: expected a restricted identity or note; found none`);
  const identity = restricted && detail.source.hasIdentity ? await openRestricted(session, id, "identity") : undefined;
  const note = restricted && detail.source.hasRestricted ? await openRestricted(session, id, "restricted") : undefined;
  if (json) {
    printJson(program.out, "source", {
      ...detail,
      ...(identity === undefined ? {} : { identity }),
      ...(note === undefined ? {} : { restrictedNote: note }),
    });
    return;
  }
  const { source, grades, gave, posted, conditions } = detail;
  const { line } = program.out;
  line(`${source.id}  ${source.sort}  ${visibleText(source.label)}`);
  if (source.about !== null) line(visibleText(source.about));
  line(`Access: ${visibleText(source.access)}`);
  line(`Motive: ${visibleText(source.motive)}`);
  line(`History: ${visibleText(source.history)}`);
  line(`Reliability ${source.reliability} as of today${source.graded ? "" : ": nobody has graded it"}`);
  for (const grade of grades) line(`  ${grade.reliability} from ${grade.asOf} on: ${visibleText(grade.reason)} (line ${grade.seq})`);
  line(
    conditions[0] === undefined
      ? "Conditions: nobody stated any"
      : `Conditions: publish ${conditions[0].conditions.scope.publish} (line ${conditions[0].seq})`,
  );
  line(`Gave: ${gave.map((item) => item.id).join(", ") || "nothing"}`);
  line(`Posted: ${posted.map((item) => item.id).join(", ") || "nothing"}`);
  if (identity !== undefined) line(`Restricted: ${visibleText(identity)}`);
  else if (source.hasIdentity) line("A restricted identity is kept in private.age; --restricted opens it.");
  if (note !== undefined) line(`Restricted note on risks: ${visibleText(note)}`);
  else if (source.hasRestricted) line("A restricted note on risks is kept in private.age; --restricted opens it.");
}

async function openRestricted(session: CaseSession, id: SourceId, which: "identity" | "restricted"): Promise<string> {
  const sealed = await restrictedOf(session.reader, session.viewer, id, which);
  const value = (await session.restricted()).get(sealed)?.value;
  if (value === undefined) throw new CaseError("INPUT_INVALID", "private.age: expected the restricted words; found none beside this case");
  return String(value);
}

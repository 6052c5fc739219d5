/** `note CASE ITEM`: words on an item, from standard input; restricted ones stay on this machine, encrypted. */
import { resolve } from "node:path";
import { writeNote } from "../../actions/write-note.ts";
import { writeRestrictedNote } from "../../actions/write-restricted-note.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { unknownItems } from "../../reads/case-index.ts";
import { listNotes } from "../../reads/list-notes.ts";
import { type Command, type Given, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

/** As in the workbench. */
const longest = 20_000;

export const noteCommand: Command = {
  name: "note",
  usage: "note CASE ITEM [--restricted] [--list]",
  summary: "put a note on an item, read from standard input; or list its notes",
  flags: { restricted: { type: "boolean" }, list: { type: "boolean" }, json: { type: "boolean" } },
  flagHelp: {
    restricted: "keep the words in private.age, encrypted to a passphrase of the case; with --list, open them",
    list: "print the notes of the item",
    json: "print what was done as JSON",
  },
  examples: [
    "witnessmark note cases/market i12 < note.txt",
    "witnessmark note cases/market i12 --restricted",
    "witnessmark note cases/market i12 --list --restricted",
  ],
  async run(program, given) {
    const [casePath, named] = words(noteCommand, given, 2) as [string, string];
    const item = ItemId.safeParse(named);
    if (!item.success) throw new CaseError("INPUT_INVALID", `note: expected an item such as i12; found ${visibleText(named)}`);
    const list = given.flags["list"] === true;
    const session = await program.openCase(resolve(casePath), {
      access: list ? "read" : "write",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      if (list) await printNotes(program, session, given, item.data);
      else await write(program, session, given, item.data);
      return 0;
    } finally {
      await session.close();
    }
  },
};

async function write(program: Program, session: CaseSession, given: Given, item: ItemId): Promise<void> {
  const ports = { writer: session.writer, unknownItems: (numbers: readonly number[]) => unknownItems(session.reader, numbers) };
  const restricted = given.flags["restricted"] === true;
  // Asked for before the words are, which cannot be read twice.
  const store = restricted ? await session.restricted() : undefined;
  const text = (await program.readInput("The note; Ctrl-D ends it:")).trim();
  if (text === "" || text.length > longest) {
    throw new CaseError("INPUT_INVALID", `note: expected from 1 to ${longest} characters on standard input; found ${text.length}`);
  }
  const { seq } =
    store === undefined
      ? await writeNote(ports, session.viewer, { item, text })
      : await writeRestrictedNote({ ...ports, keepRestricted: (values) => store.put(values) }, session.viewer, { item, text });
  if (given.flags["json"] === true) printJson(program.out, "note-written", { case: session.path, item, seq, restricted });
  else
    program.out.line(
      `Line ${seq} is a note on ${item}.${restricted ? " Its words are in private.age alone; without the passphrase nobody reads them." : ""}`,
    );
}

async function printNotes(program: Program, session: CaseSession, given: Given, item: ItemId): Promise<void> {
  const notes = await listNotes(session.reader, session.viewer, item);
  const closed = notes.some(({ text }) => text === null);
  const store = closed && given.flags["restricted"] === true ? await session.restricted() : undefined;
  for (const { sealed, text, ...note } of notes) {
    const opened = text ?? store?.get(sealed)?.value;
    const said = typeof opened === "string" ? opened : null;
    if (given.flags["json"] === true)
      printJson(program.out, "note", { item, ...note, text: said, restricted: text === null && said !== null });
    else
      program.out.line(
        `line ${note.seq}  ${note.at}  ${note.by}  ${said === null ? "(restricted, or withheld from this copy)" : visibleText(said)}`,
      );
  }
}

/** `key CASE`: whose keys sign in a case and how each is known; a new key, the end of one, and the passphrase of one's own. */
import { resolve } from "node:path";
import { revokeKey } from "../../actions/revoke-key.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { Digest } from "../../core/hash/digest.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { type KeyRow, listKeys } from "../../reads/list-keys.ts";
import { type Command, type ExitCode, type Given, text, texts, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const keyCommand: Command = {
  name: "key",
  usage:
    "key CASE [--key ID]... | key CASE --replace REASON | key CASE --revoke ID --reason TEXT | key --set-passphrase | key --remove-passphrase",
  summary: "show whose keys sign in a case; replace or revoke one; protect your own",
  flags: {
    key: { type: "string", multiple: true },
    replace: { type: "string" },
    revoke: { type: "string" },
    reason: { type: "string" },
    "set-passphrase": { type: "boolean" },
    "remove-passphrase": { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    key: "id of a key that you were told by another way than this case; shown as such",
    replace: "make a new key for yourself; the old one signs the hand-over, here and in every case you open to write",
    revoke: "id of a key that counts no more, such as that of a lost machine",
    reason: "why it is revoked",
    "set-passphrase": "encrypt your private key; asks on the terminal, or takes WITNESSMARK_NEW_PASSPHRASE",
    "remove-passphrase": "keep your private key readable for whoever can read your files",
    json: "print one JSON object a key",
  },
  examples: [
    "witnessmark key cases/market",
    "witnessmark key cases/market --replace 'new machine'",
    "witnessmark key cases/market --revoke sha256:2f7c... --reason 'laptop stolen on 3 May'",
    "witnessmark key --set-passphrase",
  ],
  async run(program, given) {
    const [replace, revoke] = [text(given, "replace"), text(given, "revoke")];
    const [set, remove] = [given.flags["set-passphrase"] === true, given.flags["remove-passphrase"] === true];
    if ([replace !== undefined, revoke !== undefined, set, remove].filter(Boolean).length > 1) {
      throw new CaseError("INPUT_INVALID", "key: expected one of --replace, --revoke, --set-passphrase, --remove-passphrase; found more");
    }
    if (set || remove) return changePassphrase(program, given, set);
    const [casePath] = words(keyCommand, given, 1) as [string];
    const path = resolve(casePath);
    if (replace !== undefined) return replaceOwn(program, given, path, replace);
    const session = await program.openCase(path, {
      access: revoke === undefined ? "read" : "write",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      return revoke === undefined ? await printKeys(program, session, given) : await revokeOne(program, session, given, revoke);
    } finally {
      await session.close();
    }
  },
};

async function changePassphrase(program: Program, given: Given, set: boolean): Promise<ExitCode> {
  words(keyCommand, given, 0);
  await program.ownKey.setPassphrase(set ? await newPassphrase(program) : undefined);
  const protection = await program.ownKey.protection();
  if (given.flags["json"] === true) printJson(program.out, "key-protection", { file: program.ownKey.file, protection });
  else if (set)
    program.out.line(
      `The private key at ${program.ownKey.file} is encrypted to the passphrase. Nobody can open it without; write it down somewhere safe.`,
    );
  else
    program.out.line(
      `The private key at ${program.ownKey.file} is protected by its file mode alone: whoever can read your files can sign as you.`,
    );
  return 0;
}

const leastLength = 8;

async function newPassphrase(program: Program): Promise<string> {
  const first = program.ownKey.newPassphrase ?? (await program.ask("New passphrase: ", { hidden: true }));
  if (first === undefined) {
    throw new CaseError("INPUT_INVALID", "key: expected a terminal to ask on, or WITNESSMARK_NEW_PASSPHRASE; found neither");
  }
  if ([...first].length < leastLength) {
    throw new CaseError(
      "INPUT_INVALID",
      `key: expected a passphrase of at least ${leastLength} characters; found a shorter one. Nothing was changed.`,
    );
  }
  const again = program.ownKey.newPassphrase ?? (await program.ask("The same again: ", { hidden: true }));
  if (again !== first) throw new CaseError("INPUT_INVALID", "key: expected the same passphrase twice; found two. Nothing was changed.");
  return first;
}

/** The new key first; opening the case then enters it. Where that fails, the next opening to write does it. */
async function replaceOwn(program: Program, given: Given, path: string, reason: string): Promise<ExitCode> {
  if (reason.trim() === "") throw new CaseError("INPUT_INVALID", "--replace: expected the reason; found none");
  const options = { access: "write" as const, onProgress: (detail: string) => program.out.progress(detail) };
  if (!program.isCase(path)) throw new CaseError("CASE_NOT_FOUND", `${path}: expected a case (a folder with witnessmark.json); found none`);
  await program.ownKey.renew(reason);
  const session = await program.openCase(path, options);
  try {
    program.out.endProgress();
    const own = (await listKeys(session.reader, session.viewer)).find(({ key }) => key === session.keyPorts.ownKey);
    if (given.flags["json"] === true)
      printJson(program.out, "key-replaced", {
        case: path,
        key: session.keyPorts.ownKey,
        person: session.viewer.person,
        line: own?.from ?? null,
      });
    else {
      program.out.line(`Your new key is ${session.keyPorts.ownKey}, entered as line ${own?.from} for ${session.viewer.person}.`);
      program.out.line(
        "Other cases that know your old key take over the new one when you next open them to write. Tell those who rely on your signature the new id.",
      );
    }
    return 0;
  } finally {
    await session.close();
  }
}

async function revokeOne(program: Program, session: CaseSession, given: Given, id: string): Promise<ExitCode> {
  const reason = text(given, "reason")?.trim() ?? "";
  if (reason === "") throw new CaseError("INPUT_INVALID", "key --revoke: expected --reason TEXT; found none");
  const { line, person } = await revokeKey(session.keyPorts, session.viewer, keyId(id), reason);
  if (given.flags["json"] === true) printJson(program.out, "key-revoked", { case: session.path, key: keyId(id), person, line });
  else
    program.out.line(`The key of ${person} is revoked by line ${line}. What it signed before stays signed; from here on it binds nobody.`);
  return 0;
}

async function printKeys(program: Program, session: CaseSession, given: Given): Promise<ExitCode> {
  const { out } = program;
  const told = new Set(texts(given, "key").map(keyId));
  const keys = await listKeys(session.reader, session.viewer);
  const known = ({ key }: KeyRow) =>
    key === session.keyPorts.ownKey ? ("own" as const) : told.has(key) ? ("told-outside" as const) : ("first-use" as const);
  const strangers = [...told].filter((key) => !keys.some((row) => row.key === key));
  if (given.flags["json"] === true) {
    for (const row of keys) printJson(out, "key", { ...row, known: known(row) });
    for (const key of strangers) printJson(out, "key", { key, known: "unknown" });
  } else {
    for (const row of keys) {
      const ended = row.ended === null ? "" : `, ${row.state} by line ${row.ended.line}: ${visibleText(row.ended.reason)}`;
      out.line(`${row.person}  ${visibleText(row.name)}`);
      out.line(`    ${row.key}`);
      out.line(`    since line ${row.from}${ended}; ${knownText[known(row)]}`);
    }
    for (const key of strangers) out.line(`${key}\n    told to you, and not in this case`);
    const protection = await program.ownKey.protection();
    if (protection !== "none")
      out.line(
        `Your private key is at ${program.ownKey.file}, protected by ${protection === "passphrase" ? "a passphrase" : "its file mode alone"}.`,
      );
    out.line("A key proves control of a key, not who the person is.");
  }
  return strangers.length === 0 ? 0 : 3;
}

const knownText = {
  own: "the key of this machine",
  "told-outside": "told to you outside",
  "first-use": "known from this case alone",
} as const;

/** Throws CaseError INPUT_INVALID for what is no id of a key. */
function keyId(given: string): Digest {
  const id = Digest.safeParse(given);
  if (!id.success)
    throw new CaseError("INPUT_INVALID", `key: expected the id of a key (sha256: and 64 hex digits); found ${visibleText(given)}`);
  return id.data;
}

/** A folder of everything a folder can hold that is not a plain file with a plain name. */
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, openSync, closeSync, ftruncateSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names that a file system takes and a program may stumble over. All of them must come back as they are. */
export const oddNames: readonly string[] = [
  "plain.txt",
  "line\nbreak.txt",
  "return\rhere.txt",
  "escape \x1b[2J clears.txt",
  "right \u202etxt.gnp",
  "zero\u200bwidth.txt",
  "Case.txt",
  "case.txt",
  "caf\u00e9.txt",
  "cafe\u0301.txt",
  " leading space",
  "trailing dot.",
  "...",
  "-rf",
  "$(touch planted)",
  "`touch planted`",
  "..\\..\\back.txt",
  "%2e%2e%2fpercent.txt",
  "<img src=x onerror=alert(1)>.txt",
  '"quoted".txt',
  "=cmd|'calc'!A0.csv",
  "площа.txt",
  "\u{1f4f9}.txt",
  "n".repeat(255),
];

/** Not UTF-8: Latin-1, a lone continuation byte, and two that would be one if bad bytes were replaced. */
export const byteNames: readonly Buffer[] = [
  Buffer.from("latin \xe9.txt", "latin1"),
  Buffer.from("lone \x80.txt", "latin1"),
  Buffer.from("bad \xff.txt", "latin1"),
  Buffer.from("bad \xfe.txt", "latin1"),
];

export const sparseBytes = 192 * 1024 * 1024;

function bytesPath(folder: string, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), name]);
}

/** Contents differ from file to file, so that each item has an object of its own. */
export function makeHostileFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [i, name] of oddNames.entries()) writeFileSync(join(folder, name), `synthetic ${i}\n`);
  for (const [i, name] of byteNames.entries()) writeFileSync(bytesPath(folder, name), `synthetic bytes ${i}\n`);
  mkdirSync(bytesPath(folder, Buffer.from("folder \xff", "latin1")));
  writeFileSync(bytesPath(folder, Buffer.from("folder \xff/inside.txt", "latin1")), "synthetic, in a folder whose name is not UTF-8\n");
  writeFileSync(join(folder, "empty.bin"), "");
  mkdirSync(join(folder, "empty folder"));
  linkSync(join(folder, "plain.txt"), join(folder, "hard link.txt"));
  const sparse = openSync(join(folder, "sparse.bin"), "w");
  ftruncateSync(sparse, sparseBytes);
  closeSync(sparse);

  writeFileSync(join(folder, "..", "outside.txt"), "synthetic, and not opened\n");
  mkdirSync(join(folder, "..", "outside"), { recursive: true });
  writeFileSync(join(folder, "..", "outside", "secret.txt"), "synthetic, and not opened\n");
  symlinkSync("../outside.txt", join(folder, "link out \u202e"));
  symlinkSync("../outside", join(folder, "link out to a folder"));
  symlinkSync("/etc/hostname", join(folder, "link to the system"));
  symlinkSync("plain.txt", join(folder, "link in"));
  symlinkSync("link loop", join(folder, "link loop"));
  symlinkSync("nowhere", join(folder, "link to nothing"));
  mkdirSync(join(folder, "around"));
  symlinkSync("..", join(folder, "around", "up"));
  execFileSync("mkfifo", [join(folder, "pipe")]);

  const other = join(folder, "another case");
  mkdirSync(other);
  for (const name of ["witnessmark.json", "ledger.jsonl"]) writeFileSync(join(other, name), "{}\n");
}

/** A path of about 3,500 bytes, which opens, and one of about 6,000, which no program can open by its name. */
export function makeLongPaths(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const part = "p".repeat(200);
  const script = `set -e; cd ${JSON.stringify(folder)}; for i in $(seq 1 16); do mkdir -p ${part}; cd ${part}; done; echo synthetic deep > deep.txt
    for i in $(seq 1 13); do mkdir -p ${part}; cd ${part}; done; echo synthetic deeper > deeper.txt`;
  execFileSync("bash", ["-c", script]);
}

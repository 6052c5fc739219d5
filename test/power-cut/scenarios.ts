/** What is done, under a trace, before the power is cut: each scenario is a disk as it was, and commands that run on it. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";

/** Folders of a scenario. What lies under `disk` is modelled; `source` is another disk. */
export interface Place {
  readonly disk: string;
  readonly source: string;
  readonly casePath: string;
  readonly copyPath: string;
  readonly configFolder: string;
}

export interface Scenario {
  readonly name: string;
  /** Chance fates tried after each call, beside "all is kept" and "nothing unsure is kept". */
  readonly fates: number;
  /** Syncs that another sync of this scenario makes needless here, and that another scenario proves needed. */
  readonly spare?: readonly string[];
  /** Brings the disk into its state before; everything it leaves counts as sure. */
  readonly before: (place: Place) => void;
  /** Shell commands. A command that is to be killed ends with `; true`. */
  readonly commands: (place: Place) => readonly string[];
}

const node = `${quoted(process.execPath)} --no-warnings`;
const collectChild = join(import.meta.dirname, "..", "crash", "collect-child.ts");
const stepsChild = join(import.meta.dirname, "steps-child.ts");

function quoted(word: string): string {
  return `'${word}'`;
}

function collect({ casePath, configFolder, source }: Place, ...more: string[]): string {
  return [node, ...[collectChild, casePath, configFolder, source].map(quoted), "--group", "3", ...more].join(" ");
}

function steps({ casePath, configFolder }: Place, ...words: string[]): string {
  return [node, ...[stepsChild, casePath, configFolder, ...words].map(quoted)].join(" ");
}

function runNow(command: string): void {
  execFileSync("sh", ["-c", command], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Files shorter and longer than a sector. */
function writeSource({ source }: Place, count: number): void {
  mkdirSync(source, { recursive: true });
  for (let i = 0; i < count; i++) writeFileSync(join(source, `f${i}`), Buffer.alloc(40 + 700 * i, `synthetic ${i} `));
}

function emptyDisk({ disk }: Place): void {
  for (const name of ["home", "cases"]) mkdirSync(join(disk, name), { recursive: true });
}

function caseOf(files: number): (place: Place) => void {
  return (place) => {
    emptyDisk(place);
    writeSource(place, files);
    runNow(collect(place));
  };
}

/** A file written as `cp` would: nothing is synced. */
function plainWrite(path: string, text: string): string {
  const parent = join(path, "..");
  const script = `fs.mkdirSync('${parent}',{recursive:true});fs.writeFileSync('${path}','${text}')`;
  return `${node} -e ${JSON.stringify(script)}`;
}

const putBack = "synthetic bytes that a person put back by hand";

function objectPath(casePath: string, text: string): string {
  const digits = createHash("sha256").update(text).digest("hex");
  return join(casePath, "objects", digits.slice(0, 2), digits);
}

export const scenarios: readonly Scenario[] = [
  {
    name: "a new case, a folder kept in two groups",
    fates: 12,
    before(place) {
      emptyDisk(place);
      writeSource(place, 6);
    },
    commands: (place) => [collect(place)],
  },
  {
    name: "so many files in one group that a thread of its own copies most of them",
    fates: 0,
    before(place) {
      emptyDisk(place);
      mkdirSync(place.source, { recursive: true });
      for (let i = 0; i < 40; i++) writeFileSync(join(place.source, `f${i}`), `synthetic ${i}`);
    },
    commands: (place) => [collect(place, "--group", "40")],
  },
  {
    name: "an entry and a checkpoint in a case that is there",
    fates: 4,
    before: caseOf(1),
    commands: (place) => [steps(place, "append", "checkpoint")],
  },
  {
    name: "killed between naming and making the names sure, then run again",
    // The first run made the bytes sure before the kill, the second does not know that and does it again.
    spare: ["/cases/case/incoming/TEMPORARY", "/cases/case/objects/ab/OBJECT"],
    fates: 4,
    before(place) {
      emptyDisk(place);
      writeSource(place, 2);
    },
    commands: (place) => [`${collect(place, "--kill-at", "group.folders:1")}; true`, collect(place)],
  },
  {
    name: "killed with a line written and not sure, then opened",
    fates: 4,
    before(place) {
      caseOf(1)(place);
      writeFileSync(join(place.source, "f1"), "synthetic, and not there before");
    },
    commands: (place) => [`${collect(place, "--kill-at", "ledger.sync:1")}; true`, steps(place, "open")],
  },
  {
    name: "an object put back by hand, then the same file collected",
    fates: 4,
    before(place) {
      caseOf(1)(place);
      rmSync(place.source, { recursive: true });
      mkdirSync(place.source);
      writeFileSync(join(place.source, "again"), putBack);
    },
    commands: (place) => [plainWrite(objectPath(place.casePath, putBack), putBack), collect(place)],
  },
  {
    name: "a torn last line set aside",
    fates: 4,
    before(place) {
      caseOf(1)(place);
      const ledger = join(place.casePath, "ledger.jsonl");
      writeFileSync(ledger, '{"body":{"at":"2026', { flag: "a" });
    },
    commands: (place) => [steps(place, "open")],
  },
  {
    name: "a copy, begun by hand and made whole",
    fates: 4,
    before: caseOf(3),
    commands(place) {
      const [two] = readdirSync(join(place.casePath, "objects")) as [string];
      const [name] = readdirSync(join(place.casePath, "objects", two)) as [string];
      const from = join(place.casePath, "objects", two, name);
      const to = join(place.copyPath, "objects", two, name);
      const begun = `fs.mkdirSync('${join(to, "..")}',{recursive:true});fs.writeFileSync('${to}',fs.readFileSync('${from}'))`;
      return [`${node} -e ${JSON.stringify(begun)}`, steps(place, `copy:${place.copyPath}`)];
    },
  },
];

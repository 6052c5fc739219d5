/**
 * `node scripts/accuracy/place.ts [--write] [--why]`: phrases about real places against answers by hand. The sixty were written before
 * the reader was looked at, and their first run is kept; three sets of twenty were written after mending and marked once. `--write` puts
 * the tables into docs/method/place.md, `--why` says what a phrase lacks.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { type Mark, type PlacePhrase, scorePhrase } from "./score-place-phrase.ts";

const here = import.meta.dirname;
const page = join(here, "../../docs/method/place.md");
const [begin, end] = ["<!-- accuracy: begin -->", "<!-- accuracy: end -->"];

const { values } = parseArgs({ options: { write: { type: "boolean", default: false }, why: { type: "boolean", default: false } } });

type Marks = Readonly<Record<string, Mark>>;

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(here, name), "utf8")) as T;
}

function now(phrases: readonly PlacePhrase[]): Marks {
  return Object.fromEntries(
    phrases.map((phrase) => {
      const { id, mark, lacks } = scorePhrase(phrase);
      if (values.why && mark !== "found") process.stderr.write(`${id} ${mark}: ${phrase.text}\n  ${lacks.join("\n  ")}\n`);
      return [id, mark];
    }),
  );
}

const marks: readonly Mark[] = ["found", "partly", "missed"];

function counts(phrases: readonly PlacePhrase[], marked: Marks): string {
  return marks.map((mark) => phrases.filter(({ id }) => marked[id] === mark).length).join(" / ");
}

function tableOf(phrases: readonly PlacePhrase[], columns: readonly (readonly [title: string, marks: Marks])[]): string {
  const kinds = [...new Set(phrases.map(({ kind }) => kind))];
  const row = (name: string, some: readonly PlacePhrase[]) =>
    `| ${name} | ${some.length} | ${columns.map(([, marked]) => counts(some, marked)).join(" | ")} |`;
  return [
    `| kind of phrase | phrases | ${columns.map(([title]) => title).join(" | ")} |`,
    `|---|---|${columns.map(() => "---|").join("")}`,
    ...kinds.map((kind) =>
      row(
        kind,
        phrases.filter((phrase) => phrase.kind === kind),
      ),
    ),
    row("all", phrases),
  ].join("\n");
}

const sixty = read<PlacePhrase[]>("place-phrases.json");
const second = read<PlacePhrase[]>("place-phrases-second.json");
const third = read<PlacePhrase[]>("place-phrases-third.json");
const fourth = read<PlacePhrase[]>("place-phrases-fourth.json");
const first = read<{ marks: Marks; solver: string }>("place-first-run.json");
const once = read<{ marks: Marks; solver: string }>("place-second-run.json");
const last = read<{ marks: Marks; solver: string }>("place-third-run.json");
const kept = read<{ marks: Marks; solver: string }>("place-fourth-run.json");
const all = [...sixty, ...second, ...third, ...fourth];
const points = all.filter(({ inside, outside }) => inside !== undefined || outside !== undefined).length;

const text = [
  `Found / partly / missed. ${points} of the ${all.length} phrases also name a public point that must lie inside or outside the region.`,
  `The sixty: first run by solver ${first.solver}, before the reader was looked at, and now:`,
  tableOf(sixty, [
    ["first run", first.marks],
    ["now", now(sixty)],
  ]),
  `Two sets of twenty, each written after the reader had been mended on those before, and marked before it was mended further (solvers ${once.solver} and ${last.solver}):`,
  tableOf(
    [...second, ...third],
    [
      ["first marking", { ...once.marks, ...last.marks }],
      ["now", { ...now(second), ...now(third) }],
    ],
  ),
  `Twenty for the reader as it is kept (solver ${kept.solver}), which was not mended on them:`,
  tableOf(fourth, [
    ["first marking", kept.marks],
    ["now", now(fourth)],
  ]),
].join("\n\n");

process.stdout.write(`${text}\n`);
if (values.write) {
  const old = readFileSync(page, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page}: expected the lines ${begin} and ${end}`);
  const next = `${old.slice(0, from)}${begin}\n\n${text}\n\n${old.slice(to)}`;
  writeFileSync(page, await format(next, { ...(await resolveConfig(page)), filepath: page }));
}

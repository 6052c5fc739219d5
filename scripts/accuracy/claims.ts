/**
 * `node scripts/accuracy/claims.ts [dev|frozen|second] [--why] [--first] [--write]`: proposals from text against paragraphs marked by
 * hand. The frozen half was written and marked by somebody else before the rules, the second set by another one before the rules as
 * they were then had read it; a set's first marking is kept (`--first` writes it, once). Without `--why` only totals are printed.
 * `--write` puts the tables into docs/method/claims.md.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { claimRulesVersion } from "../../src/reason/claim-text/proposal.ts";
import { readMarked } from "./claims/marked-text.ts";
import { type Figures, figuresOf, figuresTable, findings, type Shares, sharesLine, sharesOf } from "./claims/score-tables.ts";
import { scoreText, type TextScore } from "./claims/score-text.ts";

const here = join(import.meta.dirname, "claims");
const page = join(import.meta.dirname, "../../docs/method/claims.md");
const firstRun = (set: string): string => join(here, `${set}-first-run.json`);
const [begin, end] = ["<!-- accuracy: begin -->", "<!-- accuracy: end -->"];
const option = { type: "boolean", default: false } as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { why: option, first: option, write: option } });

interface FirstRun {
  readonly rules: string;
  readonly figures: readonly Figures[];
  readonly shares: Shares;
  readonly byLanguage: Readonly<Record<string, Figures>>;
  readonly findings: readonly string[];
}

const set = positionals[0] ?? "dev";
const score = (half: string): readonly TextScore[] => readMarked(join(here, `${half}.jsonl`)).map(scoreText);

function allOf(scores: readonly TextScore[]): Figures {
  const all = figuresOf(scores).at(-1);
  if (all === undefined) throw new Error("no figures");
  return all;
}

function byLanguage(scores: readonly TextScore[]): Readonly<Record<string, Figures>> {
  const languages = [...new Set(scores.map(({ language }) => language))];
  return Object.fromEntries(
    languages.map((language) => [language, { ...allOf(scores.filter((one) => one.language === language)), name: language }]),
  );
}

function report(scores: readonly TextScore[]): string {
  return `${figuresTable(figuresOf(scores))}\n\n${figuresTable(Object.values(byLanguage(scores))).replace("| aspect |", "| language |")}\n\n${sharesLine(sharesOf(scores))}`;
}

if (values.first) {
  const file = firstRun(set);
  if (existsSync(file)) throw new Error(`${file} is there: the first marking is taken once`);
  const scores = score(set);
  const run: FirstRun = {
    rules: claimRulesVersion,
    figures: figuresOf(scores),
    shares: sharesOf(scores),
    byLanguage: byLanguage(scores),
    findings: findings(scores),
  };
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
}

const scores = score(set);
process.stdout.write(`${report(scores)}\n`);
if (values.why) for (const line of findings(scores)) process.stdout.write(`${line}\n`);

if (values.write) {
  const firstOf = (name: string, of: string): string[] => {
    const { rules, figures, byLanguage, shares } = JSON.parse(readFileSync(firstRun(name), "utf8")) as FirstRun;
    return [
      `${of}, first marking (rules ${rules}):`,
      figuresTable(figures),
      figuresTable(Object.values(byLanguage)).replace("| aspect |", "| language |"),
      sharesLine(shares),
    ];
  };
  const text = [
    ...firstOf("frozen", "Frozen half"),
    ...firstOf("second", "Second set"),
    `Frozen half, after mending (rules ${claimRulesVersion}):`,
    report(score("frozen")),
    `Second set, after mending (rules ${claimRulesVersion}):`,
    report(score("second")),
    "Developing half, on which the rules were written:",
    report(score("dev")),
  ].join("\n\n");
  const old = readFileSync(page, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page}: expected the lines ${begin} and ${end}`);
  const next = `${old.slice(0, from)}${begin}\n\n${text}\n\n${old.slice(to)}`;
  writeFileSync(page, await format(next, { ...(await resolveConfig(page)), filepath: page }));
}

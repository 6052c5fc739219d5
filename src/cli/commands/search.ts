/** `search CASE WORDS`: items whose names, notes, posts or articles have all the words; with `--texts`, the texts themselves, best first. */
import { resolve } from "node:path";
import { z } from "zod";
import { CaseError } from "../../core/case/case-error.ts";
import { SearchQuery } from "../../core/search/search-query.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import type { SearchHit } from "../../reads/search-hit.ts";
import { listSavedSearches } from "../../reads/search-saved.ts";
import { searchTexts } from "../../reads/search-texts.ts";
import { indexAndReport } from "../collect-and-report.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { formatTable, formatTime } from "../format-values.ts";
import { printJson } from "../json-output.ts";
import { printItems } from "../list-items-out.ts";
import type { Program } from "../program.ts";

const filters = ["in", "kind", "source", "triage", "level", "from", "to"] as const;

export const searchCommand: Command = {
  name: "search",
  usage: "search CASE [WORDS]",
  summary: "find items, or texts, by words in names, notes, posts and articles, in any script",
  flags: {
    json: { type: "boolean" },
    texts: { type: "boolean" },
    saved: { type: "string" },
    limit: { type: "string" },
    ...Object.fromEntries(filters.map((name) => [name, { type: "string" as const }])),
  },
  flagHelp: {
    json: "print one JSON object a line",
    texts: "print the texts that were found, best first, instead of their items; any filter below does so too",
    saved: "search again as was saved, by its id (v1) or name",
    limit: "so many texts at most, 20 if not given",
    in: "where the words stand: note, observation, name, row, post, article, tier",
    kind: "kind of item, such as video or posts",
    source: "channel or outlet",
    triage: "state of the item: new, to-do, in-progress, help-needed, set-aside, done",
    level: "graphic level: unassessed, none, mild, strong, severe",
    from: "posted on this day or instant (UTC) or later",
    to: "posted up to and with this day or instant (UTC)",
  },
  examples: [
    "witnessmark search cases/market fountain",
    "witnessmark search cases/market площа --from 2024-09-14 --to 2024-09-15",
    "witnessmark search cases/market --saved v1 --json",
  ],
  async run(program, given) {
    const [casePath, ...typed] = words(searchCommand, given, 1, Number.MAX_SAFE_INTEGER) as [string, ...string[]];
    const limit = limitOf(given);
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      // Files are looked at first, so that a torn one is made again before the answer.
      await session.reader.views.texts.texts();
      await indexAndReport(program, session);
      program.out.endProgress();
      const json = given.flags["json"] === true;
      const narrowed = given.flags["texts"] === true || filters.some((name) => given.flags[name] !== undefined);
      if (text(given, "saved") === undefined && !narrowed) {
        if (typed.length === 0)
          throw new CaseError("INPUT_INVALID", `search: expected \`witnessmark ${searchCommand.usage}\`; found no words`);
        const found = await printItems(program, session, { q: typed.join(" ") }, json);
        if (found === 0) program.out.note("No item has all of these words.");
        return 0;
      }
      const query = await queryOf(session, given, typed.join(" "));
      const { hits, total, counted } = await searchTexts(session.reader, session.viewer, { ...query, limit });
      printHits(program, hits, json);
      program.out.note(`${hits.length} of ${total} texts${counted === "at-most" ? " at most" : ""}`);
      return 0;
    } finally {
      await session.close();
    }
  },
};

/** What was saved, with whatever is given beside it taking its place. Throws CaseError INPUT_INVALID. */
async function queryOf(session: CaseSession, given: Given, typed: string): Promise<SearchQuery> {
  const wanted = text(given, "saved");
  const saved = wanted === undefined ? undefined : await savedQuery(session, wanted);
  const asked: Record<string, unknown> = { words: "", ...saved, ...(typed === "" ? {} : { words: typed }) };
  for (const name of filters) {
    const value = text(given, name);
    if (value !== undefined) asked[name] = name === "from" || name === "to" ? instantOf(name, value) : value;
  }
  const query = SearchQuery.safeParse(asked);
  if (query.success) return query.data;
  const [first] = query.error.issues;
  throw new CaseError("INPUT_INVALID", `--${first?.path.join(".")}: ${first?.message ?? "expected another value"}`);
}

async function savedQuery(session: CaseSession, wanted: string): Promise<SearchQuery> {
  const searches = await listSavedSearches(session.reader, session.viewer);
  const [found, ...more] = searches.filter(({ id, name }) => id === wanted || name === wanted);
  if (found === undefined || more.length > 0)
    throw new CaseError(
      "INPUT_INVALID",
      `--saved ${wanted}: expected the id or name of one saved search; found ${more.length === 0 ? "none" : "several"}`,
    );
  if (found.query === "withheld")
    throw new CaseError("INPUT_INVALID", `--saved ${wanted}: expected its words; found them withheld in this copy`);
  return found.query;
}

/** A day stands for its beginning or its end. */
function instantOf(name: "from" | "to", value: string): string {
  if (z.iso.date().safeParse(value).success) return `${value}T${name === "from" ? "00:00:00Z" : "23:59:59Z"}`;
  return value;
}

function limitOf(given: Given): number {
  const value = text(given, "limit") ?? "20";
  const limit = Number(value);
  if (!/^[0-9]+$/.test(value) || limit < 1 || limit > 10_000)
    throw new CaseError("INPUT_INVALID", `--limit: expected a number from 1 to 10000; found ${value}`);
  return limit;
}

function printHits({ out }: Program, hits: readonly SearchHit[], json: boolean): void {
  if (json) {
    for (const hit of hits) printJson(out, "text", hit);
    return;
  }
  const rows = hits.map(({ item, in: sort, source, posted, snippet, tier }) => [
    item,
    tier?.machine === true ? "machine draft" : sort,
    formatTime(posted),
    visibleText(source),
    visibleText(
      snippet.pieces
        .map((piece) => piece.text)
        .join("")
        .replaceAll(/\s+/gu, " "),
    ),
  ]);
  for (const line of formatTable(rows)) out.line(line);
}

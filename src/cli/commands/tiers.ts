/** `tiers CASE [ITEM]`: what is said and written in recordings: listed, brought in from files of other programs, handed out as such. */
import { resolve } from "node:path";
import { exportTier } from "../../actions/export-tier.ts";
import { importTier, type TiersImported } from "../../actions/import-tier.ts";
import { TierFormat } from "../../api/tiers.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { ItemId } from "../../core/item/item.ts";
import { TierId, TierLanguage, TierSort } from "../../core/tier/tier.ts";
import { counted } from "../../core/text/counted.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { CaseSession } from "../../jobs/case-session.ts";
import { tierPorts } from "../../jobs/tier-ports.ts";
import { listTiers } from "../../reads/tiers/list-tiers.ts";
import type { TierListed } from "../../reads/tiers/tier-row.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { formatTable } from "../format-values.ts";
import { printJson } from "../json-output.ts";
import type { Program } from "../program.ts";

export const tiersCommand: Command = {
  name: "tiers",
  usage: "tiers CASE [ITEM] [--import FILE | --export TIER] [--format FORMAT]",
  summary: "list tiers of speech and written words; bring them in or hand them out as WebVTT, SubRip, Whisper JSON or ELAN",
  flags: {
    ...{ import: { type: "string" }, export: { type: "string" }, format: { type: "string" }, out: { type: "string" } },
    ...{ sort: { type: "string" }, language: { type: "string" }, look: { type: "boolean" }, json: { type: "boolean" } },
    ...{ "written-by": { type: "string" }, program: { type: "string" }, "keep-names": { type: "boolean" } },
    ...{ confirmed: { type: "boolean" }, "media-name": { type: "boolean" } },
  },
  flagHelp: {
    import: "bring this file in as tiers of ITEM; names of speakers become labels, told once; what else the words say stays in them",
    export: "hand this tier out, such as w3; what its format cannot hold is said",
    format: "webvtt, srt, whisper-json or eaf; told from the file's ending where it can be",
    out: "write to this new file instead of to standard output",
    sort: "what the words are where the file does not say: verbatim (as if not given), translation, notes, on-screen",
    language: "their language as a tag such as uk, where the file does not say; und if not given",
    "written-by":
      "with --import, and demanded: person (you answer for the words) or program (a draft; recognisers write all of these formats)",
    program: "with --written-by program: which one, where that is known",
    "keep-names": "with --import: leave names of speakers at the beginning of the words there instead of making labels of them",
    confirmed: "with --export: you know that the item may not be published, or that the tier was taken back",
    "media-name": "with --export to ELAN: put the recording's file name into the file",
    look: "with --import: only say what would be read",
    json: "print one JSON object a line",
  },
  examples: [
    "witnessmark tiers cases/market i12",
    "witnessmark tiers cases/market i12 --import words.srt --language uk --written-by person",
    "witnessmark tiers cases/market --export w3 --format eaf --out words.eaf",
  ],
  async run(program, given) {
    const [casePath, named] = words(tiersCommand, given, 1, 2) as [string, string?];
    const [file, tier] = [text(given, "import"), text(given, "export")];
    if (file !== undefined && tier !== undefined) throw new CaseError("INPUT_INVALID", "tiers: expected --import or --export; found both");
    const item = named === undefined ? undefined : parsed(ItemId, named, "an item such as i12");
    const writes = file !== undefined && given.flags["look"] !== true;
    const session = await program.openCase(resolve(casePath), {
      access: writes ? "write" : "read",
      onProgress: (detail) => program.out.progress(detail),
    });
    try {
      program.out.endProgress();
      if (file !== undefined) await bringIn(program, session, given, file, item);
      else if (tier !== undefined) await handOut(program, session, given, parsed(TierId, tier, "a tier such as w3"));
      else await list(program, session, given, item);
      return 0;
    } finally {
      await session.close();
    }
  },
};

function parsed<T>(schema: { safeParse(value: string): { success: boolean; data?: T } }, value: string, expected: string): T {
  const { data } = schema.safeParse(value);
  if (data === undefined) throw new CaseError("INPUT_INVALID", `tiers: expected ${expected}; found ${visibleText(value)}`);
  return data;
}

const endings: readonly (readonly [RegExp, TierFormat])[] = [
  ...([
    [/\.vtt$/i, "webvtt"],
    [/\.srt$/i, "srt"],
    [/\.json$/i, "whisper-json"],
    [/\.eaf$/i, "eaf"],
  ] as const),
];

function formatOf(given: Given, file: string | undefined): TierFormat {
  const said = text(given, "format");
  if (said !== undefined) return parsed(TierFormat, said, `a format of ${TierFormat.options.join(", ")}`);
  const told = endings.find(([ending]) => ending.test(file ?? ""))?.[1];
  if (told === undefined) throw new CaseError("INPUT_INVALID", "tiers: expected --format, as no ending tells it; found none");
  return told;
}

async function bringIn(program: Program, session: CaseSession, given: Given, file: string, item: ItemId | undefined): Promise<void> {
  if (item === undefined) throw new CaseError("INPUT_INVALID", "tiers --import: expected the item whose words these are; found none");
  const writtenBy = writerOf(given);
  const found = await importTier(tierPorts(session), session.viewer, {
    ...{ item, format: formatOf(given, file), content: await program.readFile(resolve(file)) },
    sort: parsed(TierSort, text(given, "sort") ?? "verbatim", `a sort of ${TierSort.options.join(", ")}`),
    language: parsed(TierLanguage, text(given, "language") ?? "und", "a language tag such as uk"),
    ...{ writtenBy, program: text(given, "program"), keepNames: given.flags["keep-names"] === true },
    preview: given.flags["look"] === true,
  });
  if (given.flags["json"] === true)
    printJson(program.out, found.seq === null ? "tiers-looked-at" : "tiers-imported", { case: session.path, item, ...found });
  else for (const line of importedLines(found)) program.out.line(line);
}

function writerOf(given: Given): "person" | "program" {
  const said = text(given, "written-by");
  if (said === "person" || said === "program") return said;
  throw new CaseError(
    "INPUT_INVALID",
    `tiers --import: expected --written-by person or program, as no file tells who wrote its words; found ${said === undefined ? "none" : visibleText(said)}`,
  );
}

function importedLines({ seq, tiers, speakers, notes }: TiersImported): string[] {
  return [
    ...tiers.map(
      ({ id, sort, language, segments, machine, suspect }) =>
        `${id ?? "would be"}: ${sort}, ${language}, ${counted(segments, "segment")}${machine === 0 ? "" : `, ${machine} of them a machine's draft, ${suspect} suspect`}`,
    ),
    ...speakers.map(({ label, was }) => `${label} is ${visibleText(was)} in the file; the name is not kept as a speaker's`),
    ...notes.map((note) => `note: ${visibleText(note)}`),
    ...(seq === null ? ["nothing was written"] : []),
  ];
}

async function handOut(program: Program, session: CaseSession, given: Given, tier: TierId): Promise<void> {
  const out = text(given, "out");
  const format = formatOf(given, out);
  const { text: written, notes } = await exportTier(tierPorts(session), session.viewer, {
    ...{ tier, format, confirmed: given.flags["confirmed"] === true, mediaName: given.flags["media-name"] === true },
  });
  if (out !== undefined) await program.writeFile(resolve(out), encodeUtf8(written));
  else if (given.flags["json"] !== true) program.out.line(written.replace(/\n$/, ""));
  if (given.flags["json"] === true)
    printJson(program.out, "tier-exported", {
      case: session.path,
      tier,
      format,
      out: out === undefined ? null : resolve(out),
      notes,
      ...(out === undefined ? { text: written } : {}),
    });
  else for (const note of notes) program.out.note(`note: ${visibleText(note)}`);
}

async function list(program: Program, session: CaseSession, given: Given, item: ItemId | undefined): Promise<void> {
  const { tiers } = await listTiers(session.reader, session.viewer, { item });
  if (given.flags["json"] === true) for (const tier of tiers) printJson(program.out, "tier", { ...tier });
  else if (tiers.length === 0) program.out.note("No tiers.");
  else for (const line of formatTable([columns, ...tiers.map(rowOf)])) program.out.line(line);
}

const columns = ["tier", "item", "sort", "language", "version", "segments", "by", "drafts of", "stand"];

function rowOf({ id, item, sort, language, version, segments, standings, quotable, byName, draftedBy, withdrawn }: TierListed): string[] {
  const stand = Object.entries(standings).flatMap(([standing, many]) => (many === 0 ? [] : [`${many} ${standing}`]));
  const state = withdrawn === undefined ? [...stand, `${quotable} may be quoted`].join(", ") : `withdrawn: ${visibleText(withdrawn)}`;
  return [id, item, sort, language, String(version), String(segments), visibleText(byName), programOf(draftedBy), state];
}

/** Whose words the drafts are: who pressed the button wrote none of them. */
function programOf(made: TierListed["draftedBy"]): string {
  if (made === null) return "";
  if (made.by === "program") return visibleText([made.name, made.version, made.model].filter((part) => part !== "").join(" "));
  return made.by === "import"
    ? visibleText([`a ${made.format} file`, ...(made.program === undefined ? [] : [`of ${made.program}`])].join(" "))
    : "";
}

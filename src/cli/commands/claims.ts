/**
 * `claims FILE`: the claims that a text or saved page makes, as the rules propose them, each with its quotation, its speakers and what
 * limits it. Nothing is sent anywhere, and nothing counts before a person accepts it in a case.
 */
import { resolve } from "node:path";
import { readClaimText } from "../../actions/read-claim-text.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { UtcInstant } from "../../core/time/time-claim.ts";
import { proposeClaims } from "../../reason/claim-text/propose-claims.ts";
import { isZone } from "../../reason/time/local-days.ts";
import { proposalLines } from "../claims-out.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import { readLargeFile } from "../read-large-file.ts";

export const claimsCommand: Command = {
  name: "claims",
  usage: "claims FILE [--published DAY] [--zone ZONE] [--publisher LABEL] [--json]",
  summary: "propose the claims that a text or a saved page makes, with who says them, what limits them and where they stand; no model",
  flags: {
    published: { type: "string" },
    zone: { type: "string" },
    publisher: { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    published: "day of publication (2022-04-05): dates such as 'on Tuesday' are read against it; as the page states it when left out",
    zone: "whose clocks the days of the text are meant by, such as Europe/Kyiv; left open when nobody says",
    publisher: "label of the outlet or account; as the page states it when left out",
    json: "print one JSON object a line",
  },
  examples: ["witnessmark claims article.html", "witnessmark claims statement.txt --published 2022-04-05 --zone Europe/Kyiv --json"],
  async run(program, given) {
    const [path] = words(claimsCommand, given, 1) as [string];
    const file = readClaimText(await readLargeFile(resolve(path), path), path, decoder);
    const read: SourceText = {
      parts: file.parts,
      published: publishedOf(given) ?? file.published,
      zone: zoneOf(given) ?? null,
      publisher: text(given, "publisher") ?? file.publisher,
    };
    const { proposals, languages, unread } = proposeClaims(read);
    if (given.flags["json"] === true) {
      const { published, zone, publisher } = read;
      printJson(program.out, "claims-text", {
        file: path,
        sort: file.sort,
        parts: file.parts.length,
        languages,
        published,
        zone,
        publisher,
      });
      for (const proposal of proposals) printJson(program.out, "claim-proposal", proposal);
      for (const one of unread) printJson(program.out, "claims-unread", one);
      printJson(program.out, "claims-end", { proposals: proposals.length, unread: unread.length });
    } else {
      for (const line of proposalLines(path, file.sort, read, { proposals, languages, unread })) program.out.line(line);
    }
    return 0;
  },
};

/** Undefined: the platform knows no such encoding. */
function decoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return undefined;
  }
}

/** Noon stands for a day of which no more is known: it is that day by the clocks of nearly every zone. */
function publishedOf(given: Given): SourceText["published"] | undefined {
  const day = text(given, "published");
  if (day === undefined) return undefined;
  const noon = UtcInstant.safeParse(`${day}T12:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !noon.success || Number.isNaN(Date.parse(`${day}T12:00:00Z`)))
    throw new CaseError("INPUT_INVALID", `--published: expected a day such as 2022-04-05; found ${visibleText(day)}`);
  return { earliest: noon.data, latest: noon.data };
}

function zoneOf(given: Given): string | undefined {
  const zone = text(given, "zone");
  if (zone !== undefined && !isZone(zone))
    throw new CaseError("INPUT_INVALID", `--zone: expected a zone such as Europe/Kyiv; found ${visibleText(zone)}`);
  return zone;
}

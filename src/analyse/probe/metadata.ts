/**
 * Metadata as exiftool reads them: its program, run once per file as a plain child of this child. It is given no
 * configuration, no name to believe, and nothing but the one path; what it says of the file system is left out.
 */
import { createRequire } from "node:module";
import type { MetadataRow } from "../../core/analysis/probe-result.ts";
import { runProgram } from "../ffmpeg/run-program.ts";
import { meaningOf } from "./metadata-meaning.ts";

export type Metadata =
  | { readonly state: "read"; readonly rows: readonly MetadataRow[]; readonly leftOut: number }
  | { readonly state: "not-read"; readonly why: string };

const mostOutput = 32 * 1024 * 1024;
const mostRows = 3000;
const longestValue = 4000;

export async function readMetadata(path: string): Promise<Metadata> {
  const chunks: Buffer[] = [];
  const script = exiftoolScript();
  if (script === undefined) return { state: "not-read", why: "exiftool is not installed beside this program" };
  const args = [
    // The first word: no configuration of the user's is looked for.
    ...[script, "-config", ""],
    // Duplicates apart (G4), by where they stand (G1), printed and stored value both (l).
    ...["-j", "-l", "-a", "-G1:4", "-api", "LargeFileSupport=1", "-x", "System:all", "-x", "FileTypeExtension", path],
  ];
  const end = await runProgram("perl", args, { inputPath: path, onOutput: (chunk) => chunks.push(chunk), mostOutput });
  if (end.missing) return { state: "not-read", why: "perl is not installed, and exiftool needs it" };
  if (end.tooMuch) return { state: "not-read", why: `exiftool said more than ${mostOutput} bytes` };
  const rows = parseRows(Buffer.concat(chunks).toString("utf8"));
  if (rows === undefined) return { state: "not-read", why: `exiftool ended with ${end.signal ?? end.code}` };
  return { state: "read", rows: rows.slice(0, mostRows), leftOut: Math.max(0, rows.length - mostRows) };
}

function exiftoolScript(): string | undefined {
  try {
    const package_ = createRequire(import.meta.url).resolve("exiftool-vendored");
    return createRequire(package_)
      .resolve("exiftool-vendored.pl")
      .replace(/index\.js$/, "bin/exiftool");
  } catch {
    return undefined;
  }
}

/** Undefined when it is no answer of exiftool's. */
function parseRows(text: string): MetadataRow[] | undefined {
  let answer: unknown;
  try {
    // Numbers as written: a serial number beyond 2^53 is not a number to us.
    answer = JSON.parse(text, (_name, value: unknown, context?: { source?: string }) =>
      typeof value === "number" ? (context?.source ?? String(value)) : value,
    );
  } catch {
    return undefined;
  }
  const [tags] = Array.isArray(answer) ? (answer as unknown[]) : [];
  if (typeof tags !== "object" || tags === null) return undefined;
  const met = new Map<string, number>();
  return Object.entries(tags).flatMap(([key, tag]): MetadataRow[] => {
    if (key === "SourceFile" || typeof tag !== "object" || tag === null) return [];
    // Group, copy where there is one, name. exiftool counts copies over all groups; a reader wants those within one.
    const words = key.split(":");
    const name = words.at(-1) ?? key;
    const place = `${words[0] ?? ""} ${name}`;
    const times = (met.get(place) ?? 0) + 1;
    met.set(place, times);
    const group = `${words[0] ?? ""}${times === 1 ? "" : ` (${times})`}`;
    const { val, num } = tag as { val?: unknown; num?: unknown };
    const value = shown(words[0] ?? "", name, asText(val), num === undefined ? undefined : asText(num));
    const meaning = meaningOf(words[0] ?? "", name);
    return [{ group: cut(group), tag: cut(name), value: cut(value), ...(meaning === undefined ? {} : { meaning }) }];
  });
}

/** Places as decimal degrees, as maps take them; else the printed value with the stored one where it says more. */
function shown(group: string, name: string, printed: string, stored: string | undefined): string {
  if (stored === undefined || stored === printed) return printed;
  if (/^GPS(Latitude|Longitude|Position|Coordinates|Altitude)$/.test(name)) return stored;
  if (group === "GPS" || stored.length > 24 || stored.trim() === "") return printed;
  return `${printed} (stored ${stored})`;
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(", ");
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return String(value ?? "");
}

function cut(text: string): string {
  const whole = text.toWellFormed();
  return whole.length <= longestValue ? whole : `${whole.slice(0, longestValue).toWellFormed()} (cut here: ${whole.length} characters)`;
}

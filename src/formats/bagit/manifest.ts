/**
 * Manifests of a bag (RFC 8493, 2.1.3), written and read in one spelling only: 64 lower-case hex digits, two spaces, the
 * path, LF; rows in the order of their paths. CR, LF and % in a path stand percent-encoded. The RFC lets readers be lax;
 * a reader that is to notice every changed byte cannot be.
 */
import { type Digest, digitsOf } from "../../core/hash/digest.ts";

export interface ManifestRow {
  readonly path: string;
  readonly digest: Digest;
}

export function writeManifest(rows: readonly ManifestRow[]): string {
  const lines = rows.map(({ path, digest }) => ({ encoded: encodePath(path), digest }));
  lines.sort((a, b) => (a.encoded < b.encoded ? -1 : 1));
  return lines.map(({ encoded, digest }) => `${digitsOf(digest)}  ${encoded}\n`).join("");
}

/** Rows in order, or what is wrong with the text and in which row. */
export function readManifest(text: string): { readonly rows: readonly ManifestRow[] } | { readonly fault: string } {
  if (!text.endsWith("\n")) return { fault: "expected a line feed at its end; found none" };
  const rows: ManifestRow[] = [];
  let before = "";
  for (const [i, line] of text.slice(0, -1).split("\n").entries()) {
    const bad = (found: string) => ({ fault: `row ${i + 1}: expected 64 lower-case hex digits, two spaces and a path; found ${found}` });
    const match = /^([0-9a-f]{64}) {2}([^ \r].*)$/s.exec(line);
    if (match === null) return bad("something else");
    const [, digits, encoded] = match as unknown as [string, string, string];
    const path = decodePath(encoded);
    if (path === undefined) return bad("a path that is not encoded as the RFC says");
    const refused = refusedPath(path);
    if (refused !== undefined) return bad(refused);
    if (encoded === before) return bad("a path that is listed twice");
    if (encoded < before) return bad("a path out of order");
    before = encoded;
    rows.push({ path, digest: `sha256:${digits}` });
  }
  return { rows };
}

export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (letter) => ({ "%": "%25", "\r": "%0D", "\n": "%0A" })[letter] as string);
}

function decodePath(encoded: string): string | undefined {
  if (/%(?!25|0D|0A)|\r/.test(encoded)) return undefined;
  return encoded.replace(/%(25|0D|0A)/g, (_, code: string) => ({ "25": "%", "0D": "\r", "0A": "\n" })[code] as string);
}

/** Why a path may not stand in a manifest, whatever lies there: it leads out, or names a device on some system. */
export function refusedPath(path: string): string | undefined {
  if (path.startsWith("/") || path.startsWith("\\") || /^[A-Za-z]:/.test(path)) return "an absolute path";
  if (path.startsWith("~")) return "a path into a home folder";
  for (const part of path.split(/[/\\]/)) {
    if (part === "" || part === "." || part === "..") return "a path that leads out of the bag or has an empty part";
    if (/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?$/i.test(part)) return "the name of a device";
  }
  if (path.includes("\\")) return "a backslash in a path";
  if (path.includes("\0")) return "a zero byte in a path";
  return path.isWellFormed() ? undefined : "a path without a UTF-8 form";
}

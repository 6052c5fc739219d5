/** Where this program keeps what a person brought in for all cases and may bring in again: map extracts, gazetteers, map layers. No case lies here, and no key. */
import { homedir } from "node:os";
import { join } from "node:path";

export function dataFolder(): string {
  const given = process.env["WITNESSMARK_DATA"];
  if (given !== undefined && given !== "") return given;
  if (process.platform === "win32") return join(process.env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "witnessmark", "data");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "witnessmark", "data");
  return join(process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "witnessmark");
}

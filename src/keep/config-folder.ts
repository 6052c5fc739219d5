/** Where this program keeps what is a person's and no case's: the private key, and the heads that it remembers. */
import { homedir } from "node:os";
import { join } from "node:path";

export function configFolder(): string {
  const given = process.env["WITNESSMARK_CONFIG"];
  if (given !== undefined && given !== "") return given;
  if (process.platform === "win32") return join(process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "witnessmark");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "witnessmark");
  return join(process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"), "witnessmark");
}

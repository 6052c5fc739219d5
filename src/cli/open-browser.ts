/** Opens a link in the person's own browser. */
import { spawn } from "node:child_process";

export function openBrowser(link: string): void {
  const [command, ...args] =
    process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start", ""] : ["xdg-open"];
  // Without a desktop there is no browser to open; the link is on the terminal.
  spawn(command as string, [...args, link], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

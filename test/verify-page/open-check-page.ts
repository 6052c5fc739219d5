/** The check page as a stranger opens it: from the disk, in a real Chromium, with every request and complaint written down. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../../scripts/testing/launch-chromium.ts";

export const builtCheckPage = fileURLToPath(new URL("../../dist/verify.html", import.meta.url));

export interface CheckPage {
  readonly page: Page;
  /** Addresses asked for, the page itself included. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  /** Most private memory that any page process of this test's browsers held so far, bytes. */
  readonly peakMemory: () => number;
  close(): Promise<void>;
}

export async function openCheckPage(file = builtCheckPage, options: BrowserContextOptions = {}): Promise<CheckPage> {
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href);
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, ...renderersBelow(process.pid).map(privateBytes))), 100);
  return {
    page,
    requests,
    complaints,
    peakMemory: () => peak,
    async close() {
      clearInterval(timer);
      await browser.close();
    },
  };
}

/** Picks a folder and waits for the answer's heading. */
export async function checkFolder(page: Page, folder: string, expect = ""): Promise<string> {
  await page.fill("#expect", expect);
  await page.setInputFiles("#pick", folder);
  return verdictOf(page);
}

export async function verdictOf(page: Page): Promise<string> {
  const heading = page.locator("#answer h2.verdict");
  await heading.waitFor({ timeout: 240_000 });
  return (await heading.innerText()).replace(/^\S+\s+/u, "");
}

/** Codes of the findings that stand against it. */
export async function codesAgainst(page: Page): Promise<string[]> {
  return page.locator("#answer .finding.is-against .code").allInnerTexts();
}

function renderersBelow(root: number): number[] {
  const parents = new Map<number, number>();
  const renderers: number[] = [];
  for (const name of readdirSync("/proc").filter((entry) => /^[0-9]+$/.test(entry))) {
    const pid = Number(name);
    const stat = readProc(`/proc/${pid}/stat`);
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    if (readProc(`/proc/${pid}/cmdline`).includes("--type=renderer")) renderers.push(pid);
  }
  return renderers.filter((pid) => {
    for (let above = pid; above > 1; above = parents.get(above) ?? 0) if (above === root) return true;
    return false;
  });
}

function privateBytes(pid: number): number {
  return 1024 * Number(/^RssAnon:\s+(\d+) kB$/m.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** Empty for a process that ended meanwhile. */
function readProc(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

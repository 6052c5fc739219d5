/**
 * The workbench as a person meets it: a real `witnessmark` process on a case, its one-time link opened in a real
 * Chromium, every request and every complaint of the browser written down.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../../scripts/testing/launch-chromium.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

/** What a test of the workbench needs: hand it to `needs`. */
export const workbenchPrograms = ["chromium", "ffmpeg", "ffprobe"];

const builtPage = fileURLToPath(new URL("../../dist/web/index.html", import.meta.url));

export interface Served {
  readonly child: ChildProcess;
  /** Opens the workbench once. */
  readonly link: string;
  readonly origin: string;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Method and path with query of every request, oldest first: "GET /api/items?limit=100". */
  readonly requests: string[];
  /** What the browser complained of: errors of scripts, refused by policy, failed assertions. Empty when all is well. */
  readonly complaints: string[];
}

export interface Workbench extends OpenPage {
  readonly desk: Desk;
  readonly browser: Browser;
  /** The case's folder. */
  readonly casePath: string;
  served: Served;
  /** Another page with its own cookies: another person at this machine. */
  another(options?: BrowserContextOptions): Promise<OpenPage>;
  /** Ends the program as a crash would, and starts it again on the same port: a new link, and no session is left. */
  restart(): Promise<Served>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** Fills a folder with material before the case is made of it. Without it the case is empty. */
  readonly material?: (folder: string) => Promise<void> | void;
  /** Makes the case itself, in the given folder that is not there yet. */
  readonly makeCase?: (path: string, desk: Desk) => Promise<void>;
  readonly context?: BrowserContextOptions;
  /** More words for `serve`, such as `--read-only`. */
  readonly serveWith?: readonly string[];
  /** Follow the link and wait for the first screen. Default true. */
  readonly enter?: boolean;
}

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  if (!existsSync(builtPage)) throw new Error("dist/web/index.html: expected the built workbench; found none. `npm run build` makes it.");
  const desk = createDesk();
  const casePath = join(desk.folder, "case");
  let browser: Browser | undefined;
  try {
    await makeCase(desk, casePath, options);
    const served = await serve(desk, casePath, 0, options.serveWith);
    browser = await launchChromium();
    const running = browser;
    const first = await newPage(running, options.context);
    const workbench: Workbench = {
      ...first,
      desk,
      browser: running,
      casePath,
      served,
      another: (context) => newPage(running, context),
      async kill() {
        await ended(workbench.served.child);
      },
      async restart() {
        await ended(workbench.served.child);
        workbench.served = await serve(desk, casePath, Number(new URL(workbench.served.origin).port), options.serveWith);
        return workbench.served;
      },
      async close() {
        await running.close();
        await ended(workbench.served.child);
        desk.close();
      },
    };
    if (options.enter ?? true) await enter(first.page, served.link);
    return workbench;
  } catch (error) {
    await browser?.close();
    desk.close();
    throw error;
  }
}

/** Follows a link and waits until the frame of the workbench stands. */
export async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator(".shell").waitFor();
}

async function makeCase(desk: Desk, casePath: string, { material, makeCase: make }: WorkbenchOptions): Promise<void> {
  if (make !== undefined) return make(casePath, desk);
  const folder = join(desk.folder, "material");
  mkdirSync(folder, { recursive: true });
  await material?.(folder);
  const added = await desk.run("add", casePath, folder);
  if (added.code !== 0) throw new Error(`add: expected exit code 0; found ${added.code}: ${added.err}`);
  return undefined;
}

async function serve(desk: Desk, casePath: string, port: number, more: readonly string[] = []): Promise<Served> {
  const { child, line } = await desk.start("serve", casePath, "--port", String(port), "--no-browser", "--json", ...more);
  const { link } = JSON.parse(line) as { link: string };
  return { child, link, origin: new URL(link).origin };
}

/** As a crash ends it: without a chance to tidy up. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const { pathname, search, protocol } = new URL(request.url());
    requests.push(protocol === "http:" ? `${request.method()} ${pathname}${search}` : `${request.method()} ${request.url().slice(0, 60)}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // "Failed to load resource" repeats an answer's status; tests look at those in `requests` or on the screen.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, context, requests, complaints };
}

/** Requests for bytes that show people as they are. */
export function clearRequests(requests: readonly string[]): string[] {
  return requests.filter((request) => request.includes("/clear/"));
}

/** Asks again and again until the answer is yes; for what the server knows and the page may not show yet. */
export async function eventually(what: string, check: () => Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 30_000;
  while (!(await check())) {
    if (Date.now() > giveUp) throw new Error(`expected in the end: ${what}; it did not come`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

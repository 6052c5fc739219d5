/**
 * The case desk in a real Chromium, scrolled by the wheel and by jumps, watched frame by frame: at each frame the page is
 * asked what lies at several heights of the list. What the compositor shows between two frames of the page is not seen here.
 */
import { chromium, type Page } from "playwright-core";
import { findProgram } from "../testing/needs.ts";
import { figure, type Figure } from "./figure.ts";

const LIST = '[data-list="items"]';
const blankLimitMs = 100;
const jumps = 25;
const wheelTurns = 150;

interface Seen {
  readonly frames: number;
  /** Longest time in which some height of the list showed no row at all. */
  readonly blankMs: number;
  /** Longest time in which some row showed only its number. */
  readonly waitingMs: number;
  readonly longestFrameMs: number;
}

export async function deskFigures(origin: string, cookie: string, items: number): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: findProgram("chromium") ?? "chromium",
    args: ["--disable-quic", "--no-first-run", "--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(origin);
    await page.locator(`${LIST} .cell-name`).first().waitFor({ timeout: 120_000 });
    const firstRowS = (performance.now() - began) / 1000;
    const wheel = await watched(page, () => turnWheel(page));
    const jumped = await watched(page, () => jump(page));
    return [
      shown(`scroll ${items} items by the wheel`, wheel, firstRowS),
      shown(`jump ${jumps} times through ${items} items`, jumped, firstRowS),
    ];
  } finally {
    await browser.close();
  }
}

function shown(name: string, seen: Seen, firstRowS: number): Figure {
  const ms = (value: number) => `${Math.round(value)} ms`;
  const detail = [
    `rows that showed only their number for at most ${ms(seen.waitingMs)}`,
    `${seen.frames} frames, the longest ${ms(seen.longestFrameMs)}`,
    `first row ${firstRowS.toFixed(1)} s after the address was entered`,
  ].join("; ");
  return figure(
    `${name}: longest blank`,
    "no row at some height of the list",
    seen.blankMs,
    ms(seen.blankMs),
    { atMost: blankLimitMs },
    detail,
  );
}

async function turnWheel(page: Page): Promise<void> {
  await page.locator(LIST).hover();
  for (let turn = 0; turn < wheelTurns; turn++) {
    await page.mouse.wheel(0, turn < (2 * wheelTurns) / 3 ? 240 : -240);
    await page.waitForTimeout(16);
  }
}

/** As a scroll bar that is dragged. */
async function jump(page: Page): Promise<void> {
  for (let turn = 0; turn < jumps; turn++) {
    // The golden ratio visits all parts in no order.
    const share = (turn * 0.618034) % 1;
    await page.locator(LIST).evaluate((list, to) => void (list.scrollTop = to * list.scrollHeight), share);
    await page.waitForTimeout(250);
  }
}

async function watched(page: Page, scroll: () => Promise<void>): Promise<Seen> {
  await page.evaluate(startWatching, LIST);
  await scroll();
  return page.evaluate(() => (globalThis as unknown as { stopWatching: () => Seen }).stopWatching());
}

/** Runs in the page. */
function startWatching(selector: string): void {
  const list = document.querySelector(selector);
  if (list === null) throw new Error(`expected ${selector} in the page; found none`);
  const seen = { frames: 0, blankMs: 0, waitingMs: 0, longestFrameMs: 0 };
  const since = { blank: 0, waiting: 0 };
  let last = performance.now();
  let going = true;
  const look = () => {
    const box = list.getBoundingClientRect();
    const rows = [0.12, 0.3, 0.5, 0.7, 0.88].map((share) =>
      document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share)?.closest(`${selector} [role="row"]`),
    );
    return { blank: rows.some((row) => !row), waiting: rows.some((row) => row && row.querySelector(".cell-name") === null) };
  };
  const frame = () => {
    const now = performance.now();
    const found = look();
    seen.frames++;
    seen.longestFrameMs = Math.max(seen.longestFrameMs, now - last);
    since.blank = found.blank ? since.blank + now - last : 0;
    since.waiting = found.waiting ? since.waiting + now - last : 0;
    seen.blankMs = Math.max(seen.blankMs, since.blank);
    seen.waitingMs = Math.max(seen.waitingMs, since.waiting);
    last = now;
    if (going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  (globalThis as unknown as { stopWatching: () => typeof seen }).stopWatching = () => {
    going = false;
    return seen;
  };
}

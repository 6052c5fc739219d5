/** What the bench's tests do again and again: find an item, go to it, reveal it, read what the page says and shows. */
import type { Page } from "playwright-core";
import type { ItemDetail, ItemRow, ItemsPage } from "../../src/api/items.ts";
import { readFrameCode } from "../../scripts/sample/frame-code.ts";
import type { SteppingClip } from "./stepping-clips.ts";

export async function allItems(page: Page): Promise<readonly ItemRow[]> {
  const answer = await ask<ItemsPage>(page, "/api/items?limit=500");
  return answer.items;
}

/** The item whose name ends so. */
export async function itemNamed(page: Page, ending: string): Promise<ItemRow> {
  const found = (await allItems(page)).find(({ name }) => name.endsWith(ending));
  if (found === undefined) throw new Error(`expected an item whose name ends in ${ending}; found none`);
  return found;
}

export function detailOf(page: Page, id: string): Promise<ItemDetail> {
  return ask<ItemDetail>(page, `/api/items/${id}`);
}

function ask<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as unknown;
  }, path) as Promise<T>;
}

/** Opens the bench by its address, as a link from elsewhere would. */
export async function goToItem(page: Page, id: string, query = ""): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/items/${id}${query}`);
  await page.locator(".bench").waitFor();
}

/** Uncovers the open item with the key and waits until its first clear picture, or its sound, is there. */
export async function reveal(page: Page): Promise<void> {
  await page.keyboard.press("b");
  await page.locator(".readout[data-attached=true]").waitFor({ timeout: 60_000 });
  await settled(page);
}

export interface Told {
  readonly frame: number;
  readonly pts: number;
  /** What the clock says, or that it is hidden. */
  readonly words: string;
  /** Row of pixels through the middle of the frame code, RGBA; empty without a canvas. */
  readonly row: number[];
  readonly fault: string | null;
}

/** What the bench says and shows once nothing more is on its way, read in one task so that number and picture belong together. */
export async function settled(page: Page): Promise<Told> {
  await page.evaluate(pageSideScript);
  return page.evaluate(() => globalThis.witnessmarkTest.settled());
}

/** Runs in the page; a string, so that other scripts there can call it too. */
export const pageSideScript = `globalThis.witnessmarkTest ??= {
  async settled() {
    const readout = () => document.querySelector(".readout[data-frame]");
    const until = performance.now() + 20000;
    // The page takes in what was pressed in this very task after it.
    await new Promise((next) => setTimeout(next, 0));
    while (readout() === null || readout().dataset.waiting !== undefined) {
      if (performance.now() > until) throw new Error("the bench did not settle: " + document.querySelector(".bench-main")?.textContent);
      await new Promise((next) => setTimeout(next, 1));
    }
    return this.told();
  },
  told() {
    const readout = document.querySelector(".readout[data-frame]");
    const canvas = document.querySelector("canvas[data-testid=stage-canvas]");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 8, canvas.width, 1).data;
    return {
      frame: Number(readout.dataset.frame),
      pts: Number(readout.dataset.pts),
      words: readout.textContent,
      row: pixels === undefined ? [] : Array.from(pixels),
      fault: document.querySelector(".stage-notice.is-error")?.textContent ?? null,
    };
  },
};`;

declare global {
  var witnessmarkTest: { settled(): Promise<Told>; told(): Told };
}

/** Number that the picture itself carries, or null when there is none to read. */
export function codeOf(row: readonly number[], layout: SteppingClip["layout"]): number | null {
  if (row.length === 0) return null;
  const rgba = Uint8ClampedArray.from(row);
  return readFrameCode(rgba, row.length / 4, 1, { ...layout, y: 0, cellHeight: 1, height: 1 });
}

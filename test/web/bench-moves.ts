/** Random steps and seeks, as a person makes them: by key, by the field "go to", by a click on the timeline. */
import type { Page } from "playwright-core";
import { pageSideScript, settled, type Told } from "./bench-page.ts";
import type { SteppingClip } from "./stepping-clips.ts";

export interface Move {
  readonly name: string;
  /** Pressed one after another without waiting, so that steps come faster than pictures. */
  readonly keys?: readonly string[];
  /** Held down meanwhile. */
  readonly held?: string;
  /** Typed into the field "go to". */
  readonly words?: string;
  /** Where along the timeline, 0 to 1. */
  readonly clickAt?: number;
  /** Frames further, or the frame itself, that must be shown then. */
  readonly by?: number;
  readonly to?: number;
}

export function randomMoves(random: () => number, clip: SteppingClip, count: number): Move[] {
  return Array.from({ length: count }, () => randomMove(random, clip));
}

function randomMove(random: () => number, clip: SteppingClip): Move {
  const way = random() < 0.55 ? -1 : 1;
  const arrow = way < 0 ? "ArrowLeft" : "ArrowRight";
  const kind = Math.floor(random() * 20);
  if (kind < 6) return { name: arrow, keys: [arrow], by: way };
  if (kind < 8) return { name: "comma or point", keys: [way < 0 ? "," : "."], by: way };
  if (kind < 10) return { name: "ten frames", keys: [way < 0 ? "PageUp" : "PageDown"], by: way * 10 };
  if (kind < 12) return { name: "K held with J or L", held: "k", keys: [way < 0 ? "j" : "l"], by: way };
  if (kind < 14) return { name: "five quick steps", keys: Array.from({ length: 5 }, () => arrow), by: way * 5 };
  if (kind < 16) return { name: "a second", keys: [`Shift+${arrow}`] };
  if (kind === 16) return { name: "a click on the timeline", clickAt: random() };
  const to = Math.floor(random() * clip.table.pts.length);
  const words = random() < 0.5 ? String(to) : `pts ${clip.table.pts[to]}`;
  return { name: `going to ${words}`, words, to };
}

/** Every so many moves one is made by the browser's own keyboard and mouse; the rest by events in the page, which are quicker. */
const byHandEvery = 12;

/** Makes the moves in order and says what the bench showed after each. */
export async function carryOut(page: Page, plan: readonly Move[]): Promise<[Move, Told][]> {
  const done: [Move, Told][] = [];
  await page.evaluate(pageSideScript);
  let waiting: Move[] = [];
  const flush = async (): Promise<void> => {
    const told = await page.evaluate(movesInPage, waiting);
    told.forEach((one, index) => done.push([waiting[index] as Move, one]));
    waiting = [];
  };
  for (const [index, move] of plan.entries()) {
    if (index % byHandEvery !== 0 && move.clickAt === undefined) {
      waiting.push(move);
      continue;
    }
    await flush();
    await byHand(page, move);
    done.push([move, await settled(page)]);
  }
  await flush();
  return done;
}

async function byHand(page: Page, { keys = [], held, words, clickAt }: Move): Promise<void> {
  if (clickAt !== undefined) {
    const track = await page.locator(".timeline-track").boundingBox();
    if (track === null) throw new Error("expected a timeline, found none");
    await page.mouse.click(track.x + 1 + clickAt * (track.width - 2), track.y + track.height / 2);
    return;
  }
  if (words !== undefined) {
    await page.keyboard.press("t");
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    return;
  }
  if (held !== undefined) await page.keyboard.down(held);
  for (const key of keys) await page.keyboard.press(key);
  if (held !== undefined) await page.keyboard.up(held);
}

/** Runs in the page. */
async function movesInPage(moves: readonly Move[]): Promise<Told[]> {
  const told: Told[] = [];
  const send = (type: "keydown" | "keyup", name: string): void => {
    const shiftKey = name.startsWith("Shift+");
    const key = name.replace("Shift+", "");
    const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key;
    document.body.dispatchEvent(new KeyboardEvent(type, { key, code, shiftKey, bubbles: true, cancelable: true }));
  };
  const goTo = (words: string): void => {
    const field = document.querySelector<HTMLInputElement>(".go-to input");
    if (field === null) throw new Error("expected the field to go to a frame, found none");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const { keys = [], held, words } of moves) {
    if (words !== undefined) {
      goTo(words);
      // The field's own words are set when React has taken them in.
      await new Promise((next) => setTimeout(next, 0));
      document.querySelector<HTMLFormElement>(".go-to")?.requestSubmit();
    } else {
      if (held !== undefined) send("keydown", held);
      for (const key of keys) {
        send("keydown", key);
        send("keyup", key);
      }
      if (held !== undefined) send("keyup", held);
    }
    told.push(await globalThis.witnessmarkTest.settled());
  }
  return told;
}

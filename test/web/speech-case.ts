/** A case with a clip that sounds, its tiers, and a second person who opens it from a configuration of their own. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { TierAnswer, WriteTierRequest } from "../../src/api/tiers.ts";
import type { TierSegment } from "../../src/core/tier/tier.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";
import { enter, type Served } from "./open-workbench.ts";

/**
 * Six seconds: a tone for a second, then a second of silence, and so on; a crack at 3.9. With B-frames, so that its frames are stored
 * later than they are shown.
 */
export function makeSpokenClip(path: string): void {
  const sound =
    "aevalsrc='0.4*sin(2*PI*220*t)*lt(mod(t,2),1)+0.004*(random(0)-0.5)+0.9*(random(1)*2-1)*exp(-(t-3.9)*60)*gte(t,3.9)':d=6:s=44100";
  execFileSync("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=6", "-f", "lavfi", "-i", sound],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-bf", "2", "-c:a", "aac", "-b:a", "256k", "-shortest", path],
  ]);
}

/** Two segments as a recogniser writes them; its own numbers speak against the second. Both stand where a tone sounds. */
export function writeWhisper(folder: string): string {
  const path = join(folder, "heard.json");
  const common = { seek: 0, tokens: [], temperature: 0, compression_ratio: 1 };
  const segments = [
    { id: 0, start: 0, end: 0.4, text: " Стій тут.", avg_logprob: -0.2, no_speech_prob: 0.05, ...common },
    { id: 1, start: 2.1, end: 2.9, text: " Дякую за перегляд.", avg_logprob: -1.6, no_speech_prob: 0.95, ...common },
  ];
  writeFileSync(path, JSON.stringify({ text: "Стій тут. Дякую за перегляд.", language: "uk", segments }));
  return path;
}

export const segment = (id: number, startMs: number, endMs: number, text: string, more: Partial<TierSegment> = {}): TierSegment => ({
  ...{ id, startMs, endMs, speaker: null, text, alternatives: [], overlap: false, language: null, of: null, box: null, machine: null },
  ...more,
});

export function get<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as unknown;
  }, path) as Promise<T>;
}

export async function writeTier(page: Page, body: WriteTierRequest): Promise<string> {
  const answer = await page.evaluate(async (sent) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/tiers", { method: "POST", headers, body: JSON.stringify(sent) });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as { id: string };
  }, body);
  return answer.id;
}

export function documentOf(answer: TierAnswer): readonly TierSegment[] {
  if (answer.document === "withheld") throw new Error("expected the words of the tier; they are withheld");
  return answer.document.segments;
}

export interface SecondPerson {
  readonly served: Served;
  close(): void;
}

/** The first person's program has ended; this one opens the same folder with keys of their own. */
export async function openAsSecondPerson(casePath: string, page: Page): Promise<SecondPerson> {
  const desk: Desk = createDesk();
  const { child, line } = await desk.start("serve", casePath, "--port", "0", "--no-browser", "--json");
  const { link } = JSON.parse(line) as { link: string };
  await enter(page, link);
  return { served: { child, link, origin: new URL(link).origin }, close: () => desk.close() };
}

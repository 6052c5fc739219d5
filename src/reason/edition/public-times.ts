/**
 * Times of a public edition. Noon, sunset and the shadows' windows say where the sun made them: 32 seconds of noon are 10 km. So
 * wherever the sun cut a window, every window of the edition is widened outward to whole hours (15 degrees of longitude), those too
 * that repeat it; and to whole days where even that leads back. Other times stay as they are stated.
 */
import { widenedAnswer, widenedWindow, windowsIn, withWidenedWindows } from "../../core/edition/window-words.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { mapTexts } from "./map-texts.ts";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export function isCutBySun({ records }: Pick<ReportModel, "records">): boolean {
  return records.some(
    ({ computation }) =>
      computation !== null && (computation.sort === "sun" || computation.told.some(({ says }) => says.includes(" by the sun at "))),
  );
}

export function withCoarseTimes(model: ReportModel, stepMs: number): ReportModel {
  const clocks = clocksOf(model, stepMs);
  const findings = model.findings.map((finding) => ({
    ...finding,
    answer: widenedAnswer(finding.answer, stepMs),
    blind: {
      ...finding.blind,
      answers: finding.blind.answers.map((one) => ({ ...one, answer: one.answer === null ? null : widenedAnswer(one.answer, stepMs) })),
    },
  }));
  const events = model.events.map((event) => ({ ...event, windows: event.windows.map((one) => widenedWindow(one, stepMs)) }));
  return mapTexts({ ...model, findings, events }, (text) => clocks.withhold(withWidenedWindows(text, stepMs)));
}

/** Clocks that stand at an end of a window which is widened, wherever somebody wrote them into a sentence. */
function clocksOf(model: ReportModel, stepMs: number): { withhold(text: string): string } {
  const found = new Set<string>();
  const add = ({ from, to, zone }: { readonly from: string; readonly to: string; readonly zone: string }) => {
    for (const end of [from, to]) {
      const ms = Date.parse(end);
      if (!Number.isNaN(ms) && ms % stepMs !== 0)
        for (const one of [zone, "UTC"]) for (const words of clockWords(ms, one)) found.add(words);
    }
  };
  for (const { windows } of model.events) for (const one of windows) add(one);
  for (const { answer, blind } of model.findings)
    for (const one of [answer, ...blind.answers.map(({ answer: other }) => other)]) if (one?.sort === "time") add(one);
  mapTexts(model, (text) => {
    for (const one of windowsIn(text)) add(one);
    return text;
  });
  if (found.size === 0) return { withhold: (text) => text };
  const pattern = new RegExp(
    String.raw`(?<![\d:.T-])(?:${[...found].toSorted((a, b) => b.length - a.length).join("|")})(?![\d:]|\.\d)`,
    "gu",
  );
  return { withhold: (text) => text.replace(pattern, "[time withheld]") };
}

function clockWords(ms: number, zone: string): string[] {
  try {
    const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", timeStyle: "medium" }).format(ms);
    return [time, time.slice(0, 5)];
  } catch {
    return [];
  }
}

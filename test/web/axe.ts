/** What axe finds on a page against WCAG 2.2 AA, as "rule: where". */
import axe from "axe-core";
import type { Page } from "playwright-core";

type Found = { violations: { id: string; nodes: { target: string[] }[] }[] };

export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run(options: object): Promise<Found> } };
    const { violations } = await checker.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}

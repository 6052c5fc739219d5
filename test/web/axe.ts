/** What axe finds on a page against WCAG 2.2 A and AA, as "rule: markup, and what would mend it". */
import axe from "axe-core";
import type { Page } from "playwright-core";

export interface AxeOptions {
  /** Selector of the part that is looked at. Default: the whole page. */
  readonly within?: string;
  /** Axe's own best practices too. */
  readonly bestPractice?: boolean;
}

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export function axeViolations(page: Page, { within = "html", bestPractice = false }: AxeOptions = {}): Promise<string[]> {
  return run(page, within, [...standard, ...(bestPractice ? ["best-practice"] : [])]);
}

/** In dark all of it; in light, to which the page then turns without being drawn anew, the one rule that colours can break. */
export async function axeInBothThemes(page: Page, options: AxeOptions = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeViolations(page, options);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await run(page, options.within ?? "html", ["color-contrast"]);
  await page.emulateMedia({ colorScheme: null });
  return [...dark.map((found) => `dark: ${found}`), ...light.map((found) => `light: ${found}`)];
}

async function run(page: Page, within: string, runOnly: readonly string[]): Promise<string[]> {
  // The page's policy lets no script in; the test speaks through the browser instead.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([part, rules]) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await checker.run(part, { runOnly: [...rules], resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
      );
    },
    [within, runOnly] as const,
  );
}

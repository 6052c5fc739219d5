/** Which parts of a page are not its article, by what they are and how they are named. Counted, so that nobody takes silence for absence. */
import { attribute, attributeWords, hasAttribute, type PageElement } from "./page-tree.ts";

export type LeftOut = "not-text" | "apart" | "hidden";

/** Never text of the page. */
const machinery: ReadonlySet<string> = new Set(
  "script style noscript template head iframe frame object embed svg canvas audio video select option datalist textarea input button map".split(
    " ",
  ),
);
const apartNames: ReadonlySet<string> = new Set(["nav", "footer", "aside", "dialog"]);
const apartRoles: ReadonlySet<string> = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "complementary",
  "search",
  "dialog",
  "alertdialog",
  "menu",
  "menubar",
  "toolbar",
]);
const apartWords =
  /(?:^|[-_])(?:cookies?|consent|gdpr|breadcrumbs?|share|sharing|social|newsletter|subscribe|subscription|related|recommended|recommendations|promo|adverts?|advertisement|ads|sponsored|comments|disqus|popup|modal|sidebar|toolbar|skip-link)(?:$|[-_])/;

/** Undefined for what belongs to the page's text. `large` says whether the element holds so much text that its name must be wrong. */
export function leftOut(element: PageElement, large: (element: PageElement) => boolean): LeftOut | undefined {
  if (machinery.has(element.name)) return "not-text";
  const role = attribute(element, "role")?.toLowerCase();
  const style = attribute(element, "style")?.toLowerCase() ?? "";
  if (hasAttribute(element, "hidden") || attribute(element, "aria-hidden")?.toLowerCase() === "true") return "hidden";
  if (/display\s*:\s*none|visibility\s*:\s*hidden/.test(style)) return "hidden";
  if (apartNames.has(element.name) || (role !== undefined && apartRoles.has(role))) return "apart";
  if (element.name === "body" || element.name === "article" || element.name === "main") return undefined;
  const words = [...namesOf(element, "class"), ...namesOf(element, "id")];
  return words.some((word) => apartWords.test(word)) && !large(element) ? "apart" : undefined;
}

/** "socialShare" and "social__share" both hold the words social and share. */
function namesOf(element: PageElement, name: "class" | "id"): string[] {
  const value = attribute(element, name);
  if (value === undefined || value.length > 2000) return [];
  return /[a-z][A-Z]/.test(value)
    ? value
        .replace(/([a-z])([A-Z])/g, "$1-$2")
        .toLowerCase()
        .split(/\s+/)
    : attributeWords(element, name);
}

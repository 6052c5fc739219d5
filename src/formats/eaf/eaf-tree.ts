/**
 * An ELAN file as elements, within limits. A document type is refused, and with it every entity of the file's own; nothing outside of
 * the file is opened. What ELAN itself never writes at that depth or number is refused too.
 */
import { Parser } from "htmlparser2";
import { TierFileRefused } from "../../core/tier/tier-file.ts";

export interface EafElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: EafElement[];
  text: string;
}

/** ANNOTATION_DOCUMENT, TIER, ANNOTATION, ALIGNABLE_ANNOTATION, ANNOTATION_VALUE: five; some to spare. */
const deepest = 12;
const mostElements = 500_000;

/** Throws TierFileRefused. */
export function readEafTree(text: string): EafElement {
  const top: EafElement = { name: "", attributes: {}, children: [], text: "" };
  const open: EafElement[] = [top];
  let elements = 0;
  const refuse = (expected: string, found: string): never => {
    throw new TierFileRefused(`the file: expected ${expected}; found ${found}`);
  };
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.startsWith("!")) refuse("XML without a document type, whose entities could say anything", "one");
      },
      onopentag(name, attributes) {
        if (open.length > deepest) refuse(`elements at most ${deepest} deep`, "deeper ones");
        if (++elements > mostElements) refuse(`at most ${mostElements} elements`, "more");
        const element: EafElement = { name, attributes, children: [], text: "" };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(words) {
        const element = open.at(-1);
        if (element !== undefined) element.text += words;
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text.replace(/^\uFEFF/, ""));
  // An end that the file lacks is not made up.
  if (open.length > 1) refuse("the end of every element", `<${(open.at(-1)?.name ?? "").slice(0, 40)}> without one`);
  parser.end();
  const root = top.children.find(({ name }) => name === "ANNOTATION_DOCUMENT");
  return root ?? refuse("ANNOTATION_DOCUMENT", "none");
}

export function elementsOf(element: EafElement | undefined, name: string): EafElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

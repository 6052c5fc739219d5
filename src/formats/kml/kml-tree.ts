/**
 * KML as small trees, one per place: read without a document type, without entities but the five of XML, without opening anything.
 * Depth, size and number are bounded: hostile files nest a million deep.
 */
import { Parser } from "htmlparser2";

export interface KmlElement {
  /** Without its prefix, but "gx:Track" as such. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: KmlElement[];
  text: string;
}

export interface KmlWalk {
  /** A Placemark, GroundOverlay, PhotoOverlay, ScreenOverlay or NetworkLink, whole; counted from 1 by its sort. */
  place(element: KmlElement, number: number): void;
  /** Any address under a style or list style. */
  link(address: string): void;
  doctype(): void;
  /** The first thing that made the rest of the file unread. */
  stopped(found: string): void;
}

const places: ReadonlySet<string> = new Set(["Placemark", "GroundOverlay", "PhotoOverlay", "ScreenOverlay", "NetworkLink"]);
const deepest = 100;
const mostElementsOfPlace = 20_000;
const longestText = 16 * 1024 * 1024;

class Stop extends Error {}

/** Returns whether the outermost element was kml, Document, Folder or a place, and was closed. */
export function walkKml(text: string, walk: KmlWalk): { readonly root: string | undefined; readonly closed: boolean } {
  const names: string[] = [];
  const open: KmlElement[] = [];
  const numbers = new Map<string, number>();
  let root: string | undefined;
  let closed = false;
  let elements = 0;
  let length = 0;
  const stop = (found: string): never => {
    walk.stopped(found);
    throw new Stop(found);
  };
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (/^!doctype/i.test(name)) walk.doctype();
      },
      onopentag(tag, attributes) {
        const name = localName(tag);
        root ??= name;
        names.push(name);
        if (names.length > deepest) stop(`elements more than ${deepest} deep`);
        if (open.length === 0 && !places.has(name)) {
          // Outside of places only addresses of styles matter, and those are short.
          if (name === "href") open.push({ name, attributes, children: [], text: "" });
          return;
        }
        if (open.length === 0) elements = 0;
        if (++elements > mostElementsOfPlace) stop(`more than ${mostElementsOfPlace} elements in one place`);
        const element: KmlElement = { name, attributes, children: [], text: "" };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(words) {
        const element = open.at(-1);
        if (element === undefined) return;
        length += words.length;
        if (length > longestText) stop(`more than ${longestText} characters of text`);
        element.text += words;
      },
      onclosetag() {
        names.pop();
        closed = names.length === 0;
        const element = open.at(-1);
        if (element === undefined) return;
        open.pop();
        if (open.length > 0) return;
        if (element.name === "href") walk.link(element.text.trim());
        else {
          const number = (numbers.get(element.name) ?? 0) + 1;
          numbers.set(element.name, number);
          walk.place(element, number);
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.write(text);
    // An end that the file lacks is not made up: what was open is not a place.
    if (names.length > 0) return { root, closed: false };
    parser.end();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { root, closed: false };
  }
  return { root, closed };
}

function localName(tag: string): string {
  const at = tag.indexOf(":");
  if (at === -1) return tag;
  return tag.startsWith("gx:") ? tag : tag.slice(at + 1);
}

export function childOf(element: KmlElement | undefined, ...path: readonly string[]): KmlElement | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

export function textAt(element: KmlElement, ...path: readonly string[]): string | undefined {
  return childOf(element, ...path)?.text.trim();
}

/** The element itself and everything below it. */
export function* below(element: KmlElement): Generator<KmlElement> {
  yield element;
  for (const child of element.children) yield* below(child);
}

/**
 * The pages of an export as they arrive: one message at a time as a small tree, everything else passed over. Nothing is
 * run. A message that does not close ends where the next begins; what nests or grows without end is left out and named.
 */
import { Parser } from "htmlparser2";
import type { PageElement } from "../article/page-tree.ts";

export interface MessageHandler {
  /** `broken` says why the tree is not whole. */
  message(element: PageElement, broken: string | undefined): void;
  /** The chat's name, in the page's head. */
  title(text: string): void;
  /** A link to another page of the same chat. */
  page(href: string): void;
}

export interface MessageWalk {
  push(text: string): void;
  end(): void;
}

const mostElements = 5_000;
const mostText = 1024 * 1024;
const deepest = 200;
/** Open elements at which the parser's own bookkeeping grows slow; it is begun anew. */
const mostOpen = 2_000;
const sliceLength = 64 * 1024;

interface Building {
  readonly root: PageElement;
  readonly open: PageElement[];
  elements: number;
  units: number;
  broken: string | undefined;
}

export function createMessageWalk(handler: MessageHandler): MessageWalk {
  let building: Building | undefined;
  let depth = 0;
  let title: { depth: number; text: string } | undefined;
  let header = 0;
  let titled = false;

  const finish = (broken?: string) => {
    if (building === undefined) return;
    const done = building;
    building = undefined;
    handler.message(done.root, done.broken ?? broken);
  };

  const inside = (name: string, attributes: Record<string, string>) => {
    const made = building as Building;
    if (++made.elements > mostElements) made.broken ??= "more elements than a message has";
    const parent = made.open[Math.min(made.open.length, deepest) - 1] as PageElement;
    const element: PageElement = { name, attributes, parent, children: [] };
    if (made.elements <= mostElements && made.open.length <= deepest) parent.children.push(element);
    else if (made.open.length > deepest) made.broken ??= "deeper nesting than a message has";
    made.open.push(element);
  };

  const create = () =>
    new Parser(
      {
        onopentag(name, attributes) {
          depth++;
          const classes = (attributes["class"] ?? "").split(/\s+/);
          const begins = name === "div" && classes.includes("message") && (classes.includes("default") || classes.includes("service"));
          if (begins) {
            finish("the next message inside it");
            const root: PageElement = { name, attributes, parent: undefined, children: [] };
            building = { root, open: [root], elements: 1, units: 0, broken: undefined };
          } else if (building !== undefined) inside(name, attributes);
          else if (classes.includes("page_header")) header = depth;
          else if (header > 0 && !titled && classes.includes("text") && classes.includes("bold")) title = { depth, text: "" };
          else if (classes.includes("pagination") && attributes["href"] !== undefined) handler.page(attributes["href"].slice(0, 200));
        },
        onclosetag() {
          if (title !== undefined && title.depth === depth) {
            titled = true;
            handler.title(title.text.trim());
            title = undefined;
          }
          if (header === depth) header = 0;
          depth--;
          if (building === undefined) return;
          if (building.open.length > 1) building.open.pop();
          else finish();
        },
        ontext(text) {
          if (title !== undefined && title.text.length < 1000) title.text += text;
          if (building === undefined) return;
          const room = mostText - building.units;
          building.units += text.length;
          if (text.length > room) building.broken ??= "more text than a message has";
          if (room <= 0) return;
          const { children } = building.open.at(-1) as PageElement;
          const last = children.length - 1;
          if (typeof children[last] === "string") children[last] += text.slice(0, room);
          else children.push(text.slice(0, room));
        },
      },
      { decodeEntities: true },
    );

  let parser = create();
  return {
    push(text) {
      for (let at = 0; at < text.length; at += sliceLength) {
        parser.write(text.slice(at, at + sliceLength));
        if (depth <= mostOpen) continue;
        finish("deeper nesting than a message has");
        parser.reset();
        depth = 0;
        header = 0;
        title = undefined;
        parser = create();
      }
    },
    end() {
      // Closing what is open is what the parser does at the end; a message cut off must not look whole.
      if (building !== undefined) building.broken ??= "the end of the file before the message's";
      parser.end();
      finish();
    },
  };
}

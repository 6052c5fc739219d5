/** Text and its runs: a string, a list of strings and runs, and the same again as `text_entities`. Links stay inert. */
import type { TextEntity } from "../../core/post/post.ts";
import { isList, isObject, type JsonValue, kindOf } from "../json-stream/json-value.ts";
import type { Fields } from "./fields.ts";

export interface MessageText {
  readonly text: string;
  readonly entities: TextEntity[];
}

const directionMarks = /[\u202a-\u202e\u2066-\u2069]/;
const looksLikeAddress = /^(?:https?:\/\/)?[^\s/]+\.[^\s/.]{2,}(?:\/\S*)?$/i;

export function readMessageText(fields: Fields): MessageText {
  const shown = fields.raw("text");
  const runs = fields.raw("text_entities");
  const fromText = shown === undefined || shown === null ? undefined : joinRuns(fields, "text", shown);
  const fromRuns = runs === undefined || runs === null ? undefined : joinRuns(fields, "text_entities", runs);
  if (fromText !== undefined && fromRuns !== undefined && fromText.text !== fromRuns.text)
    fields.log.trap("text-fields-disagree", fields.where);
  const read = fromText ?? fromRuns ?? { text: "", entities: [] };
  if (directionMarks.test(read.text)) fields.log.trap("hidden-direction-marks", fields.where);
  if (read.entities.some((entity) => showsAnotherAddress(read.text, entity))) fields.log.trap("link-shows-another-address", fields.where);
  return read;
}

function joinRuns(fields: Fields, name: string, value: JsonValue): MessageText | undefined {
  if (typeof value === "string") return { text: value, entities: [] };
  if (!isList(value)) {
    fields.fault(name, "a text or a list of runs", kindOf(value));
    return undefined;
  }
  const parts: string[] = [];
  const entities: TextEntity[] = [];
  let start = 0;
  for (const [i, run] of value.entries()) {
    const words = isObject(run) ? run.get("text") : run;
    if (typeof words !== "string") {
      fields.fault(`${name}[${i}]`, "a text or a run with a text", isObject(run) ? `a run whose text is ${kindOf(words)}` : kindOf(run));
      continue;
    }
    const end = start + words.length;
    const entity = isObject(run) ? entityOf(fields, `${name}[${i}]`, run.get("type"), run.get("href"), start, end) : undefined;
    if (entity !== undefined) entities.push(entity);
    parts.push(words);
    start = end;
  }
  return { text: parts.join(""), entities };
}

function entityOf(
  fields: Fields,
  name: string,
  type: JsonValue | undefined,
  href: JsonValue | undefined,
  start: number,
  end: number,
): TextEntity | undefined {
  if (type === "plain") return undefined;
  if (typeof type !== "string") fields.fault(`${name}.type`, "a text", kindOf(type));
  const named = { type: typeof type === "string" ? type : "unknown", start, end };
  if (href === undefined || href === null) return named;
  if (typeof href === "string") return { ...named, href };
  fields.fault(`${name}.href`, "a text", kindOf(href));
  return named;
}

/** Whether the words of a link are themselves an address, of another host than the target. */
function showsAnotherAddress(text: string, { href, start, end }: TextEntity): boolean {
  if (href === undefined || end - start > 300) return false;
  const words = text.slice(start, end).trim();
  return looksLikeAddress.test(words) && hostOf(words) !== hostOf(href);
}

function hostOf(address: string): string {
  return address
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .replace(/[/?#].*$/s, "")
    .replace(/^www\./i, "")
    .toLowerCase();
}

/**
 * One block of nodes, ways and relations (osmformat.proto, PrimitiveBlock): differences become numbers, positions ten-millionths of
 * a degree, indexes of the string table words. A position off the earth, a word that the table does not have, or columns of unequal
 * length are refused: after a broken difference every later number of its column is wrong, and nothing shows it.
 */
import { ExtractUnreadable } from "../../core/map-extract/extract-unreadable.ts";
import { bytesOf, eachField, inner, type Message, messageOf, numberOf, numbersOf, textOf, undelta } from "./message-fields.ts";
import type { OsmMember, OsmSink, TagList } from "./osm-elements.ts";

interface Scale {
  readonly granularity: number;
  readonly latOffset: number;
  readonly lonOffset: number;
}

interface Block {
  readonly where: string;
  readonly words: (index: number) => string;
  readonly scale: Scale;
  readonly sink: OsmSink;
}

export function readPrimitiveBlock(bytes: Uint8Array, where: string, sink: OsmSink): void {
  let table: Uint8Array[] = [];
  const groups: { readonly start: number; readonly end: number }[] = [];
  const scale = { granularity: 100, latOffset: 0, lonOffset: 0 };
  const message = messageOf(bytes, where);
  eachField(message, (field) => {
    if (field === 1) table = stringTable(inner(message));
    else if (field === 2) {
      const group = inner(message);
      groups.push({ start: group.reader.pos, end: group.end });
      group.reader.pos = group.end;
    } else if (field === 17) scale.granularity = numberOf(message, true);
    else if (field === 19) scale.latOffset = numberOf(message, true);
    else if (field === 20) scale.lonOffset = numberOf(message, true);
  });
  if (scale.granularity < 1 || scale.granularity > 1e9)
    throw new ExtractUnreadable(where, "a granularity from 1 to 10^9 nanodegrees", String(scale.granularity));
  const known: (string | undefined)[] = [];
  const words = (index: number): string => {
    const held = known[index];
    if (held !== undefined) return held;
    const word = table[index];
    if (word === undefined) throw new ExtractUnreadable(where, `a word of its table of ${table.length}`, `number ${index}`);
    return (known[index] = textOf(word));
  };
  // The scale may stand behind what it scales.
  for (const { start, end } of groups) {
    message.reader.pos = start;
    readGroup({ reader: message.reader, where, end }, { where, words, scale, sink });
  }
}

function stringTable(message: Message): Uint8Array[] {
  const table: Uint8Array[] = [];
  eachField(message, (field) => {
    if (field === 1) table.push(bytesOf(message));
  });
  return table;
}

function readGroup(message: Message, block: Block): void {
  // One reader goes through it all: a message that was entered is left at its end.
  eachField(message, (field) => {
    if (field === 1) readNode(inner(message), block);
    else if (field === 2) readDense(inner(message), block);
    else if (field === 3) readWay(inner(message), block);
    else if (field === 4) readRelation(inner(message), block);
  });
}

function placed(raw: number, offset: number, { granularity }: Scale, limit: number, thing: string, where: string): number {
  const value = Math.round((offset + granularity * raw) / 100);
  if (!(Math.abs(value) <= limit)) throw new ExtractUnreadable(`${where}, ${thing}`, "a position on the earth", "one beyond it");
  return value;
}

const lonOf = (raw: number, { scale, where }: Block, thing: string) => placed(raw, scale.lonOffset, scale, 180e7, thing, where);
const latOf = (raw: number, { scale, where }: Block, thing: string) => placed(raw, scale.latOffset, scale, 90e7, thing, where);

function exactId(id: number, where: string): number {
  if (!Number.isSafeInteger(id)) throw new ExtractUnreadable(where, "ids below 2^53", "a larger one");
  return id;
}

function readNode(message: Message, block: Block): void {
  let [id, lat, lon]: [number?, number?, number?] = [];
  let [keys, values]: [number[], number[]] = [[], []];
  eachField(message, (field) => {
    if (field === 1) id = svarintOf(message);
    else if (field === 2) keys = numbersOf(message, "signed");
    else if (field === 3) values = numbersOf(message, "signed");
    else if (field === 8) lat = svarintOf(message);
    else if (field === 9) lon = svarintOf(message);
  });
  if (id === undefined || lat === undefined || lon === undefined)
    throw new ExtractUnreadable(block.where, "a node with id, latitude and longitude", "one without");
  const thing = `node ${exactId(id, block.where)}`;
  block.sink.node(id, lonOf(lon, block, thing), latOf(lat, block, thing), tagsOf(keys, values, block));
}

function svarintOf({ reader, where }: Message): number {
  if (reader.type !== 0) throw new ExtractUnreadable(where, "a number in a field", "something else");
  return reader.readSVarint();
}

function readDense(message: Message, block: Block): void {
  const { where } = block;
  let [ids, lats, lons, words]: [number[], number[], number[], number[]] = [[], [], [], []];
  eachField(message, (field) => {
    if (field === 1) ids = undelta(numbersOf(message, "zigzag"), where, "ids of nodes");
    else if (field === 8) lats = undelta(numbersOf(message, "zigzag"), where, "latitudes");
    else if (field === 9) lons = undelta(numbersOf(message, "zigzag"), where, "longitudes");
    else if (field === 10) words = numbersOf(message, "signed");
  });
  if (lats.length !== ids.length || lons.length !== ids.length)
    throw new ExtractUnreadable(where, `${ids.length} latitudes and longitudes for as many nodes`, `${lats.length} and ${lons.length}`);
  let at = 0;
  for (let n = 0; n < ids.length; n++) {
    let tags: string[] | undefined;
    while (at < words.length && words[at] !== 0) {
      if (at + 1 >= words.length) throw new ExtractUnreadable(where, "keys of nodes with values", "a key without");
      (tags ??= []).push(block.words(words[at] as number), block.words(words[at + 1] as number));
      at += 2;
    }
    at++;
    const id = ids[n] as number;
    block.sink.node(id, lonOf(lons[n] as number, block, `node ${id}`), latOf(lats[n] as number, block, `node ${id}`), tags);
  }
  if (words.length > 0 && at !== words.length)
    throw new ExtractUnreadable(where, `tags for ${ids.length} nodes`, at > words.length ? "fewer" : "more");
}

function readWay(message: Message, block: Block): void {
  const { where } = block;
  let id: number | undefined;
  let [keys, values, refs, lats, lons]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  eachField(message, (field) => {
    if (field === 1) id = numberOf(message, true);
    else if (field === 2) keys = numbersOf(message, "signed");
    else if (field === 3) values = numbersOf(message, "signed");
    else if (field === 8) refs = undelta(numbersOf(message, "zigzag"), where, "ids of nodes");
    else if (field === 9) lats = undelta(numbersOf(message, "zigzag"), where, "latitudes");
    else if (field === 10) lons = undelta(numbersOf(message, "zigzag"), where, "longitudes");
  });
  if (id === undefined) throw new ExtractUnreadable(where, "a way with an id", "one without");
  const thing = `way ${exactId(id, where)}`;
  if (lats.length !== lons.length || (lats.length > 0 && lats.length !== refs.length))
    throw new ExtractUnreadable(`${where}, ${thing}`, `${refs.length} positions for as many nodes`, `${lats.length} and ${lons.length}`);
  const places =
    lats.length === 0 ? undefined : lats.flatMap((lat, n) => [lonOf(lons[n] as number, block, thing), latOf(lat, block, thing)]);
  block.sink.way(id, refs, tagsOf(keys, values, block), places);
}

const memberTypes = ["node", "way", "relation"] as const;

function readRelation(message: Message, block: Block): void {
  const { where } = block;
  let id: number | undefined;
  let [keys, values, refs, types]: [number[], number[], number[], number[]] = [[], [], [], []];
  eachField(message, (field) => {
    if (field === 1) id = numberOf(message, true);
    else if (field === 2) keys = numbersOf(message, "signed");
    else if (field === 3) values = numbersOf(message, "signed");
    else if (field === 9) refs = undelta(numbersOf(message, "zigzag"), where, "ids of members");
    else if (field === 10) types = numbersOf(message, "signed");
  });
  if (id === undefined) throw new ExtractUnreadable(where, "a relation with an id", "one without");
  const thing = `${where}, relation ${exactId(id, where)}`;
  if (types.length !== refs.length) throw new ExtractUnreadable(thing, `${refs.length} kinds for as many members`, String(types.length));
  const members = refs.map((ref, n): OsmMember => {
    const type = memberTypes[types[n] as number];
    if (type === undefined) throw new ExtractUnreadable(thing, "members that are nodes, ways or relations", `kind ${types[n]}`);
    return { type, ref };
  });
  block.sink.relation(id, members, tagsOf(keys, values, block));
}

function tagsOf(keys: readonly number[], values: readonly number[], { where, words }: Block): TagList {
  if (keys.length !== values.length) throw new ExtractUnreadable(where, `${keys.length} values for as many keys`, String(values.length));
  return keys.length === 0 ? undefined : keys.flatMap((key, n) => [words(key), words(values[n] as number)]);
}

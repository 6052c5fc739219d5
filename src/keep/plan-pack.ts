/** Decides what goes into a pack before a byte is written: objects that its lines hold, and what is left out and why. */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryBody, Sealed } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { HeadRef, LedgerLine } from "../core/ledger/ledger-line.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { objectsOfEntry } from "../formats/case-folder/objects-of-entry.ts";
import { sealedIn } from "../formats/ledger/decode-line.ts";

export interface Withholding {
  /** Leave out what people, machines and places of collection are called. */
  readonly names: boolean;
  /** Lines to leave out, each with the reason. */
  readonly lines: ReadonlyMap<number, string>;
  /** Those of the lines that are left out since somebody took consent back. */
  readonly consent?: ReadonlySet<number> | undefined;
  /**
   * Which lines of a public edition keep their bodies. All others become bare, every sealed value stays closed, and of the objects
   * only those of time stamps go along. Reasons are the same for all: one of its own could say what is withheld.
   */
  readonly publicLines?: ((body: EntryBody) => boolean) | undefined;
}

interface LeftOut {
  readonly seq: number;
  readonly category: "entry" | "name" | "restricted" | "consent" | "edition";
  readonly reason: string;
}

export interface PackPlan {
  /** Sorted. */
  readonly objects: readonly Digest[];
  readonly lines: readonly LeftOut[];
  readonly values: readonly (LeftOut & { readonly sealed: Digest })[];
  /** Not in the pack, though its lines still speak of them. `seq` is the first that does. */
  readonly withheldObjects: readonly (LeftOut & { readonly object: Digest })[];
  /** Lines in the pack that speak of an item or an object whose own line is withheld. Whoever seals decides about them too. */
  readonly stillSpeaking: readonly number[];
}

/**
 * An object stays out when the lines that brought it are withheld, also when others only speak of it: whoever withholds
 * a recording does not mean to hand it over because it was looked into. Throws CaseError INPUT_INVALID naming the line.
 */
export async function planPack(ledger: LedgerReader, head: HeadRef, withholding: Withholding): Promise<PackPlan> {
  const { names, lines, consent, publicLines } = withholding;
  if (publicLines !== undefined) return planPublicPack(ledger, head, publicLines);
  const held = new Set<Digest>();
  const mentioned = new Map<Digest, number>();
  const broughtByWithheld = new Map<Digest, number>();
  const erased = new Set<Digest>();
  const left: LeftOut[] = [];
  const withheldNames = new Set<string>();
  const stillSpeaking: number[] = [];
  /** Statements of receipts, prints and comparisons that stay out although their lines are there. */
  const hiddenObjects: PackPlan["withheldObjects"][number][] = [];
  const compared = new Set<string>();
  const values: (LeftOut & { sealed: Digest })[] = [];
  const categoryOf = (seq: number): LeftOut["category"] => (consent?.has(seq) === true ? "consent" : "entry");
  for await (const line of ledger.read(1)) {
    const { seq } = line.head;
    if (seq > head.seq) break;
    const reason = lines.get(seq);
    if (reason !== undefined) demandWithholdable(line);
    if (line.body === undefined) continue;
    const { holds, mentions } = objectsOfEntry(line.body);
    if (line.body.kind === "object.erased") erased.add(line.body.data.object);
    if (line.body.kind === "item.collected" || line.body.kind === "item.unpacked") erased.delete(line.body.data.object);
    if (reason !== undefined) {
      left.push({ seq, category: categoryOf(seq), reason });
      for (const object of holds) if (!broughtByWithheld.has(object)) broughtByWithheld.set(object, seq);
      for (const name of [...holds, ...itemOf(line.body)]) withheldNames.add(name);
      continue;
    }
    // Whatever speaks of an item or an object stands behind the line that brought it.
    if (speaksOf(line.body.data as unknown as Json, withheldNames)) stillSpeaking.push(seq);
    const hidden = receiptHidden(line.body, names, withheldNames) ?? printsHidden(line.body, compared, withheldNames);
    if (hidden === undefined) for (const object of holds) held.add(object);
    else for (const object of holds) hiddenObjects.push({ object, seq, ...hidden });
    for (const object of mentions) if (!mentioned.has(object)) mentioned.set(object, seq);
    values.push(...valuesLeftOut(line, line.body, names));
  }
  for (const seq of lines.keys()) {
    if (seq < 1 || seq > head.seq) throw new CaseError("INPUT_INVALID", `--withhold ${seq}: expected a line from 2 to ${head.seq}`);
  }
  const alsoWithheld = hiddenObjects.filter(({ object }) => !held.has(object) && !erased.has(object));
  const withheldObjects = [...broughtByWithheld]
    .filter(([object]) => !held.has(object) && !erased.has(object) && mentioned.has(object))
    .map(([object, by]) => ({
      object,
      seq: mentioned.get(object) as number,
      category: categoryOf(by),
      reason: lines.get(by) as string,
    }))
    .concat(alsoWithheld);
  return { objects: [...held].filter((object) => !erased.has(object)).sort(), lines: left, values, withheldObjects, stillSpeaking };
}

const editionReason = "kept back by a public edition";
const publicObjects: ReadonlySet<EntryBody["kind"]> = new Set(["timestamp.requested", "timestamp.recorded"]);

async function planPublicPack(ledger: LedgerReader, head: HeadRef, keepsBody: (body: EntryBody) => boolean): Promise<PackPlan> {
  const why = { category: "edition", reason: editionReason } as const;
  const held = new Set<Digest>();
  const lines: LeftOut[] = [];
  const values: PackPlan["values"][number][] = [];
  const withheldObjects = new Map<Digest, number>();
  const erased = new Set<Digest>();
  for await (const line of ledger.read(1)) {
    const { seq } = line.head;
    if (seq > head.seq) break;
    if (line.body?.kind === "object.erased") erased.add(line.body.data.object);
    // Which of them were erased, and why, is said by lines that are bare here too.
    if (line.body === undefined || (seq > 1 && !keepsBody(line.body))) {
      lines.push({ seq, ...why });
      continue;
    }
    const { holds } = objectsOfEntry(line.body);
    for (const object of holds) {
      if (publicObjects.has(line.body.kind)) held.add(object);
      if (!withheldObjects.has(object)) withheldObjects.set(object, seq);
    }
    for (const sealed of new Set(sealedIn(line.body.data as unknown as Json))) values.push({ seq, sealed, ...why });
  }
  const objects = [...held].filter((object) => !erased.has(object)).sort();
  const left = [...withheldObjects].filter(([object]) => !objects.includes(object)).map(([object, seq]) => ({ object, seq, ...why }));
  return { objects, lines, values, withheldObjects: left, stillSpeaking: [] };
}

/** The statement of a receipt repeats names and hashes: it stays out with what it repeats. */
function receiptHidden(body: EntryBody, names: boolean, withheldNames: ReadonlySet<string>): Omit<LeftOut, "seq"> | undefined {
  if (body.kind !== "receipt.given") return undefined;
  if (body.data.items.some((item) => withheldNames.has(item))) {
    return { category: "entry", reason: "a receipt that repeats what is withheld" };
  }
  return names && body.data.to !== null ? { category: "name", reason: "names of people, machines and places of collection" } : undefined;
}

/**
 * What was read out of a file says what is in it: places, serial numbers, words. Prints, and the times of sudden sounds, find the bytes that they were made of wherever else they are, so they stay out with them. A comparison may say what it
 * shares with whatever was compared before: it stays out with any of that, since no line tells which pairs it found.
 */
function printsHidden(body: EntryBody, compared: Set<string>, withheldNames: ReadonlySet<string>): Omit<LeftOut, "seq"> | undefined {
  if (body.kind === "analysis.recorded") {
    const { item, ground } = body.data;
    if (![item, ...ground.inputs].some((name) => withheldNames.has(name))) return undefined;
    const prints = ground.analyser === "frame-print" || ground.analyser === "sound-print" || ground.analyser === "sound-events";
    return { category: "entry", reason: prints ? "prints of what is withheld" : "what was read out of what is withheld" };
  }
  if (body.kind === "sync.measured") {
    // Offsets and lengths of a recording, second by second, are as good as a print of it.
    if (!body.data.items.some((item) => withheldNames.has(item))) return undefined;
    return { category: "entry", reason: "a measuring of what is withheld" };
  }
  // What is said in a recording stays out with it; quotes of it stand in lines, which are listed as still speaking.
  if (body.kind === "tier.written")
    return withheldNames.has(body.data.item) ? { category: "entry", reason: "words of what is withheld" } : undefined;
  if (body.kind !== "copies.compared") return undefined;
  for (const item of body.data.items) compared.add(item);
  if (![...compared].some((item) => withheldNames.has(item))) return undefined;
  return { category: "entry", reason: "a comparison that may speak of what is withheld" };
}

function itemOf(body: EntryBody): string[] {
  return body.kind === "item.collected" || body.kind === "item.unpacked" || body.kind === "item.known" ? [body.data.item] : [];
}

function speaksOf(value: Json, names: ReadonlySet<string>): boolean {
  if (names.size === 0 || value === null) return false;
  if (typeof value === "string") return names.has(value);
  if (typeof value !== "object") return false;
  return Object.values(value).some((member) => speaksOf(member as Json, names));
}

/** Without line 1 nobody knows the case, without keys and erasures nobody can check it. */
function demandWithholdable({ head, body }: LedgerLine): void {
  const kept = body === undefined || head.seq === 1 || body.kind.startsWith("key.") || body.kind.endsWith(".erased");
  if (kept)
    throw new CaseError(
      "INPUT_INVALID",
      `--withhold ${head.seq}: expected a line that can be left out; found ${body?.kind ?? "one that is gone already"}`,
    );
}

function valuesLeftOut({ head, open }: LedgerLine, body: EntryBody, names: boolean): (LeftOut & { sealed: Digest })[] {
  const asNames = new Set(names ? nameValues(body).map(({ sealed }) => sealed) : []);
  const { seq } = head;
  return [...new Set(sealedIn(body.data as unknown as Json))].flatMap((sealed): (LeftOut & { sealed: Digest })[] => {
    if (!open.has(sealed)) return [{ seq, sealed, category: "restricted", reason: "kept apart in the case itself" }];
    if (asNames.has(sealed)) return [{ seq, sealed, category: "name", reason: "names of people, machines and places of collection" }];
    return [];
  });
}

function nameValues(body: EntryBody): Sealed[] {
  switch (body.kind) {
    case "key.enrolled":
      return [body.data.name];
    case "collection.started":
      return [body.data.from, body.data.machine];
    case "copy.made":
      return [body.data.to];
    case "receipt.given":
      return body.data.to === null ? [] : [body.data.to];
    case "capture.recorded":
    case "search.logged":
      return body.data.account === "unknown" ? [] : [body.data.account];
    default:
      return [];
  }
}

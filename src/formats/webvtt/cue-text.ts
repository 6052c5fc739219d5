/**
 * The words of a cue, with who says them: WebVTT, "cue text parsing rules". Only voices and languages mean something to a tier; what
 * else is marked up is counted and its words are kept. A player drops whatever stands behind a "<"; a transcript is no subtitle, and
 * what opens no tag there are words ("5 < 6").
 */
export interface CueRun {
  readonly text: string;
  /** Annotation of the voice around it; null outside of any. */
  readonly voice: string | null;
  readonly language: string | null;
}

export interface CueText {
  readonly runs: readonly CueRun[];
  /** Voices that were opened, also those around no words. */
  readonly voices: readonly string[];
  /** Tags and times inside the words that are not kept. */
  readonly dropped: number;
  /** Signs "<" that open no tag and stay. */
  readonly kept: number;
}

type Token =
  | { readonly is: "text"; readonly text: string; readonly raw: string }
  | { readonly is: "start" | "end" | "time"; readonly name: string; readonly annotation: string };

const known = new Set(["c", "i", "b", "u", "ruby", "rt", "v", "lang"]);

export function readCueText(cue: string, rule: "as-a-player" | "keep-words"): CueText {
  const open: string[] = [];
  const around = { v: [] as string[], lang: [] as string[] };
  const runs: CueRun[] = [];
  const voices: string[] = [];
  let [dropped, kept] = [0, 0];
  for (const token of tokens(cue, rule === "as-a-player" ? tag : knownTag)) {
    if (token.is === "text") {
      kept += token.raw.split("<").length - 1;
      if (token.text !== "") runs.push({ text: token.text, voice: around.v.at(-1) ?? null, language: around.lang.at(-1) ?? null });
      continue;
    }
    if (token.is === "start" && known.has(token.name) && (token.name !== "rt" || open.at(-1) === "ruby")) {
      open.push(token.name);
      if (token.name === "v" || token.name === "lang") around[token.name].push(token.annotation);
      if (token.name === "v") voices.push(token.annotation);
    }
    if (token.is === "end" && close(open, token.name) && (token.name === "v" || token.name === "lang")) around[token.name].pop();
    if (token.is === "time" || (token.is === "start" && token.name !== "v" && token.name !== "lang")) dropped++;
  }
  return { runs, voices, dropped, kept };
}

/** Whether the tag that was opened last is closed by it; the end of a ruby closes its text too. */
function close(open: string[], name: string): boolean {
  const last = open.at(-1);
  if (last === name) open.pop();
  else if (last === "rt" && name === "ruby") open.splice(-2);
  return last === name;
}

/** A tag that is never closed still is one: the end of the cue closes it. */
const tag = /<([^>]*)(?:>|$)/gu;
/** Those of the format, times, and what is left of HTML. */
const knownTag = /<(\/?(?:c|i|b|u|ruby|rt|v|lang|font|span|br|p|div|s|em|strong)(?=[\s./>]|$)[^>]*|\/|[\d:.]{7,})(?:>|$)/gu;

function* tokens(cue: string, tags: RegExp): Generator<Token> {
  const text = (raw: string): Token => ({ is: "text", text: unescaped(raw), raw });
  let from = 0;
  for (const found of cue.matchAll(tags)) {
    yield text(cue.slice(from, found.index));
    from = found.index + found[0].length;
    yield tokenOf(found[1] ?? "");
  }
  yield text(cue.slice(from));
}

function tokenOf(inside: string): Token {
  if (inside.startsWith("/")) return { is: "end", name: inside.slice(1), annotation: "" };
  if (/^\d/.test(inside)) return { is: "time", name: "", annotation: "" };
  const [, name = "", annotation = ""] = /^([^\s.]*)(?:\.\S*)?(.*)$/su.exec(inside) ?? [];
  return { is: "start", name, annotation: unescaped(annotation).replace(/\s+/g, " ").trim() };
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", lrm: "\u200e", rlm: "\u200f" },
};

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\ufffd" : String.fromCodePoint(code);
  });
}

export function escapeCueText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

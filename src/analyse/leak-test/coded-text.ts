/** What stands in a text under another spelling: escapes of markup, scripts, addresses and mail undone, and runs of base64 or hex decoded. */
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "", zwnj: "", zwj: "" };

/** Escapes undone until none is left; three times is deeper than any writer nests them. Undefined when there was none. */
export function unescaped(text: string): string | undefined {
  let now = text;
  for (let times = 0; times < 3; times++) {
    const next = undoPercent(undoQuotedPrintable(undoScript(undoMarkup(now))));
    if (next === now) break;
    now = next;
  }
  return now === text ? undefined : now;
}

function undoMarkup(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,8}));?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

function undoScript(text: string): string {
  return text
    .replace(/\\u\{([0-9a-f]{1,6})\}/gi, (whole, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => bytesAsText(run.replaceAll(/\\x/gi, ""), run));
}

function undoPercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytesAsText(run.replaceAll("%", ""), run));
}

/** Soft breaks joined; only where it looks like mail: "=3D" stands in few other texts. */
function undoQuotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (run) => bytesAsText(run.replaceAll("=", ""), run));
}

const strict = new TextDecoder("utf-8", { fatal: true });

function bytesAsText(hex: string, otherwise: string): string {
  try {
    return strict.decode(Buffer.from(hex, "hex"));
  } catch {
    const latin = Buffer.from(hex, "hex").toString("latin1");
    return /(?![\t\n\r])\p{Cc}/u.test(latin) ? otherwise : latin;
  }
}

/** Markup taken out, so that a name with a tag in its middle is whole. */
export function withoutTags(text: string): string | undefined {
  return /<[a-zA-Z!/][^<>]*>/.test(text) ? text.replace(/<!--|-->/g, " ").replace(/<[^<>]*>/g, "") : undefined;
}

const base64Run = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
const hexRun = /(?:[0-9a-fA-F]{2}[ :,]?){8,}/g;
const mostRuns = 20_000;

/** Bytes that runs of base64 or hex stand for. Base64 is read from each of its four places: what stands before it may look like it. */
export function* codedRuns(text: string): Generator<{ readonly how: "base64" | "hex"; readonly at: number; readonly bytes: Buffer }> {
  let runs = 0;
  for (const form of unwrapped(text))
    for (const match of form.matchAll(base64Run)) {
      if (++runs > mostRuns) return;
      const run = match[0].replace(/=+$/, "");
      if (/^[0-9]+$/.test(run)) continue;
      for (let shift = 0; shift < (run.length > 100_000 ? 1 : 4); shift++)
        yield {
          how: "base64",
          at: match.index + shift,
          bytes: Buffer.from(run.slice(shift), run.includes("-") || run.includes("_") ? "base64url" : "base64"),
        };
    }
  for (const match of text.matchAll(hexRun)) {
    if (++runs > mostRuns) return;
    const digits = match[0].replace(/[^0-9a-fA-F]/g, "");
    for (const shift of [0, 1])
      yield {
        how: "hex",
        at: match.index,
        bytes: Buffer.from(digits.slice(shift, shift + 2 * Math.floor((digits.length - shift) / 2)), "hex"),
      };
  }
}

/** As it stands, and with lines joined that hold nothing but code: mail and PEM break it every 64 or 76 letters. */
function unwrapped(text: string): string[] {
  const joined = text.replace(/(?<=[A-Za-z0-9+/]{40})\r?\n[ \t]*(?=[A-Za-z0-9+/]{4,}={0,2}(?:\r?\n|$))/g, "");
  return joined === text ? [text] : [joined];
}

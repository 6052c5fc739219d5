/** `text/plain; charset=utf-8; name*0*=utf-8''a`: a value with parameters, continued and encoded ones put together (RFC 2045, RFC 2231). */

export interface WithParameters {
  /** Lower case, without parameters. */
  readonly value: string;
  /** Names in lower case. A value that says its encoding stands as `charset'language'%XX`, marked by a leading zero character. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** In front of values whose percent signs mean bytes of the encoding that they name. */
export const encodedMark = "\0";
const mostParameters = 100;

export function readParameters(field: string): WithParameters {
  const pieces = splitOutsideQuotes(field);
  const plain = new Map<string, string>();
  const continued = new Map<string, { text: string; encoded: boolean }[]>();
  for (const piece of pieces.slice(1, mostParameters)) {
    const match = /^\s*([^\s=*]{1,100})(?:\*(\d{1,3}))?(\*)?\s*=\s*(.*)$/s.exec(piece);
    if (match === null) continue;
    const [, name, order, star, said] = match as unknown as [string, string, string | undefined, string | undefined, string];
    const text = unquoted(said.trim());
    const key = name.toLowerCase();
    if (order !== undefined) {
      const list = continued.get(key) ?? [];
      list[Number(order)] = { text, encoded: star !== undefined };
      continued.set(key, list);
    } else if (star !== undefined) plain.set(key, encodedMark + text);
    else if (!plain.has(key)) plain.set(key, text);
  }
  for (const [key, list] of continued) {
    const all = Array.from(list, (piece) => piece ?? { text: "", encoded: false });
    const encoded = all.some((piece) => piece.encoded);
    const text = all.map((piece) => (encoded && !piece.encoded ? piece.text.replaceAll("%", "%25") : piece.text)).join("");
    plain.set(key, encoded ? encodedMark + text : text);
  }
  return { value: (pieces[0] ?? "").trim().toLowerCase(), parameters: plain };
}

function splitOutsideQuotes(field: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < field.length; at++) {
    const sign = field.charAt(at);
    if (quoted && sign === "\\") at++;
    else if (sign === '"') quoted = !quoted;
    else if (sign === ";" && !quoted) {
      pieces.push(field.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(field.slice(from));
  return pieces;
}

function unquoted(text: string): string {
  const inside = /^"((?:[^"\\]|\\.)*)"/s.exec(text)?.[1];
  const comment = text.indexOf("(");
  return inside === undefined ? (comment < 0 ? text : text.slice(0, comment).trimEnd()) : inside.replace(/\\(.)/gs, "$1");
}

/** Plus codes (Open Location Code specification, 1.04): a full code is a cell; a short one lacks its first four or more characters. */
import { type Found, foundInBox } from "./read-precision.ts";

const digits = "23456789CFGHJMPQRVWX";
/** Whole, or with words beside it as map programs write them: "X4HW+QX Dorvane". */
const form = /^([2-9CFGHJMPQRVWX0]{2,8})\+([2-9CFGHJMPQRVWX]{0,7})(?:[\s,]+(.*))?$/iu;

export type PlusCodeRead = { readonly found: Found } | { readonly refused: string } | undefined;

export function readPlusCode(text: string): PlusCodeRead {
  const match = form.exec(text);
  if (match === null) return undefined;
  const before = (match[1] ?? "").toUpperCase();
  const after = (match[2] ?? "").toUpperCase();
  if (before.length < 8) {
    if (before.length % 2 !== 0) return undefined;
    const missing = 8 - before.length;
    const beside = match[3] === undefined ? "and no place is beside it" : "and the place beside it has to be looked up";
    return { refused: `a short plus code: its first ${missing} characters are missing ${beside}. The full code has 8 before the +` };
  }
  const padding = before.indexOf("0");
  if (padding >= 0 && (padding % 2 !== 0 || padding === 0 || !/^0+$/.test(before.slice(padding)) || after !== "")) return undefined;
  if (after.length === 1) return undefined;
  const code = (padding < 0 ? before : before.slice(0, padding)) + after;
  return cellOf(code);
}

/** Ten digits in pairs by 20, then one digit each over a grid of 4 columns and 5 rows. */
function cellOf(code: string): PlusCodeRead {
  let south = -90;
  let west = -180;
  let height = 400;
  let width = 400;
  for (let at = 0; at < code.length;) {
    if (at < 10) {
      height /= 20;
      width /= 20;
      south += digits.indexOf(code.charAt(at)) * height;
      west += digits.indexOf(code.charAt(at + 1)) * width;
      at += 2;
    } else {
      height /= 5;
      width /= 4;
      const place = digits.indexOf(code.charAt(at));
      south += Math.floor(place / 4) * height;
      west += (place % 4) * width;
      at += 1;
    }
  }
  if (south >= 90 || west >= 180) return { refused: "a plus code whose first characters lie outside the earth" };
  const centre = { lat: Math.min(south + height / 2, 90), lon: west + width / 2 };
  return { found: foundInBox(centre, height / 2, width / 2, `plus code of ${code.length} digits, half of its cell`) };
}

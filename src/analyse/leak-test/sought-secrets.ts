/** All secrets, made ready to be looked for in bytes and in text. */
import type { IsNear } from "../../core/edition/place-clue.ts";
import type { LeakKind } from "../../core/edition/leak-report.ts";
import type { LeakSecrets } from "../../core/edition/leak-test.port.ts";
import { createFigureFinder, type FoundFigure } from "./figures-in-text.ts";
import { createWordFinder, type SoughtWord } from "./find-words.ts";
import { foldText, squashText } from "./fold-text.ts";
import { createHexFinder, type HexFinder, type SecretHex } from "./needle-hex.ts";
import { foldedWords, rawWords, shortestInNoise, type TextWord } from "./text-words.ts";

export interface FoundSecret {
  readonly kind: LeakKind;
  readonly label: string;
}

export interface SoughtSecrets {
  readonly longestWord: number;
  /** `isText`: read as text beside this. `noise`: coded media, where short words stand by chance. */
  inBytes(bytes: Buffer, o: { isText: boolean; noise: boolean }, use: (found: FoundSecret, at: number) => void): void;
  inFolded(folded: string, use: (found: FoundSecret) => void): void;
  inSquashed(squashed: string, use: (found: FoundSecret) => void): void;
  readonly inHex: HexFinder;
  readonly figures: (text: string) => FoundFigure[];
  readonly isNear: IsNear;
}

type RawWord =
  | (TextWord & { readonly kind: "name" })
  | (SoughtWord & { readonly kind: "digest" | "fingerprint"; readonly label: string; readonly form: "raw" });

/** Enough bytes of a hash to be no chance. */
const hashBytes = 8;
/** Names of fewer letters count only as words of their own: longer ones also inside another word. */
const ownWordBelow = 5;

export function seekSecrets(secrets: LeakSecrets, hexes: readonly SecretHex[]): SoughtSecrets {
  const raw: RawWord[] = [
    ...rawWords(secrets.texts).map((word) => ({ ...word, kind: "name" as const })),
    ...hexes
      .filter(({ hex }) => hex.length >= 2 * hashBytes)
      .map(({ kind, label, hex }) => ({
        kind,
        label,
        form: "raw" as const,
        bytes: Buffer.from(hex.slice(0, 2 * hashBytes), "hex"),
        exact: true,
      })),
  ];
  const { folded, squashed } = foldedWords(secrets.texts);
  const finders = { raw: createWordFinder(raw), folded: createWordFinder(folded), squashed: createWordFinder(squashed) };
  const allowed = secrets.allowed.map((phrase) => foldText(phrase).trim()).filter((phrase) => phrase !== "");
  // Two cells: what lies further off gives nothing away, and texts are full of figures.
  const near = (2 * secrets.gridM) / 111_320;
  const allowedSquashed = allowed.map(squashText);

  return {
    longestWord: finders.raw.longest,
    inBytes(bytes, { isText, noise }, use) {
      finders.raw.find(bytes, (number, at) => {
        const word = raw[number] as RawWord;
        if (word.kind === "name") {
          const letters = word.form === "utf-16" ? word.bytes.length / 2 : word.bytes.length;
          if (isText && (word.form === "utf-8" || word.form === "old-set")) return;
          if (noise && word.bytes.length < shortestInNoise) return;
          if (isOwnOnly(word, letters) && !standsAlone(bytes, at, word)) return;
          if (
            word.form === "utf-8" &&
            isAllowed(allowed, foldText(bytes.toString("utf8", Math.max(0, at - 200), at + 400)), foldText(word.bytes.toString("utf8")))
          )
            return;
        }
        use({ kind: word.kind, label: word.label }, at);
      });
    },
    inFolded(text, use) {
      const bytes = Buffer.from(text);
      finders.folded.find(bytes, (number, at) => {
        const word = folded[number] as TextWord;
        const words = word.bytes.toString();
        if (isOwnOnly(word, words.length) && !isOwnWord(bytes, at, word.bytes.length)) return;
        if (isAllowed(allowed, bytes.toString("utf8", Math.max(0, at - 400), at + 800), words)) return;
        use({ kind: "name", label: word.label });
      });
    },
    inSquashed(text, use) {
      const bytes = Buffer.from(text);
      finders.squashed.find(bytes, (number, at) => {
        const word = squashed[number] as TextWord;
        if (isAllowed(allowedSquashed, bytes.toString("utf8", Math.max(0, at - 400), at + 800), word.bytes.toString())) return;
        use({ kind: "name", label: word.label });
      });
    },
    inHex: createHexFinder(hexes),
    figures: createFigureFinder(secrets),
    isNear: (lat, lon) =>
      secrets.places.some(
        (place) => Math.abs(place.lat - lat) <= near && Math.abs(place.lon - lon) * Math.cos((lat * Math.PI) / 180) <= near,
      ),
  };
}

function isOwnOnly({ own }: TextWord, letters: number): boolean {
  return own === "always" || (own === "short" && letters < ownWordBelow);
}

/** Around the find nothing but allowed phrases say the words: taken out, they are gone. */
function isAllowed(allowed: readonly string[], around: string, words: string): boolean {
  const phrases = allowed.filter((phrase) => phrase.includes(words));
  if (phrases.length === 0) return false;
  const rest = phrases.reduce((text, phrase) => text.replaceAll(phrase, " "), around);
  return !rest.includes(words);
}

const letter = /[\p{L}\p{N}]/u;

function isOwnWord(bytes: Buffer, at: number, length: number): boolean {
  const before = bytes.toString("utf8", Math.max(0, at - 4), at);
  const after = bytes.toString("utf8", at + length, at + length + 4);
  return !letter.test(before.slice(-1)) && !letter.test([...after][0] ?? "");
}

function standsAlone(bytes: Buffer, at: number, { form, bytes: { length } }: TextWord): boolean {
  const step = form === "utf-16" ? 2 : 1;
  const isLetter = (byte: number | undefined) => byte !== undefined && (/[A-Za-z0-9]/.test(String.fromCharCode(byte)) || byte >= 0xc0);
  const near = (from: number) => bytes.subarray(Math.max(0, from), Math.max(0, from + step)).some((byte) => isLetter(byte));
  return !near(at - step) && !near(at + length);
}

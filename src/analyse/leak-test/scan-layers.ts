/** Scans a file and, layer under layer, everything that is packed, coded or hidden in it. What has to be decoded is handed on. */
import { createHash } from "node:crypto";
import { type ByteSource, memorySource } from "./byte-source.ts";
import { carve } from "./carve.ts";
import type { Findings } from "./findings.ts";
import { unpack } from "./inflate-limited.ts";
import { type ByteKind, kindOfBytes } from "./kind-of-bytes.ts";
import { inside, type Layer, type Opened, type Pixels } from "./layer.ts";
import { openBoxes } from "./open-boxes.ts";
import { openMatroska } from "./open-matroska.ts";
import { openPdf } from "./open-pdf.ts";
import { openGif, openJpeg, openPng, openRiff } from "./open-picture-file.ts";
import { openZipFile } from "./open-zip-file.ts";
import type { SoughtSecrets } from "./sought-secrets.ts";
import type { SourceFinder } from "./source-bytes.ts";
import { scanText } from "./scan-text.ts";

export interface FoundPicture {
  readonly file: string;
  readonly where: string;
  readonly content: { readonly bytes: Buffer } | { readonly pixels: Pixels };
  /** Cut out of other bytes: that it cannot be read says nothing. */
  readonly guessed: boolean;
}

export interface FoundMedia {
  readonly file: string;
  readonly where: string;
  /** Undefined: the file itself. */
  readonly bytes: Buffer | undefined;
  readonly guessed: boolean;
}

export interface LayerScan {
  readonly findings: Findings;
  readonly sought: SoughtSecrets;
  readonly findSource: SourceFinder;
  readonly onPicture: (picture: FoundPicture) => void;
  readonly onMedia: (media: FoundMedia) => void;
}

const deepest = 14;
const mostLayers = 40_000;
const mostUnpackedOfFile = 2 * 1024 * 1024 * 1024;
/** Files up to this length are opened in memory; longer ones are media, whose openers read piece by piece. */
const longestInMemory = 512 * 1024 * 1024;
const windowBytes = 16 * 1024 * 1024;
const headBytes = 64 * 1024;
const pictures: ReadonlySet<ByteKind> = new Set(["png", "jpeg", "gif", "webp", "tiff"]);

export function scanLayers(scan: LayerScan, file: string, source: ByteSource): void {
  const { findings, sought } = scan;
  const seen = new Set<string>();
  let layers = 0;
  let unpackedBytes = 0;

  function take(layer: Layer, o: { loose: boolean; guessed: boolean }): void {
    if (layer.depth > deepest) return findings.refuse(file, layer.where, `more than ${deepest} parts inside each other: a bomb`);
    if (++layers > mostLayers) return findings.refuse(file, layer.where, `more than ${mostLayers} parts: a bomb`);
    if (layer.depth > 0) {
      unpackedBytes += layer.source.size;
      findings.counts.unpackedBytes += layer.source.size;
      if (unpackedBytes > mostUnpackedOfFile) return findings.refuse(file, layer.where, "more unpacked bytes than may be: a bomb");
      const print = createHash("sha1").update(layer.source.slice(0, layer.source.size)).digest("base64");
      if (seen.has(print)) return;
      seen.add(print);
    }
    const { size } = layer.source;
    const head = layer.source.slice(0, Math.min(size, headBytes));
    const kind = kindOfBytes(head, size <= headBytes);
    const isText = kind === "text" || kind === "utf-16";
    for (let at = 0; at < size; at += windowBytes) {
      const piece = layer.source.slice(at, windowBytes + sought.longestWord);
      const noise = !isText && !o.loose;
      if (!isText)
        scan.findSource(piece, (label, where, length) =>
          findings.leak("source-bytes", file, inside(layer, `byte ${at + where}, ${length} bytes`), label),
        );
      sought.inBytes(piece, { isText, noise }, (found, where) =>
        findings.leak(found.kind, file, inside(layer, `byte ${at + where}`), found.label),
      );
    }
    if (isText) readText(layer, kind === "utf-16");
    else {
      // What was cut out by guess was looked through with what it was cut from.
      if (size <= 64 * 1024 || (o.loose && (!o.guessed || size <= 1024 * 1024))) readLoose(layer);
      open(layer, kind, o.guessed);
    }
  }

  function readText(layer: Layer, wide: boolean): void {
    const { size } = layer.source;
    for (let at = 0; at < size || at === 0; at += windowBytes) {
      const piece = layer.source.slice(at, windowBytes + 64 * 1024);
      text(layer, wide ? wideText(piece) : piece.toString("utf8"), true);
    }
  }

  function text(layer: Layer, words: string, squash: boolean): void {
    scanText(
      words,
      { sought, squash },
      {
        leak: (kind, where, secret) => findings.leak(kind, file, inside(layer, where), secret),
        clue: (clue) => findings.clue({ ...clue, file, where: inside(layer, "text") }),
        coded: (how, at, bytes) => {
          // Most runs are hashes and signatures: looked through at once, and opened only when they are something.
          sought.inBytes(bytes, { isText: false, noise: false }, (found, where) =>
            findings.leak(found.kind, file, inside(layer, `${how} at ${at} > byte ${where}`), found.label),
          );
          if (bytes.length >= 96)
            scan.findSource(bytes, (label, where) =>
              findings.leak("source-bytes", file, inside(layer, `${how} at ${at} > byte ${where}`), label),
            );
          if (bytes.length < 8 || kindOfBytes(bytes.subarray(0, headBytes), bytes.length <= headBytes) === "bytes") return;
          take(
            { file, where: inside(layer, `${how} at ${at}`), source: memorySource(bytes), depth: layer.depth + 1 },
            { loose: false, guessed: true },
          );
        },
      },
    );
  }

  /** Words between other bytes, in the sets that a writer may have used. */
  function readLoose(layer: Layer): void {
    const bytes = layer.source.slice(0, Math.min(layer.source.size, windowBytes));
    const clean = (words: string) => words.replace(/(?:(?![\t\n])\p{Cc})+/gu, "\n");
    text(layer, clean(bytes.toString("latin1")), false);
    if (bytes.some((byte) => byte >= 0x80)) text(layer, clean(bytes.toString("utf8")), false);
    if (bytes.includes(0))
      for (const from of [0, 1])
        for (const turned of [false, true]) {
          const even = Buffer.from(bytes.subarray(from, from + 2 * Math.floor((bytes.length - from) / 2)));
          const words = (turned ? even.swap16() : even).toString("utf16le").match(/[\x20-\x7e\u00a0-\u052f]{4,}/g);
          if (words !== null) text(layer, words.join("\n"), false);
        }
  }

  function open(layer: Layer, kind: ByteKind, guessed: boolean): void {
    const { source: from } = layer;
    const refuse = (why: string) => {
      if (!guessed || why.includes("bomb")) findings.refuse(file, layer.where, why);
    };
    if (kind === "boxes" || kind === "matroska" || kind === "riff") {
      each(
        layer,
        kind === "boxes"
          ? openBoxes(from)
          : kind === "matroska"
            ? openMatroska(from)
            : openRiff(from.slice(0, Math.min(from.size, longestInMemory))),
        guessed,
      );
      const brand = kind === "boxes" ? from.slice(8, 4).toString("latin1") : "";
      if (/^(?:avif|avis|mif1|heic|heix|msf1)$/.test(brand)) {
        if (brand.startsWith("hei") || brand === "msf1") refuse("a HEIC picture, for which there is no decoder");
        else scan.onPicture({ file, where: layer.where, content: { bytes: from.slice(0, from.size) }, guessed });
      } else if (!guessed || from.size > 256)
        scan.onMedia({ file, where: layer.where, bytes: layer.depth === 0 ? undefined : from.slice(0, from.size), guessed });
      carveFrom(layer);
      return;
    }
    if (from.size > longestInMemory) return refuse(`${from.size} bytes that are no recording: more than is opened`);
    const bytes = from.slice(0, from.size);
    if (pictures.has(kind)) {
      scan.onPicture({ file, where: layer.where, content: { bytes }, guessed });
      each(
        layer,
        kind === "png"
          ? openPng(bytes)
          : kind === "jpeg"
            ? openJpeg(bytes)
            : kind === "gif"
              ? openGif(bytes)
              : kind === "webp"
                ? openRiff(bytes)
                : [],
        guessed,
      );
      if (kind === "tiff") carveFrom(layer);
    } else if (kind === "pdf") each(layer, openPdf(bytes), guessed);
    else if (kind === "zip") {
      each(layer, openZipFile(bytes), guessed);
    } else if (kind === "gzip" || kind === "zlib" || kind === "zstd") {
      const unpacked = unpack(kind, bytes, !guessed);
      if ("bytes" in unpacked) {
        if (unpacked.bytes.length > 0)
          take(
            { ...layer, where: inside(layer, kind), source: memorySource(unpacked.bytes), depth: layer.depth + 1 },
            { loose: false, guessed },
          );
      } else if (unpacked.fault === "bomb") findings.refuse(file, layer.where, "a bomb: it unpacks to more than may be");
      else if (kind !== "zlib") refuse(`${kind} that cannot be unpacked`);
      carveFrom(layer);
    } else if (kind === "packed-unread") refuse("packed or encrypted in a way that is not read here");
    else if (kind === "no-decoder") refuse("a picture for which there is no decoder");
    else if (kind === "recording") {
      scan.onMedia({ file, where: layer.where, bytes: layer.depth === 0 ? undefined : bytes, guessed });
      readLoose({ ...layer, source: memorySource(bytes.subarray(0, headBytes)) });
      readLoose({ ...layer, source: memorySource(bytes.subarray(Math.max(0, bytes.length - headBytes))) });
      carveFrom(layer);
    } else carveFrom(layer);
  }

  function each(layer: Layer, opened: Iterable<Opened>, guessed: boolean): void {
    for (const one of opened) {
      const where = inside(layer, one.part);
      if ("refused" in one) {
        if (!guessed || one.refused.includes("bomb")) findings.refuse(file, where, one.refused);
      } else if ("pixels" in one) scan.onPicture({ file, where, content: { pixels: one.pixels }, guessed });
      else if ("words" in one) text({ ...layer, where, depth: layer.depth + 1 }, one.words, true);
      else take({ file, where, source: one.source, depth: layer.depth + 1 }, { loose: one.loose ?? false, guessed });
    }
  }

  function carveFrom(layer: Layer): void {
    for (const { at, source: part } of carve(layer.source))
      take({ file, where: inside(layer, `cut out at byte ${at}`), source: part, depth: layer.depth + 1 }, { loose: false, guessed: true });
  }

  take({ file, where: "", source, depth: 0 }, { loose: false, guessed: false });
}

function wideText(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  const bigFirst = even[0] === 0xfe || (even[0] !== 0xff && even[0] === 0 && even[1] !== 0);
  return (bigFirst ? Buffer.from(even).swap16() : even).toString("utf16le");
}

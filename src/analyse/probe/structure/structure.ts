/** What the outer structure of a file shows before anything is decoded: cut off, followed by other bytes, signed. */
import type { ByteReader } from "../byte-reader.ts";
import type { Signature } from "../signature.ts";
import { walkBaseMedia } from "./base-media.ts";
import { walkJpeg } from "./jpeg.ts";
import { walkPng } from "./png.ts";
import { walkRiff } from "./riff.ts";

export interface Structure {
  /** Bytes that the structure promises beyond the end of the file; 0 when it is whole or cannot be told. */
  readonly missingBytes: number;
  /** Where the file's own structure ends and other bytes follow. */
  readonly trailing: { readonly offset: number; readonly bytes: number } | undefined;
  /** A manifest in the form of C2PA is inside. Whether it holds is another question. */
  readonly c2pa: boolean;
  /** Parts met on the outermost level, in order, each name once. */
  readonly parts: readonly string[];
}

/** Parts are walked one by one, so a file of millions of tiny ones is given up. */
export const mostParts = 100_000;

export const unknownStructure: Structure = { missingBytes: 0, trailing: undefined, c2pa: false, parts: [] };

export async function structureOf(bytes: ByteReader, signature: Signature): Promise<Structure> {
  if (signature.family === "picture") {
    if (signature.format === "jpeg") return walkJpeg(bytes);
    if (signature.format === "png") return walkPng(bytes);
    if (signature.format === "webp") return walkRiff(bytes);
    if (signature.format === "heic" || signature.format === "avif") return walkBaseMedia(bytes);
    return unknownStructure;
  }
  if (signature.family !== "media") return unknownStructure;
  if (signature.demuxer === "mov") return walkBaseMedia(bytes);
  if (signature.demuxer === "avi" || signature.demuxer === "wav") return walkRiff(bytes);
  return unknownStructure;
}

/** Hashes one file as the program does, in a child with its limits or here, and keeps what was said. */
import { hashStill } from "../../src/analyse/pdq/hash-still.ts";
import { createPictureHasher, type HasherOptions } from "../../src/analyse/pdq/run-hasher.ts";
import type { HashRequest, HashSaid, HashSize } from "../../src/core/copies/picture-hasher.port.ts";

export type SaidOf<T extends HashSaid["type"]> = Extract<HashSaid, { type: T }>;

export interface Hashed {
  readonly opened: SaidOf<"opened"> | undefined;
  readonly pictures: readonly SaidOf<"picture">[];
  readonly end: SaidOf<"end"> | undefined;
  readonly refused: SaidOf<"refused"> | undefined;
}

export async function hashFile(
  path: string,
  { size, everySec, asStored = false, signal = new AbortController().signal, ...options }: HashOptions = {},
): Promise<Hashed> {
  const said: HashSaid[] = [];
  await createPictureHasher(options).hash({ path, size, everySec, asStored }, signal, (one) => said.push(one));
  return sorted(said);
}

/** A trusted JPEG, without a child. */
export async function hashJpegHere(path: string, size: HashSize): Promise<Hashed> {
  const said: HashSaid[] = [];
  const request = { path, folder: "", size, everySec: null, asStored: false, threads: 1, ffmpeg: "", ffprobe: "", decoder: "", parent: 0 };
  await hashStill(request, { family: "picture", format: "jpeg", says: "a JPEG picture" }, (one) => said.push(one));
  return sorted(said);
}

function sorted(said: readonly HashSaid[]): Hashed {
  const of = <T extends HashSaid["type"]>(type: T) => said.filter((one): one is SaidOf<T> => one.type === type);
  return { opened: of("opened")[0], pictures: of("picture"), end: of("end")[0], refused: of("refused")[0] };
}

export interface HashOptions extends HasherOptions, Partial<Omit<HashRequest, "path">> {
  readonly signal?: AbortSignal;
}

/**
 * The segments of a folder, in memory: opened and checked, added to, merged, taken out of. Each change is a segment made
 * durable and then a manifest that names it (segment-store.ts).
 */
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { disagreementIn } from "./check-columns.ts";
import { type PlacedSegment, placeSegment } from "./collect-hits.ts";
import type { HashMemory, Stretch } from "./hash-memory.ts";
import type { Piece, StoredSource } from "./hash-rows.ts";
import { planMerge } from "./merge-plan.ts";
import { buildColumns, piecesOf, type Segment, storedIn, viewColumns } from "./segment-layout.ts";
import {
  type Damage,
  makeFolder,
  type NamedSegment,
  type OnStep,
  readManifest,
  readSegment,
  removeUnnamed,
  writeManifest,
  writeSegment,
} from "./segment-store.ts";
import { type PrintedSource, splitPrints } from "./split-prints.ts";

/** Rows of one segment when many are added at once. */
const segmentRows = 1 << 21;

export interface Loaded {
  readonly named: NamedSegment;
  readonly at: number;
  readonly segment: Segment;
  readonly placed: PlacedSegment;
  /** Largest radius of a run. */
  readonly widest: number;
  readonly stretch: Stretch;
}

export interface StoredHashes {
  /** What was damaged when the folder was opened. */
  readonly setAside: readonly Damage[];
  loaded(): readonly Loaded[];
  has(source: Digest): boolean;
  add(sources: readonly PrintedSource[]): void;
  remove(sources: readonly Digest[]): void;
}

/** Reads and checks all of it. `madeOf` of another version than the manifest's, and it begins empty. */
export function openStoredHashes(
  folder: string,
  { room, madeOf, onStep }: { room: HashMemory; madeOf: string; onStep: OnStep },
): StoredHashes {
  makeFolder(folder);
  const setAside: Damage[] = [];
  let loaded: readonly Loaded[] = [];
  let generation = 0;
  const holds = new Map<Digest, Loaded>();

  function load(named: NamedSegment): Loaded | Damage {
    let taken: Stretch | undefined;
    const read = readSegment(folder, named, (bytes) => (taken = room.take(bytes)));
    if ("why" in read || taken === undefined) return read as Damage;
    const segment = viewColumns(read.head, read.sources, room.memory.buffer, read.at);
    const disagreement = disagreementIn(segment);
    if (disagreement !== undefined) {
      taken.free();
      return { sources: read.sources, why: disagreement };
    }
    let widest = 0;
    for (const radius of segment.radii) widest = Math.max(widest, radius);
    return { named, at: read.at, segment, placed: placeSegment(segment), widest, stretch: taken };
  }

  function use(next: readonly Loaded[]): void {
    for (const one of loaded) {
      if (next.includes(one)) continue;
      for (const source of one.segment.sources) holds.delete(source);
      one.stretch.free();
    }
    for (const one of next) if (!loaded.includes(one)) for (const source of one.segment.sources) holds.set(source, one);
    loaded = next;
  }

  /** What is on disk must be what this one wrote last, else somebody else is at it too. */
  function state(next: readonly Loaded[]): void {
    const found = readManifest(folder);
    const foundGeneration = found === "none" || found === undefined ? 0 : found.generation;
    if (foundGeneration !== generation)
      throw new CaseError(
        "CASE_IN_USE",
        `hash search: expected generation ${generation}; found ${foundGeneration}: another process writes here`,
      );
    const segments = next.map(({ named }) => named);
    writeManifest(folder, { format: "witnessmark-hash-search-v1", madeOf, generation: generation + 1, segments }, onStep);
    generation++;
    use(next);
    onStep("removing what was replaced");
    removeUnnamed(folder, segments);
  }

  function open(): void {
    const manifest = readManifest(folder);
    if (manifest === undefined) {
      setAside.push({ sources: "unknown", why: "the manifest: expected its checksum; found another" });
      // Replaced at once: a generation is compared before each change.
      writeManifest(folder, { format: "witnessmark-hash-search-v1", madeOf, generation: 0, segments: [] }, onStep);
    }
    const known = manifest === undefined || manifest === "none" ? undefined : manifest;
    generation = known?.generation ?? 0;
    const named = known?.madeOf === madeOf ? known.segments : [];
    const sound: Loaded[] = [];
    for (const one of named) {
      const read = load(one);
      if ("why" in read) setAside.push(read);
      else sound.push(read);
    }
    use(sound);
    if (known !== undefined && sound.length < known.segments.length) state(sound);
    else removeUnnamed(folder, named);
  }

  /** Writes pieces as a segment and reads it back, checked like any other. */
  function store(stored: readonly StoredSource[], pieces: readonly Piece[]): Loaded {
    const { head, bytes } = buildColumns(stored, pieces);
    const named = writeSegment(
      folder,
      head,
      stored.map(({ source }) => source),
      bytes,
      onStep,
    );
    const read = load(named);
    if ("why" in read) throw new CaseError("SYNC_FAILED", `hash search: a segment just written: ${read.why}`);
    return read;
  }

  /** `make` gives the segments that count from now on; what it stored is forgotten again when that fails. */
  function change(make: (keep: typeof store) => readonly Loaded[]): void {
    const made: Loaded[] = [];
    try {
      state(
        make((sources, pieces) => {
          const one = store(sources, pieces);
          made.push(one);
          return one;
        }),
      );
    } catch (error) {
      for (const one of made) if (!loaded.includes(one)) one.stretch.free();
      throw error;
    }
  }

  function add(sources: readonly PrintedSource[]): void {
    const fresh = [...new Map(sources.filter(({ source }) => !holds.has(source)).map((one) => [one.source, one])).values()];
    if (fresh.length === 0) return;
    change((keep) => {
      const added: Loaded[] = [];
      let [stored, pieces, rows]: [StoredSource[], Piece[], number] = [[], [], 0];
      for (const [at, one] of fresh.entries()) {
        const split = splitPrints(one);
        stored.push(split.stored);
        pieces.push(...split.pieces);
        rows += one.prints.quality.length;
        if (rows < segmentRows && at < fresh.length - 1) continue;
        added.push(keep(stored, pieces));
        [stored, pieces, rows] = [[], [], 0];
      }
      return [...loaded, ...added];
    });
    while (mergeSome());
  }

  function mergeSome(): boolean {
    const places = planMerge(loaded.map(rowCount));
    if (places === undefined) return false;
    const merged = places.map((place) => loaded[place] as Loaded);
    const all = merged.map(({ segment }) => segment);
    change((keep) => [...loaded.filter((one) => !merged.includes(one)), keep(all.flatMap(storedIn), all.flatMap(piecesOf))]);
    return true;
  }

  function remove(sources: readonly Digest[]): void {
    const going = new Set(sources);
    const touched = new Set(sources.flatMap((source) => holds.get(source) ?? []));
    if (touched.size === 0) return;
    change((keep) => {
      const rest = [...touched].flatMap(({ segment }) => {
        const stored = storedIn(segment).filter(({ source }) => !going.has(source));
        return stored.length === 0
          ? []
          : [
              keep(
                stored,
                piecesOf(segment).filter(({ source }) => !going.has(source)),
              ),
            ];
      });
      return [...loaded.filter((one) => !touched.has(one)), ...rest];
    });
  }

  open();
  return { setAside, loaded: () => loaded, has: (source) => holds.has(source), add, remove };
}

export const rowCount = ({ segment }: Loaded): number => segment.times.length;

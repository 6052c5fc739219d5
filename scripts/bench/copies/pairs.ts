/** Which pairs of the material are judged: copies with what they share, and clips that share nothing. */
import type { Clip, Edit, Half, Material, SharedPart, SharedSound } from "./truth.ts";

export interface CopyPair {
  readonly a: Clip;
  readonly b: Edit;
  /** The clip that the edit is of; else another one that is in it, as the ground of a picture in a picture. */
  readonly main: boolean;
  readonly picture: readonly SharedPart[];
  readonly sound: readonly SharedSound[];
}

export interface DifferentPair {
  readonly a: Clip;
  readonly b: Clip;
  /** The group that makes them alike; null for clips of different groups. */
  readonly lookAlike: string | null;
}

export function copyPairs({ sources, edits }: Material, half: Half): CopyPair[] {
  const byName = new Map(sources.map((clip) => [clip.name, clip]));
  return edits
    .filter((edit) => edit.half === half)
    .flatMap((edit) =>
      [...within(edit)].flatMap((name) => {
        const a = byName.get(name);
        const of = (parts: readonly SharedSound[]) => parts.filter((part) => part.source === name);
        return a === undefined
          ? []
          : [{ a, b: edit, main: name === edit.of, picture: of(edit.picture) as SharedPart[], sound: of(edit.sound) }];
      }),
    );
}

/** Every source and look-alike with every other one, and every copy with the sources and its look-alikes that are not in it. */
export function differentPairs({ sources, edits, lookAlikes }: Material, half: Half): DifferentPair[] {
  const clips = [...sources, ...lookAlikes].filter((clip) => clip.half === half);
  const alike = (a: Clip, b: Clip) => (a.lookAlike === b.lookAlike ? a.lookAlike : null);
  const plain = clips.flatMap((a, i) => clips.slice(i + 1).map((b) => ({ a, b, lookAlike: alike(a, b) })));
  const ofCopies = edits
    .filter((edit) => edit.half === half)
    .flatMap((b) => {
      const inside = within(b);
      const others = clips.filter(
        (a) => !inside.has(a.name) && (a.lookAlike === null || sources.includes(a) || a.lookAlike === b.lookAlike),
      );
      return others.map((a) => ({ a, b, lookAlike: alike(a, b) }));
    });
  return [...plain, ...ofCopies];
}

const within = (edit: Edit) => new Set([...edit.picture, ...edit.sound].map((part) => part.source));

/** At most so many: every look-alike pair of two clips first, of the rest an even choice, the same every time. */
export function someOf(pairs: readonly DifferentPair[], most: number): readonly DifferentPair[] {
  const first = pairs.filter(({ b, lookAlike }) => lookAlike !== null && !("kind" in b));
  const rest = pairs.filter((pair) => !first.includes(pair));
  const room = Math.max(0, most - first.length);
  const step = Math.max(1, rest.length / Math.max(1, room));
  return [...first, ...rest.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))].slice(0, most);
}

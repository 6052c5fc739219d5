/**
 * Numbers for the tags that an index is asked by. Bounded whatever the file holds: a key with too many values is asked by the key
 * from then on, and keys beyond the most that are told apart are not asked by at all, and counted.
 */
import { otherValues } from "../../formats/extract-index/index-tables.ts";
import { longestTag, useOfTag } from "../../formats/extract-index/index-tags.ts";

const mostKeys = 20_000;
const mostValuesOfKey = 20_000;
const mostTags = 400_000;

export interface TagRow {
  readonly tag: number;
  readonly key: string;
  readonly value: string;
  things: number;
  levels: number;
}

export interface ReadTags {
  /** A number for a tag that is asked by whole, else the key and its value. */
  readonly kept: readonly (number | string)[];
  /** Rows that the thing is held under. */
  readonly asked: readonly TagRow[];
}

export interface TagDictionary {
  /** Undefined where nothing says what the thing is. */
  read(tags: readonly string[]): ReadTags | undefined;
  readonly rows: readonly TagRow[];
  /** Tags left out because there are too many keys, or because they are too long. */
  readonly leftOut: number;
}

export function createTagDictionary(): TagDictionary {
  const rows: TagRow[] = [];
  const keys = new Map<string, Map<string, TagRow>>();
  let leftOut = 0;

  function rowOf(key: string, value: string): TagRow | undefined {
    let values = keys.get(key);
    if (values === undefined) {
      if (keys.size >= mostKeys) return undefined;
      values = new Map();
      keys.set(key, values);
    }
    const full = values.size >= mostValuesOfKey || rows.length >= mostTags;
    const known = values.get(value);
    if (known !== undefined) return known;
    const told = full ? otherValues : value;
    let row = values.get(told);
    if (row === undefined) {
      row = { tag: rows.length, key, value: told, things: 0, levels: 0 };
      rows.push(row);
      values.set(told, row);
    }
    return row;
  }

  return {
    rows,
    get leftOut() {
      return leftOut;
    },
    read(tags) {
      const kept: (number | string)[] = [];
      const asked: TagRow[] = [];
      for (let i = 0; i + 1 < tags.length; i += 2) {
        const [key, value] = [tags[i] as string, tags[i + 1] as string];
        const use = useOfTag(key);
        if (use === "dropped") continue;
        if (key === "" || value === "" || key.length > longestTag || value.length > longestTag) {
          leftOut++;
          continue;
        }
        const row = use === "asked" ? rowOf(key, value) : undefined;
        if (use === "asked" && row === undefined) leftOut++;
        if (row !== undefined) asked.push(row);
        if (row?.value === value) kept.push(row.tag);
        else kept.push(key, value);
      }
      return asked.length === 0 ? undefined : { kept, asked };
    },
  };
}

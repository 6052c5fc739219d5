/** The records of an archive's list, one at a time, or the one object of a saved post. */
import type { ContainerKind, JsonHandler, Landmark } from "../json-stream/json-reader.ts";
import { createValueBuilder, isObject, type JsonObject, type ValueBuilder } from "../json-stream/json-value.ts";

export interface RecordsTold {
  /** A record of the list; `index` counts from 0. */
  record(record: JsonObject, index: number, flaws: ValueBuilder["flaws"]): void;
  /** The file is one object. */
  whole(object: JsonObject, flaws: ValueBuilder["flaws"], complete: boolean): void;
  broken(where: string, expected: string, found: string): void;
  cut(where: string): void;
}

/** Where reading can go on after damage: inside a string the quotes would be escaped. */
export const recordLandmarks: readonly Landmark[] = [{ name: "record", pattern: /\{\s{0,64}"(?:tweet|noteTweet)"\s{0,8}:\s{0,8}\{/g }];

export function createRecordWalk(told: RecordsTold): JsonHandler {
  let depth = 0;
  let index = 0;
  let builder: ValueBuilder | undefined;
  const place = () => (depth === 0 && builder !== undefined ? "the object" : `record ${index}`);

  const scalar = () => {
    if (depth === 0) told.broken("whole file", "a list of records, or an object", "a single value");
    else {
      told.broken(`record ${index}`, "an object", "a single value");
      index++;
    }
  };
  const lost = () => {
    const root = builder?.root;
    if (depth === 0 && isObject(root)) told.whole(root, builder?.flaws ?? [], false);
    builder = undefined;
  };

  return {
    open(kind: ContainerKind) {
      if (builder !== undefined) return builder.open(kind);
      if (depth === 0 && kind === "array") depth = 1;
      else {
        builder = createValueBuilder();
        builder.open(kind);
      }
    },
    close() {
      if (builder === undefined) {
        depth = 0;
        return;
      }
      builder.close();
      const { value, flaws } = builder;
      if (value === undefined) return;
      builder = undefined;
      if (!isObject(value)) told.broken(`record ${index}`, "an object", "a list");
      else if (depth === 0) told.whole(value, flaws, true);
      else told.record(value, index, flaws);
      index++;
    },
    name: (text) => builder?.name(text),
    text: (value, flaws) => (builder === undefined ? scalar() : builder.add(value, flaws)),
    word: (value) => (builder === undefined ? scalar() : builder.add(value)),
    number: (digits) => (builder === undefined ? scalar() : builder.add({ digits })),
    broken(expected, found) {
      told.broken(place(), expected, found);
      lost();
      index++;
    },
    cut() {
      told.cut(place());
      lost();
    },
    found() {
      depth = 1;
      return ["array"];
    },
  };
}

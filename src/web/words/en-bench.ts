/** English words of the item bench. */
export const enBench = {
  "bench.title": "Item {number}",
} as const;

/** Remembers what was worked out of a text: the same words are held against many others. */

/** Texts that are remembered; then it begins anew. */
const most = 20_000;

export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = work(text);
    known.set(text, found);
    return found;
  };
}

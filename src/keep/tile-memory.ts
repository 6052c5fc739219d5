/** Answers about tiles, kept in memory up to a size, the least lately asked go first. One question is asked once, however many wait for it. */

export interface TileMemory<T> {
  get(layer: string, tile: string, ask: () => Promise<{ readonly value: T; readonly bytes: number }>): Promise<T>;
  forget(layer: string): void;
}

const mostBytes = 64 * 1024 * 1024;
/** What an entry takes beside its bytes. */
const entryBytes = 200;

export function createTileMemory<T>(most: number = mostBytes): TileMemory<T> {
  const kept = new Map<string, { readonly value: T; readonly bytes: number }>();
  const asked = new Map<string, Promise<T>>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get(layer, tile, ask) {
      const key = `${layer}/${tile}`;
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return Promise.resolve(found.value);
      }
      const underway = asked.get(key);
      if (underway !== undefined) return underway;
      const asking = ask()
        .then(({ value, bytes }) => {
          // Forgotten meanwhile: the layer is another one now.
          if (asked.get(key) !== asking) return value;
          kept.set(key, { value, bytes: bytes + entryBytes });
          total += bytes + entryBytes;
          for (const oldest of kept.keys()) {
            if (total <= most) break;
            drop(oldest);
          }
          return value;
        })
        .finally(() => {
          if (asked.get(key) === asking) asked.delete(key);
        });
      asked.set(key, asking);
      return asking;
    },
    forget(layer) {
      for (const key of kept.keys()) if (key.startsWith(`${layer}/`)) drop(key);
      for (const key of asked.keys()) if (key.startsWith(`${layer}/`)) asked.delete(key);
    },
  };
}

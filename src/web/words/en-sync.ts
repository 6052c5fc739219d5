/** Words of the sync wall. */
export const enSync = {
  "nav.sync": "Sync",
  "sync.title": "Sync wall",
} as const;

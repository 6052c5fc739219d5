/** English words of the screen "Tasks and changes". */
export const enWork = {
  "nav.work": "Tasks",
  "work.title": "Tasks and changes",
} as const;

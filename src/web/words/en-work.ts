/** English words of the screen "Tasks and changes". */
export const enWork = {
  "nav.work": "Tasks",
  "people.named": "{name} ({person})",
  "work.title": "Tasks and changes",
} as const;

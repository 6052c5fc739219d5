/** The last part of a path: enough to know a file by where room is short. The whole name stands in its tip and on its bench. */
export function fileName(path: string): string {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last === "" ? path : last;
}

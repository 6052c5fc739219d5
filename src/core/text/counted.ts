/** "1 line", "2 lines": a number with its noun, for sentences that readers write. Screens have their own words for both. */

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

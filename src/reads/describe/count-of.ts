/** "i12", or "12 items". */
export function countOf(items: readonly string[]): string {
  return items.length === 1 ? String(items[0]) : `${items.length} items`;
}

/** The order of ids in which i2 comes before i10, the same in every program: no locale is asked. */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [one, other] = [left[at] as string, right[at] as string];
    if (one === other) continue;
    const [x, y] = [Number(one), Number(other)];
    if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

function partsOf(id: string): string[] {
  return id.match(/\d+|\D+/g) ?? [];
}

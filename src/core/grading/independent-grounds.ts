/**
 * How many grounds of a finding are independent of each other. Two that lead back to one origin, or to one recording and its copies, are
 * one: several readings of one exhibit replicate, they do not corroborate (METHOD, conclusion 4).
 */
export interface LedBack {
  readonly record: string;
  /** Origins and recordings that it leads back to, each by a key. Empty: nobody knows where it comes from. */
  readonly to: readonly string[];
}

/** Groups of grounds that share what they lead back to. Those that lead nowhere known are together one, and count only where they are alone. */
export function independentGrounds(grounds: readonly LedBack[]): readonly (readonly LedBack[])[] {
  const groups: { keys: Set<string>; members: LedBack[] }[] = [];
  const unknown: LedBack[] = [];
  for (const ground of grounds) {
    if (ground.to.length === 0) {
      unknown.push(ground);
      continue;
    }
    const joined = groups.filter(({ keys }) => ground.to.some((key) => keys.has(key)));
    const kept = groups.filter((group) => !joined.includes(group));
    const group = {
      keys: new Set([...ground.to, ...joined.flatMap(({ keys }) => [...keys])]),
      members: [...joined.flatMap(({ members }) => members), ground],
    };
    groups.splice(0, groups.length, ...kept, group);
  }
  const known = groups.map(({ members }) => members);
  return known.length === 0 && unknown.length > 0 ? [unknown] : known;
}

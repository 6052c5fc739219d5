/** What hangs together: a union of things by whatever joins two of them. */

export class Joined<T extends string> {
  readonly #above = new Map<T, T>();

  add(one: T): void {
    if (!this.#above.has(one)) this.#above.set(one, one);
  }

  join(one: T, other: T): void {
    this.add(one);
    this.add(other);
    this.#above.set(this.topOf(one), this.topOf(other));
  }

  topOf(one: T): T {
    let top = one;
    for (let above = this.#above.get(top); above !== undefined && above !== top; above = this.#above.get(top)) top = above;
    for (let at = one; at !== top;) {
      const next = this.#above.get(at) as T;
      this.#above.set(at, top);
      at = next;
    }
    return top;
  }

  /** In the order in which their first members were added. */
  groups(): T[][] {
    const groups = new Map<T, T[]>();
    for (const one of this.#above.keys()) {
      const top = this.topOf(one);
      const group = groups.get(top);
      if (group === undefined) groups.set(top, [one]);
      else group.push(one);
    }
    return [...groups.values()];
  }
}

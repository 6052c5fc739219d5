/** What is dropped, which zone an open one is taken to be, and by whose clock times are shown: a view is a link. */

export interface TimeView {
  readonly dropped: ReadonlySet<string>;
  /** Key of `perZone` in the answer; undefined while none is chosen. */
  readonly zones: string | undefined;
  /** Zone whose clock the screen shows; undefined: the one that suits. */
  readonly clock: string | undefined;
  /** On paper: everything under each other, as it is printed. */
  readonly paper: boolean;
}

/** `/time/n3?drop=48-hours&zone=Europe/Kyiv&clock=UTC&paper=1`; a name with a comma is written `%2C` inside. */
export function viewOf(query: URLSearchParams): TimeView {
  const names = (query.get("drop") ?? "").split(",").filter((name) => name !== "");
  return {
    dropped: new Set(names.map(decoded)),
    zones: query.get("zone") ?? undefined,
    clock: query.get("clock") ?? undefined,
    paper: query.get("paper") === "1",
  };
}

export function queryOf(view: TimeView): Record<string, string | undefined> {
  return {
    drop: [...view.dropped].map((name) => name.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",") || undefined,
    zone: view.zones,
    clock: view.clock,
    paper: view.paper ? "1" : undefined,
  };
}

function decoded(name: string): string {
  return name.replaceAll("%2C", ",").replaceAll("%25", "%");
}

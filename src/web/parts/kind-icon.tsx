/** A small drawing per kind of item; the word stands beside it or in the accessible name of its row. */
import type { ItemKind } from "../../api/items.ts";

const shapes: Readonly<Record<ItemKind, string>> = {
  video: "M2 3.5h12v9H2z M6.5 6v4l3.5-2z",
  picture: "M2 3h12v10H2z M2.5 11l3.5-3.5 2.5 2.5 2-2 3 3 M10.5 5.75a.75.75 0 1 0 .01 0",
  sound: "M3 6.5v3 M5.5 4.5v7 M8 2.5v11 M10.5 5v6 M13 6.5v3",
  posts: "M2 3h12v8H7l-3 2.5V11H2z M4.5 6h7 M4.5 8.2h5",
  article: "M3 2h10v12H3z M5 5h6 M5 7.5h6 M5 10h4",
  sheet: "M2 3h12v10H2z M2 6.3h12 M2 9.6h12 M6 3v10",
  document: "M4 1.5h5.5L12.5 4.5v10H4z M9.5 1.5v3h3",
  unknown: "M3 2h10v12H3z M6.3 6.2a1.8 1.8 0 1 1 2.3 1.7q-.6.3-.6 1.1 M8 11.2v.3",
  "not-held": "M3.2 2h9.6 M13 3.5v3 M13 8v3 M12.8 14H9.5 M7.5 14H3.2 M3 12.5v-3 M3 8V5 M6 6l4 4 M10 6l-4 4",
};

export function KindIcon({ kind }: { kind: ItemKind }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={shapes[kind]} fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

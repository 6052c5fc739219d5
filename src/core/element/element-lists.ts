/** The lists of elements that sheets can be written by. A list is never changed under its version: sheets cite both. */
import { rome8bVi } from "./rome-8-2-b-vi.ts";
import type { ElementList } from "./element-list.ts";

export const elementLists: readonly ElementList[] = [rome8bVi];

export function elementList({ name, version }: { readonly name: string; readonly version: string }): ElementList | undefined {
  return elementLists.find((list) => list.name === name && list.version === version);
}

/**
 * One name per key press: "j", "Shift+M", "?", "ArrowLeft", "Shift+ArrowLeft", "Mod+k" (Ctrl, or Command on a Mac), "Space".
 * Letters go by their place on the keyboard when the layout is not Latin, so the keys work while typing Ukrainian.
 */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export function keyName(press: KeyPress): string {
  let key = press.key === " " ? "Space" : press.key;
  const byPlace = /^Key([A-Z])$/.exec(press.code)?.[1];
  if (byPlace !== undefined && !/^[a-zA-Z]$/.test(key)) key = byPlace.toLowerCase();
  const isLetter = /^[a-zA-Z]$/.test(key);
  // A printed sign such as "?" or "<" already says whether Shift was held.
  const isSign = key.length === 1 && !isLetter;
  if (isLetter) key = press.shiftKey ? key.toUpperCase() : key.toLowerCase();
  return [press.ctrlKey || press.metaKey ? "Mod" : "", press.altKey ? "Alt" : "", press.shiftKey && !isSign ? "Shift" : "", key]
    .filter((part) => part !== "")
    .join("+");
}

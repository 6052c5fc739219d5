/** Light or dark: what the system asks for until the person chooses, then what they chose. Dark where nothing is asked. */
export type ThemeChoice = "system" | "dark" | "light";

const place = "witnessmark.theme";

export function rememberedTheme(): ThemeChoice {
  const kept = window.localStorage.getItem(place);
  return kept === "dark" || kept === "light" ? kept : "system";
}

export function applyTheme(choice: ThemeChoice): void {
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
}

export function rememberTheme(choice: ThemeChoice): void {
  if (choice === "system") window.localStorage.removeItem(place);
  else window.localStorage.setItem(place, choice);
  applyTheme(choice);
}

/** What is on the screen now. */
export function shownTheme(choice: ThemeChoice): "dark" | "light" {
  if (choice !== "system") return choice;
  return window.matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

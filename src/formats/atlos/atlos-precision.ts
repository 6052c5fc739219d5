/** Atlos' words for how near a place is, as the radius that Atlos gives them. */

export function atlosRadius(resolution: string): { readonly radiusM: number; readonly precision: string } {
  const word = resolution.trim().toLowerCase();
  if (word.startsWith("exact")) return { radiusM: 10, precision: "Atlos Exact, 10 m" };
  if (word.startsWith("vicinity")) return { radiusM: 100, precision: "Atlos Vicinity, 100 m" };
  if (word.startsWith("locality")) return { radiusM: 1000, precision: "Atlos Locality, 1 km" };
  return {
    radiusM: 1000,
    precision: word === "" ? "Atlos without a precision, taken as 1 km" : "Atlos with another word for the precision, taken as 1 km",
  };
}

/** Which file of an Atlos full export some JSON is, by the names that only Atlos has together. */

export type AtlosJsonKind = "incident" | "source-material" | "updates" | "project";

export function atlosJsonKind(value: unknown): AtlosJsonKind | undefined {
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    return has(first, ["type", "media_id", "modified_attribute", "inserted_at"]) ? "updates" : undefined;
  }
  if (has(value, ["slug", "attr_description", "attr_status"])) return "incident";
  if (has(value, ["scoped_id", "source_url", "artifacts", "upload_type"])) return "source-material";
  if (has(value, ["name", "code", "attributes"])) return "project";
  return undefined;
}

/** The same, by the beginning of the text alone: names in quotes, wherever they stand. */
export function looksLikeAtlosJson(head: string): boolean {
  const names = (all: readonly string[]) => all.every((name) => head.includes(`"${name}"`));
  if (head.startsWith("[")) return names(["modified_attribute", "media_id", "explanation"]);
  return (
    names(["slug", "attr_description", "attr_status"]) ||
    names(["scoped_id", "source_url", "upload_type"]) ||
    names(["code", "attributes", "decorator_for"])
  );
}

function has(value: unknown, names: readonly string[]): boolean {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}

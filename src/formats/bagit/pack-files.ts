/** Which files a pack is made of. Whatever else lies in one was added. */

/** Named by the tag manifest, which the seal covers. */
export const sealedTagFiles = ["README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "verify.html"] as const;

/** Sealed like the others where they are there: packs of earlier versions have none. */
export const optionalTagFiles = ["ro-crate-metadata.json"] as const;

export const tagManifestName = "tagmanifest-sha256.txt";
export const sealName = "seal.txt";
export const manifestName = "manifest-sha256.txt";
export const withheldName = "withheld.json";

/** Whether these names at the top of a folder make it a pack, also one that lost some of its files. */
export function looksLikePack(topNames: ReadonlySet<string>): boolean {
  return [...sealedTagFiles, tagManifestName, sealName].some((name) => name !== "README.txt" && topNames.has(name));
}

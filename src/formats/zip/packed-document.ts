/** Documents and programs that are ZIP archives inside, by the members that only they have. They are kept whole. */

const byName: readonly (readonly [name: RegExp, says: string])[] = [
  [/^\[Content_Types\]\.xml$/, "an Office document (OOXML)"],
  [/^META-INF\/container\.xml$/, "an e-book (EPUB)"],
  [/^META-INF\/manifest\.xml$/, "an OpenDocument file"],
  [/^AndroidManifest\.xml$/, "an Android app"],
  [/^META-INF\/MANIFEST\.MF$/i, "a Java archive"],
  [/^datapackage-digest\.json$|^archive\/[^/]+\.warc(?:\.gz)?$/, "a web archive (WACZ)"],
];

export function packedDocument(names: readonly string[]): string | undefined {
  // Those files have their telling member near the top; a folder of downloads may hold a map somewhere below.
  return byName.find(([form]) => names.some((name) => form.test(name)))?.[1];
}

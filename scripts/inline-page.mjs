/**
 * Builds a page into one file: script and style inlined, each under its own hash in a policy that allows nothing else and
 * no network.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { build } from "vite";
import { inClone } from "./launch/paths.mjs";

const page = (name) => inClone("src/verify/page", name);
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** One module with all that it imports, as the text of a classic script. */
export async function bundle(entry) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "warn",
    root: inClone(),
    publicDir: false,
    build: {
      write: false,
      target: "es2023",
      lib: { entry: page(entry), formats: ["iife"], name: "witnessmark" },
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  }).then((built) => (Array.isArray(built) ? built : [built]));
  const [chunk, ...others] = output;
  if (chunk?.type !== "chunk" || others.length > 0) throw new Error(`${entry}: expected one script; found ${output.length} files`);
  // Inside an element, `</script` would end it, `<!--` would change how it is read, and NUL and CR would be replaced.
  return chunk.code
    .replaceAll("</script", "<\\/script")
    .replaceAll("<!--", "<\\!--")
    .replace(/[^\n\t\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Fills the places of `html`; `more` are places of the page's own, and what the policy allows for them. */
export function inlined(html, { script, styles, more = {}, policy: allowed = [] }) {
  const style = styles.map((name) => readFileSync(page(name), "utf8")).join("");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    ...allowed,
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const parts = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    style: `<style>${style}</style>`,
    ...more,
    script: `<script>${script}</script>`,
  };
  let filled = readFileSync(page(html), "utf8");
  for (const [name, text] of Object.entries(parts)) {
    const place = `<!-- ${name} -->`;
    if (filled.split(place).length !== 2) throw new Error(`${html}: expected one ${place}`);
    filled = filled.replace(place, () => text);
  }
  return filled;
}

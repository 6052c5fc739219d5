/**
 * Builds the page of every pack into one file, dist/verify.html: worker, script and style inlined, each under its own
 * hash in a policy that allows nothing else and no network.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "vite";
import { inClone } from "./launch/paths.mjs";

const page = (name) => inClone("src/verify/page", name);
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** One module with all that it imports, as the text of a classic script. */
async function bundle(entry) {
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

const script = await bundle("check-page.ts");
const worker = await bundle("check-worker.ts");
const style = readFileSync(page("page.css"), "utf8");
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
  `style-src ${hashOf(style)}`,
  "worker-src blob:",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");
const parts = {
  policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  style: `<style>${style}</style>`,
  worker: `<script id="worker" type="text/plain">${worker}</script>`,
  script: `<script>${script}</script>`,
};
let html = readFileSync(page("page.html"), "utf8");
for (const [name, text] of Object.entries(parts)) {
  const place = `<!-- ${name} -->`;
  if (html.split(place).length !== 2) throw new Error(`page.html: expected one ${place}`);
  html = html.replace(place, () => text);
}
mkdirSync(inClone("dist"), { recursive: true });
writeFileSync(inClone("dist/verify.html"), html);

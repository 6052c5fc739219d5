/** Scans a finished pack: each file's name and bytes first, then what has to be decoded of it. */
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFileSource } from "./byte-source.ts";
import { checkLedger } from "./check-ledger.ts";
import { checkMedia, type MediaCheck } from "./check-media.ts";
import { checkFoundPicture } from "./check-pictures.ts";
import { secretSounds } from "./check-sound.ts";
import { createFindings } from "./findings.ts";
import type { LeakLine, LeakRequest } from "./leak-contract.ts";
import { secretHexes } from "./needle-hex.ts";
import { readTags } from "./read-tags.ts";
import { readReference, type Reference } from "./reference-frames.ts";
import { type FoundMedia, type FoundPicture, scanLayers } from "./scan-layers.ts";
import { scanText } from "./scan-text.ts";
import { seekSecrets } from "./sought-secrets.ts";
import { findSources } from "./source-bytes.ts";

export const leakTestVersion = "1";
/** Pages of the program are shorter. */
const longestOwn = 16 * 1024 * 1024;
const ledger = /(?:^|\/)ledger\.jsonl$/;

export async function scanFolder(
  { scan: root, secrets, folder, ffmpeg, ffprobe }: LeakRequest,
  say: (line: LeakLine) => void,
): Promise<void> {
  const began = performance.now();
  const findings = createFindings();
  const programs = { ffmpeg, ffprobe };
  const references: Reference[] = [];
  const sounds: Awaited<ReturnType<typeof secretSounds>> & object = [];
  for (const media of secrets.media) {
    if (media.kind !== "sound" && (media.whole || media.marks.some(({ mark }) => mark.sort.what === "box"))) {
      const reference = await readReference(media, programs);
      if (reference === undefined)
        findings.refuse("(original)", media.label, "an original that cannot be decoded: nothing can be compared with it");
      else references.push(reference);
    }
    const heard = await secretSounds(media, programs);
    if (heard === undefined) findings.refuse("(original)", media.label, "an original whose sound cannot be decoded");
    else sounds.push(...heard);
  }
  const findSource = await findSources(secrets.media, ffprobe, (label, why) => findings.refuse("(original)", label, why));
  const sought = seekSecrets(secrets, await secretHexes(secrets));
  const media: MediaCheck = { programs, references, sounds, durations: secrets.durations, findings };
  const madeOf = new Map(secrets.media.flatMap((one) => one.made.map(({ file, startS }) => [file, { media: one, startS }] as const)));

  const ownFiles = new Set((secrets.ownFiles ?? []).map((digest) => digest.slice("sha256:".length)));
  const files = listFiles(root, findings);
  const total = files.reduce((sum, { size }) => sum + size, 1);
  let done = 0;
  for (const { name, size } of files) {
    say({ type: "progress", done: Math.min(1, done / total), file: name });
    const path = join(root, name);
    const place = { file: name };
    const finds = {
      leak: (kind: Parameters<typeof findings.leak>[0], where: string, secret: string) => findings.leak(kind, name, where, secret),
      clue: (clue: object) => findings.clue({ ...clue, ...place, where: "metadata" } as never),
      coded: () => undefined,
    };
    scanText(
      name.replace(/[/_.-]/g, " "),
      { sought, squash: false },
      { ...finds, leak: (kind, _, secret) => findings.leak(kind, name, "the name of the file", secret), clue: () => undefined },
    );
    scanText(
      name,
      { sought, squash: true },
      { ...finds, leak: (kind, _, secret) => findings.leak(kind, name, "the name of the file", secret) },
    );
    const pictures: FoundPicture[] = [];
    const recordings: FoundMedia[] = [];
    try {
      const source = openFileSource(path);
      const isOwn =
        ownFiles.size > 0 &&
        source.size <= longestOwn &&
        ownFiles.has(createHash("sha256").update(source.slice(0, source.size)).digest("hex"));
      try {
        if (!isOwn)
          scanLayers(
            { findings, sought, findSource, onPicture: (one) => pictures.push(one), onMedia: (one) => recordings.push(one) },
            name,
            source,
          );
        if (ledger.test(name)) checkLedger(name, source.slice(0, source.size), new Set(secrets.linesWithBodies), findings);
      } finally {
        source.close();
      }
    } catch (error) {
      findings.refuse(name, "", `it could not be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).name})`);
    }
    for (const picture of pictures) await checkFoundPicture(picture, references, findings);
    for (const [number, { where, bytes, guessed }] of recordings.entries()) {
      let at = path;
      if (bytes !== undefined) {
        at = join(folder, `part-${number}`);
        writeFileSync(at, bytes);
      }
      await checkMedia({ file: name, where, path: at, guessed, made: bytes === undefined ? madeOf.get(name) : undefined }, media);
    }
    const tagged = [
      ...recordings.filter(({ bytes }) => bytes === undefined).map(() => ({ where: "", bytes: undefined })),
      ...pictures.flatMap(({ where, content }) =>
        "bytes" in content && holdsTags(content.bytes) ? [{ where, bytes: content.bytes }] : [],
      ),
    ];
    for (const { where, bytes } of tagged) {
      if (bytes !== undefined) writeFileSync(join(folder, "picture"), bytes);
      const tags = await readTags(bytes === undefined ? path : join(folder, "picture"));
      if ("refused" in tags) findings.refuse(name, where, tags.refused);
      else {
        scanText(tags.words, { sought, squash: false }, finds);
        for (const tag of tags.personal)
          findings.leak("metadata", name, where === "" ? tag : `${where} > ${tag}`, "metadata of a camera or an editor");
      }
    }
    findings.counts.files++;
    findings.counts.bytes += size;
    done += size;
  }
  for (const file of madeOf.keys())
    if (!files.some(({ name }) => name === file)) findings.refuse(file, "", "a file of the edition that is not there");
  for (const clue of findings.clues) say({ type: "clue", clue });
  findings.counts.tookS = Math.round(performance.now() - began) / 1000;
  say({
    type: "end",
    report: {
      ...{ v: 1, scanner: leakTestVersion, passed: findings.leaks.length + findings.notScanned.length === 0 },
      ...{ leaks: [...findings.leaks], moreLeaks: findings.moreLeaks(), notScanned: [...findings.notScanned], scanned: findings.counts },
      lookedFor: {
        ...{
          texts: secrets.texts.length,
          digests: secrets.digests.length,
          fingerprints: secrets.fingerprints.length,
          sizes: secrets.sizes.length,
        },
        ...{ durations: secrets.durations.length, places: secrets.places.length, media: secrets.media.length },
        marks: secrets.media.reduce((sum, { marks }) => sum + marks.length, 0),
      },
    },
  });
}

/** Anything that a reader of metadata would find: TIFF is made of it. */
function holdsTags(bytes: Buffer): boolean {
  return ["II*\0", "MM\0*", "Exif\0", "eXIf", "EXIF", "http://ns.adobe.com/xap", "x:xmpmeta", "Photoshop 3.0"].some((mark) =>
    bytes.includes(mark, 0, "latin1"),
  );
}

function listFiles(root: string, findings: ReturnType<typeof createFindings>): { name: string; size: number }[] {
  const files: { name: string; size: number }[] = [];
  const enter = (folder: string) => {
    for (const entry of readdirSync(join(root, folder)).sort()) {
      const name = folder === "" ? entry : `${folder}/${entry}`;
      const stat = lstatSync(join(root, name));
      if (stat.isDirectory()) enter(name);
      else if (stat.isFile()) files.push({ name, size: stat.size });
      else findings.refuse(name, "", "a link or a device: not followed");
    }
  };
  enter("");
  return files;
}

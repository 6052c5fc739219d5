/** Frames along the clip as one sprite sheet, blurred in the file, each tile with its frame's number and time. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Made, type Making } from "../child-contract.ts";
import { readFrames } from "../ffmpeg/frame-table.ts";
import { openMedia } from "../ffmpeg/open-media.ts";
import { exactFrames } from "../ffmpeg/exact-frames.ts";
import { fitInside, keptPixels } from "../shield/blur.ts";
import { chooseTiles } from "./choose-tiles.ts";
import { composeSheet } from "./compose-sheet.ts";

/** Longer side of a tile in the sheet. */
const tileLength = 96;
const columns = 10;

export async function filmstrip(making: Making): Promise<Made> {
  const media = await openMedia(making);
  if ("state" in media) return media;
  const { file, video, shown } = media;
  if (video === undefined || shown === undefined) return failed("no-stream", "filmstrip: expected a picture stream; found none");
  const { table } = await readFrames(file, video, { size: media.size, onProgress: (done) => making.onProgress(done * 0.1) });
  const chosen = chooseTiles(table);
  if (chosen.length === 0) return failed("no-stream", "filmstrip: expected frames that a player shows; found none");

  const kept = fitInside(shown.displayWidth, shown.displayHeight, keptPixels);
  const pictures = await exactFrames(file, video, {
    timeBase: table.timeBase,
    startSec: Number(media.probed.format.start_time ?? 0) || 0,
    shownFrames: table.edited.length,
    wanted: chosen.map(({ timeSec }) => timeSec),
    size: kept,
    onProgress: (done) => making.onProgress(0.1 + done * 0.85),
  });
  const tiles = chosen.flatMap((tile, n) => {
    const data = pictures[n];
    return data === undefined ? [] : [{ ...tile, data }];
  });
  if (tiles.length === 0) return failed("crashed", "filmstrip: expected frames that can be decoded; found none");
  const tile = fitInside(shown.displayWidth, shown.displayHeight, tileLength);
  const sheet = await composeSheet(
    tiles.map(({ data }) => ({ data, ...kept })),
    tile,
    columns,
  );
  await writeFile(join(making.folder, "filmstrip.jpg"), sheet);
  const result = {
    tileWidth: tile.width,
    tileHeight: tile.height,
    columns,
    tiles: tiles.map(({ frame, timeSec }) => ({ frame, timeSec })),
  };
  return { state: "done", result, files: [{ name: "filmstrip.jpg", mediaType: "image/jpeg" }] };
}

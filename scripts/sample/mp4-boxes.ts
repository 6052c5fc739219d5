/**
 * Changes two things in a finished MP4 or MOV in place, without moving a byte: the display
 * matrix (rotation flag) and the edit list. Muxer options for these differ between versions.
 */

interface Box {
  readonly type: string;
  /** First byte of the content. */
  readonly start: number;
  readonly end: number;
}

function boxesIn(file: Buffer, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    let size = file.readUInt32BE(at);
    let header = 8;
    if (size === 1) {
      size = Number(file.readBigUInt64BE(at + 8));
      header = 16;
    }
    if (size === 0) size = end - at;
    if (size < header) throw new Error(`a box of ${size} bytes at ${at}: not an MP4 file that ffmpeg wrote`);
    boxes.push({ type: file.toString("latin1", at + 4, at + 8), start: at + header, end: at + size });
    at += size;
  }
  return boxes;
}

function inside(file: Buffer, box: Box, type: string): Box {
  const found = boxesIn(file, box.start, box.end).find((b) => b.type === type);
  if (!found) throw new Error(`no "${type}" in "${box.type}"`);
  return found;
}

function videoTrack(file: Buffer): { movie: Box; track: Box } {
  const movie = inside(file, { type: "file", start: 0, end: file.length }, "moov");
  const track = boxesIn(file, movie.start, movie.end).find((b) => {
    if (b.type !== "trak") return false;
    const handler = inside(file, inside(file, b, "mdia"), "hdlr");
    return file.toString("latin1", handler.start + 8, handler.start + 12) === "vide";
  });
  if (!track) throw new Error("no video track");
  return { movie, track };
}

/** Asks players to turn the stored picture a quarter clockwise, as phones held upright do. */
export function flagQuarterTurn(file: Buffer, storedHeight: number): void {
  const { track } = videoTrack(file);
  const header = inside(file, track, "tkhd");
  const matrix = header.start + (file.readUInt8(header.start) === 1 ? 52 : 40);
  const one = 0x10000;
  [0, one, 0, -one, 0, 0, storedHeight * one, 0, 0x40000000].forEach((v, i) => file.writeInt32BE(v, matrix + i * 4));
}

/** Lets the presentation begin later in the media; what lies before is in the file and never shown. */
export function hideBeginning(file: Buffer, hiddenS: number): void {
  const { movie, track } = videoTrack(file);
  const list = inside(file, inside(file, track, "edts"), "elst");
  if (file.readUInt8(list.start) !== 0 || file.readUInt32BE(list.start + 4) !== 1) {
    throw new Error("the edit list has another form than one 32-bit entry");
  }
  const movieScale = timescaleOf(file, inside(file, movie, "mvhd"));
  const mediaScale = timescaleOf(file, inside(file, inside(file, track, "mdia"), "mdhd"));
  const duration = list.start + 8;
  file.writeUInt32BE(file.readUInt32BE(duration) - Math.round(hiddenS * movieScale), duration);
  file.writeInt32BE(file.readInt32BE(duration + 4) + Math.round(hiddenS * mediaScale), duration + 4);
}

const timescaleOf = (file: Buffer, header: Box) => file.readUInt32BE(header.start + (file.readUInt8(header.start) === 1 ? 20 : 12));

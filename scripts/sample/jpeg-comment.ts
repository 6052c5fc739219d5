/** Says inside a JPEG what it is, as a comment segment: exports and saved pages carry no other metadata. */

const START_OF_IMAGE = 0xffd8;
const COMMENT_SEGMENT = 0xfffe;

/** Puts the comment right after the start of the image. Throws when the bytes are no JPEG. */
export function withJpegComment(jpeg: Buffer, comment: string): Buffer {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== START_OF_IMAGE) throw new Error("a JPEG begins with ff d8; these bytes do not");
  const text = Buffer.from(comment, "utf8");
  const header = Buffer.alloc(4);
  header.writeUInt16BE(COMMENT_SEGMENT, 0);
  header.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), header, text, jpeg.subarray(2)]);
}

/** Where the bench gets a picture for a frame number. Two sources: a decoder (exact), and a player that is asked to seek (fallback). */

export interface Picture {
  /** Found from the picture's own timestamp, never from what was asked for. */
  readonly frame: number;
  /** Size as shown: sample aspect and rotation applied. */
  readonly width: number;
  readonly height: number;
  draw(context: CanvasRenderingContext2D, width: number, height: number): void;
}

export interface PictureSource {
  /** "decoder": every frame in the file, hidden ones too. "player": only what the browser's player can reach. */
  readonly way: "decoder" | "player";
  readonly width: number;
  readonly height: number;
  /** How many of the pictures given last stay drawable, until `close`. At least the last one. */
  readonly drawable: number;
  /** Calls are served one after another. @throws {PictureFault} */
  picture(frame: number): Promise<Picture>;
  close(): void;
}

/** The picture asked for cannot be had from this source, and why; another source may have it. */
export class PictureFault extends Error {
  override readonly name = "PictureFault";
}

/**
 * Pictures by our own decoding: byte ranges are asked for, demuxed, decoded by WebCodecs, and kept for a while so
 * that a backward step costs no second decoding. Refuses, rather than guess, when a picture's time is not in the table.
 */
import { ALL_FORMATS, EncodedPacketSink, Input, UrlSource, type VideoSample, VideoSampleSink } from "mediabunny";
import { firstOfSameTime, type FrameTimes, frameOfTime, slackOf } from "./frame-times.ts";
import { type Picture, PictureFault, type PictureSource } from "./picture-source.ts";

export interface DecodeLimits {
  /** Bytes of decoded pictures to keep. */
  readonly keptBytes: number;
}

/** 192 MB: about 60 frames of 1920 x 1080, over two seconds to step back without decoding again. */
const DEFAULT_LIMITS: DecodeLimits = { keptBytes: 192 * 1024 * 1024 };

/** Half a second: longer than a busy page is late for a turn. */
const MOST_DRAWABLE = 12;

/** @throws {PictureFault} when the container, codec or times do not fit; the caller then uses another source */
export async function openDecodedFrames(url: string, times: FrameTimes, limits: DecodeLimits = DEFAULT_LIMITS): Promise<PictureSource> {
  if (typeof VideoDecoder === "undefined") throw new PictureFault("this browser offers no video decoder to pages");
  const input = new Input({
    source: new UrlSource(url, { requestInit: { credentials: "same-origin" }, getRetryDelay: retryDelay }),
    formats: ALL_FORMATS,
  });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new PictureFault("expected a video track, found none");
    if (!(await track.canDecode())) throw new PictureFault("this browser cannot decode the track");
    const first = await new EncodedPacketSink(track).getFirstKeyPacket({ metadataOnly: true });
    if (!first) throw new PictureFault("expected a key frame, found none");
    const shift = first.timestamp - (times.seconds[times.anchor] ?? 0);
    // Software decoding: hardware decoders stall when a page keeps more than a handful of their pictures.
    const sink = new VideoSampleSink(track, { hardwareAcceleration: "prefer-software" });
    const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
    return new DecodedFrames(input, sink, times, shift, width, height, limits);
  } catch (error) {
    input.dispose();
    throw error instanceof PictureFault ? error : new PictureFault(`the file could not be read for decoding: ${String(error)}`);
  }
}

function retryDelay(attempts: number): number | null {
  return attempts < 3 ? 0.2 * 2 ** attempts : null;
}

class DecodedFrames implements PictureSource {
  readonly way = "decoder";
  readonly width: number;
  readonly height: number;
  readonly #input: Input;
  readonly #sink: VideoSampleSink;
  readonly #times: FrameTimes;
  /** Decoder's seconds minus the table's seconds: constant within a file. */
  readonly #shift: number;
  readonly #capacity: number;
  readonly #kept = new Map<number, VideoSample>();
  #run: AsyncGenerator<VideoSample, void, unknown> | null = null;
  /** Frame that the open run yields next. */
  #runAt = -1;
  #turn: Promise<unknown> = Promise.resolve();
  #last = 0;
  #closed = false;

  constructor(input: Input, sink: VideoSampleSink, times: FrameTimes, shift: number, width: number, height: number, limits: DecodeLimits) {
    this.#input = input;
    this.#sink = sink;
    this.#times = times;
    this.#shift = shift;
    this.width = width;
    this.height = height;
    // 1.5 bytes a pixel in the usual 4:2:0.
    this.#capacity = Math.max(6, Math.floor(limits.keptBytes / (width * height * 1.5)));
  }

  /** Fewer than are kept, so that going one way none of them is let go. */
  get drawable(): number {
    return Math.min(MOST_DRAWABLE, this.#capacity - 2);
  }

  picture(frame: number): Promise<Picture> {
    const turn = this.#turn.then(() => this.#picture(frame));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #picture(frame: number): Promise<Picture> {
    if (this.#closed) throw new PictureFault("the picture source was closed");
    const backward = frame < this.#last;
    this.#last = frame;
    let sample = this.#kept.get(frame);
    if (!sample) {
      await this.#decodeTo(frame, backward);
      sample = this.#kept.get(frame);
    }
    if (!sample) throw new PictureFault(`the decoder gave no picture for frame ${frame}`);
    const held = sample;
    return {
      frame,
      width: this.width,
      height: this.height,
      draw: (context, width, height) => held.draw(context, 0, 0, width, height),
    };
  }

  async #decodeTo(frame: number, backward: boolean): Promise<void> {
    // Going on with the open run is cheaper than a new one unless a key frame could bring us nearer.
    const ahead = frame - this.#runAt;
    if (!this.#run || ahead < 0 || ahead > 60) {
      // Backward: one decoding serves the steps that will follow.
      const wished = backward ? Math.max(0, frame - Math.min(48, Math.floor(this.#capacity / 2))) : frame;
      const from = firstOfSameTime(this.#times, wished);
      await this.#endRun();
      this.#run = this.#sink.samples((this.#times.seconds[from] as number) + this.#shift + slackOf(this.#times, from) / 2);
      this.#runAt = from;
    }
    while (!this.#kept.has(frame)) {
      const next = await this.#run.next();
      if (next.done) {
        this.#run = null;
        return;
      }
      const sample = next.value;
      const number = frameOfTime(this.#times, sample.timestamp - this.#shift, this.#runAt);
      if (number === null) {
        const found = (sample.timestamp - this.#shift).toFixed(6);
        sample.close();
        await this.#endRun();
        throw new PictureFault(`expected a time of the frame table near frame ${this.#runAt}, found ${found} s`);
      }
      this.#keep(number, sample);
      this.#runAt = number + 1;
      if (number > frame && !this.#kept.has(frame)) {
        await this.#endRun();
        return;
      }
    }
  }

  #keep(number: number, sample: VideoSample): void {
    this.#kept.get(number)?.close();
    // A copy of the handle: the run closes the last picture of a file when it ends, also when it was handed out.
    this.#kept.set(number, sample.clone());
    sample.close();
    while (this.#kept.size > this.#capacity) {
      let farthest = number;
      for (const held of this.#kept.keys()) if (Math.abs(held - this.#last) > Math.abs(farthest - this.#last)) farthest = held;
      this.#kept.get(farthest)?.close();
      this.#kept.delete(farthest);
    }
  }

  async #endRun(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    await run?.return();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    void this.#turn.then(async () => {
      await this.#endRun();
      for (const sample of this.#kept.values()) sample.close();
      this.#kept.clear();
      this.#input.dispose();
    });
  }
}

/** The parts of TRUTH.json that the tests hold against the files; docs/sample.md describes all of it. */
import type { FrameCodeLayout } from "../../scripts/sample/frame-code.ts";

export type Place = readonly [number, number, number];

export interface Segment {
  readonly source: string;
  readonly copyFromS: number;
  readonly copyToS: number;
  readonly sourceFromS: number;
  readonly sourceToS: number;
}

export interface RecordingTruth {
  readonly file: string;
  readonly codec: string;
  readonly storedWidth: number;
  readonly storedHeight: number;
  readonly displayedWidth: number;
  readonly displayedHeight: number;
  readonly rotationDeg: number;
  readonly firstFrameNumber: number;
  readonly frameCount: number;
  readonly containerStartS: number;
  readonly frameTimesS: readonly number[];
  readonly frameCode: FrameCodeLayout;
  readonly clock: { readonly says: string };
}

export interface CameraTruth extends RecordingTruth {
  readonly id: string;
  readonly position: Place;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly hfovDeg: number;
  readonly startEventS: number;
  readonly startUtc: string;
  readonly durationS: number;
  readonly sound: {
    readonly arrivals: readonly {
      readonly impulse: string;
      readonly distanceM: number;
      readonly arrivalClipS: number;
      readonly containerS: number;
    }[];
    readonly announcements: readonly { readonly id: string; readonly startClipS: number }[];
  };
  readonly flash: { readonly frames: readonly number[] };
  readonly landmarks: readonly { readonly name: string; readonly xPx: number; readonly yPx: number }[];
}

export interface CopyTruth {
  readonly file: string;
  readonly madeFrom: readonly string[];
  readonly edits: readonly string[];
  readonly picture: readonly (Segment & { readonly camera: string; readonly frameCode: FrameCodeLayout | null })[];
  readonly sound: readonly Segment[];
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly frameTimesS: readonly number[];
}

export interface ClaimTruth {
  readonly quote: string;
  readonly verdict: string;
}

export interface ArticleTruth {
  readonly file: string;
  readonly title: string;
  readonly author: string;
  readonly published: string;
  readonly derivedFrom: readonly string[];
  readonly pictures: readonly { readonly path: string; readonly still: string; readonly caption: string; readonly trap: string | null }[];
  readonly claims: readonly ClaimTruth[];
}

export interface PostTruth {
  readonly id: number;
  readonly utc: string;
  readonly editedUtc?: string;
  readonly forwardedFrom: string | null;
  readonly held: readonly {
    readonly export: string;
    readonly media: readonly { readonly path: string; readonly sameBytesAs: string | null }[];
  }[];
  readonly claims: readonly ClaimTruth[];
}

export interface Truth {
  readonly handedIn: readonly { readonly file: string; readonly format: string; readonly traps: readonly string[] }[];
  readonly format: string;
  readonly place: { readonly town: string; readonly otherTownDistrict: string; readonly latDeg: number; readonly lonDeg: number };
  readonly event: {
    readonly zeroUtc: string;
    readonly sun: { readonly azimuthDeg: number; readonly elevationDeg: number };
    readonly shadowBearingDeg: number;
    readonly speedOfSoundMS: number;
    readonly flash: { readonly timeS: number };
    readonly impulses: readonly { readonly id: string; readonly timeS: number; readonly position: Place }[];
    readonly landmarks: readonly { readonly name: string; readonly position: Place }[];
  };
  readonly cameras: readonly CameraTruth[];
  readonly sync: {
    readonly pairs: readonly {
      readonly from: string;
      readonly to: string;
      readonly offsetS: number;
      readonly bySound: readonly { readonly impulse: string; readonly offsetS: number }[];
    }[];
  };
  readonly stepping: readonly RecordingTruth[];
  readonly copies: readonly CopyTruth[];
  readonly telegram: {
    readonly exports: readonly {
      readonly folder: string;
      readonly unixTime: boolean;
      readonly exporterUtcOffsetH: number;
      readonly channels: number;
    }[];
    readonly channels: readonly { readonly id: number; readonly name: string; readonly posts: readonly PostTruth[] }[];
  };
  readonly articles: readonly ArticleTruth[];
  readonly stills: readonly { readonly id: string; readonly shows: string }[];
}

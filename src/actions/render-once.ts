/** Renders a file of an edition, unless exactly the same was rendered before and is still there, byte for byte. */
import type { KeptMedia, KeptRendering, KeptRenderings, KeptStill } from "../core/edition/kept-rendering.port.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { Covered, Redactor, RenderControl, RenderRequest, StillRequest } from "../core/redaction/redactor.port.ts";

export interface RenderOncePorts {
  readonly redactor: Redactor;
  readonly renderings: KeptRenderings;
  /** Versions of all that renders: with another one it is rendered anew. */
  readonly rendersWith: () => string;
}

/** Undefined when it was stopped. Throws what the redactor does, and CaseError DISK_FULL. */
export async function renderMediaOnce(
  ports: RenderOncePorts,
  object: Digest,
  asked: RenderRequest,
  control: RenderControl,
): Promise<KeptMedia | undefined> {
  const { kind, marks, excerpt } = asked;
  return once(ports, object, { what: "media", kind, marks, excerpt }, asked.out, async (): Promise<KeptMedia | undefined> => {
    const made = await ports.redactor.renderMedia(asked, control);
    return (
      made && {
        what: "media",
        frames: made.frames,
        framesOfOriginal: made.framesOfOriginal,
        covered: lying(made.covered),
        startS: made.startS,
        program: made.program,
      }
    );
  });
}

/** As `renderMediaOnce`. */
export async function renderStillOnce(
  ports: RenderOncePorts,
  object: Digest,
  asked: StillRequest,
  control: RenderControl,
): Promise<KeptStill | undefined> {
  const { atS, marks, widest } = asked;
  return once(ports, object, { what: "still", atS, marks, widest }, asked.out, async (): Promise<KeptStill | undefined> => {
    const made = await ports.redactor.renderStill(asked, control);
    return (
      made && { what: "still", covered: lying(made.covered), width: made.width, height: made.height, atS: made.atS, program: made.program }
    );
  });
}

function lying(covered: readonly Covered[]): number {
  return covered.filter(({ frames, soundS }) => frames > 0 || soundS > 0).length;
}

async function once<M extends KeptRendering>(
  { renderings, rendersWith }: RenderOncePorts,
  object: Digest,
  asked: { readonly what: M["what"]; readonly [name: string]: unknown },
  out: string,
  render: () => Promise<M | undefined>,
): Promise<M | undefined> {
  const request = { v: 1, object, with: rendersWith(), ...asked } as Json;
  const kept = await renderings.take(object, request, out);
  if (kept?.what === asked.what) return kept as M;
  const made = await render();
  if (made !== undefined) await renderings.keep(object, request, out, made);
  return made;
}

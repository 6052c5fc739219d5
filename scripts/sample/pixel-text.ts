/**
 * Capital letters drawn as pixels. Labels must look the same on every machine, and a bare
 * machine has no fonts.
 */

/** Five columns per sign, lowest bit at the top, seven rows. */
const GLYPHS: Readonly<Record<string, string>> = {
  " ": "0000000000",
  "-": "0808080808",
  ".": "0060600000",
  ":": "0036360000",
  "0": "3e5149453e",
  "1": "00427f4000",
  "2": "4261514946",
  "3": "2141454b31",
  "4": "1814127f10",
  "5": "2745454539",
  "6": "3c4a494930",
  "7": "0171090503",
  "8": "3649494936",
  "9": "064949291e",
  A: "7e1111117e",
  B: "7f49494936",
  C: "3e41414122",
  D: "7f4141221c",
  E: "7f49494941",
  F: "7f09090901",
  G: "3e4149497a",
  H: "7f0808087f",
  I: "00417f4100",
  J: "2040413f01",
  K: "7f08142241",
  L: "7f40404040",
  M: "7f020c027f",
  N: "7f0408107f",
  O: "3e4141413e",
  P: "7f09090906",
  Q: "3e4151215e",
  R: "7f09192946",
  S: "4649494931",
  T: "01017f0101",
  U: "3f4040403f",
  V: "1f2040201f",
  W: "3f4038403f",
  X: "6314081463",
  Y: "0708700807",
  Z: "6151494543",
};

/** An RGB picture, three bytes per pixel, rows without gaps. */
export interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export type Ink = readonly [number, number, number];

export function fillBox(picture: Rgb, x: number, y: number, width: number, height: number, ink: Ink): void {
  for (let row = Math.max(0, y); row < Math.min(picture.height, y + height); row++) {
    for (let column = Math.max(0, x); column < Math.min(picture.width, x + width); column++) {
      picture.data.set(ink, (row * picture.width + column) * 3);
    }
  }
}

export const textWidth = (text: string, scale: number) => (text.length * 6 - 1) * scale;

/** Throws on a sign that has no glyph. */
export function drawText(picture: Rgb, text: string, x: number, y: number, scale: number, ink: Ink): void {
  [...text].forEach((sign, i) => {
    const glyph = GLYPHS[sign];
    if (!glyph) throw new Error(`no pixels for the sign "${sign}" of the label "${text}"`);
    for (let column = 0; column < 5; column++) {
      const bits = parseInt(glyph.slice(column * 2, column * 2 + 2), 16);
      for (let row = 0; row < 7; row++) {
        if ((bits >> row) & 1) fillBox(picture, x + (i * 6 + column) * scale, y + row * scale, scale, scale, ink);
      }
    }
  });
}

/** White text on a dark plate, so that it reads on any picture. */
export function drawPlate(picture: Rgb, text: string, x: number, y: number, scale: number): void {
  fillBox(picture, x, y, textWidth(text, scale) + 4 * scale, 11 * scale, [18, 20, 24]);
  drawText(picture, text, x + 2 * scale, y + 2 * scale, scale, [250, 250, 246]);
}

/** Makes a segment of texts, all of it in memory: some 60 MB for the largest. */
import { wordsFor } from "./bits.ts";
import { eachTerm } from "./runs.ts";
import { classAt, word as wordClass } from "./characters.ts";
import { compareTexts, letterTerm, type Segment, type TextRow, textsInSegment, textSorts } from "./segment.ts";

/** Of all texts together. In 65,536 posts of some 30 words there are 4 million. */
const termsInSegment = 8_000_000;

export class SegmentBuilder {
  private readonly rows: Omit<TextRow, "text">[] = [];
  private readonly terms = new Map<string, number>();
  /** Terms of the letters of each word, one word after the other; and by term where its letters end. */
  private readonly letters = new Grown(1 << 14);
  private readonly lettersEnd = new Grown(1 << 12);
  private readonly lastRowOf = new Grown(1 << 12);
  private readonly counts = new Grown(1 << 12);
  /** Terms of each row, one row after the other. */
  private readonly rowTerms = new Grown(1 << 16);
  private readonly rowEnds: number[] = [];

  get size(): number {
    return this.rows.length;
  }

  /** As many texts, or as many terms in them, as one segment takes: long texts make a smaller one. */
  get isFull(): boolean {
    return this.rows.length >= textsInSegment || this.rowTerms.length >= termsInSegment;
  }

  /** In the order of their ids. */
  add({ text, ...row }: TextRow): void {
    if (this.rows.length >= textsInSegment) throw new RangeError(`segment: expected at most ${textsInSegment} texts; found one more`);
    const mark = this.rows.push(row);
    eachTerm(text, (term) => {
      const known = this.terms.get(term);
      const id = known ?? this.addTerm(term);
      if (this.lastRowOf.at(id) === mark) return;
      this.take(id, mark);
      const end = this.lettersEnd.at(id);
      for (let i = id === 0 ? 0 : this.lettersEnd.at(id - 1); i < end; i++) {
        const letter = this.letters.at(i);
        if (this.lastRowOf.at(letter) !== mark) this.take(letter, mark);
      }
    });
    this.rowEnds.push(this.rowTerms.length);
  }

  private take(id: number, mark: number): void {
    this.lastRowOf.set(id, mark);
    this.counts.set(id, this.counts.at(id) + 1);
    this.rowTerms.push(id);
  }

  /** Letters first, so that the letters of a word end where the word's own number says. */
  private addTerm(term: string): number {
    const letters = classAt(term, 0) === wordClass ? [...new Set(term)].map((letter) => this.letterTerm(letter)) : [];
    for (const letter of letters) this.letters.push(letter);
    return this.newTerm(term);
  }

  private letterTerm(letter: string): number {
    const term = letterTerm(letter);
    return this.terms.get(term) ?? this.newTerm(term);
  }

  private newTerm(term: string): number {
    const id = this.terms.size;
    this.terms.set(term, id);
    this.lastRowOf.push(0);
    this.counts.push(0);
    this.lettersEnd.push(this.letters.length);
    return id;
  }

  finish(): Segment & { readonly allLists: Uint32Array } {
    const { rows } = this;
    const order = rows.map(({ id, sort, time }, row) => ({ row, id, time, sort: textSorts.indexOf(sort) })).sort(compareTexts);
    const sorted = [...this.terms.keys()].sort();
    const bitWords = wordsFor(rows.length);
    const termStarts = new Uint32Array(sorted.length + 1);
    const listStarts = new Uint32Array(sorted.length + 1);
    /** Next 16-bit place of each term's list; for those kept as bits, their word, below 0. */
    const next = new Int32Array(sorted.length);
    for (const [place, term] of sorted.entries()) {
      const id = this.terms.get(term) as number;
      const short = (this.counts.at(id) + 1) >>> 1;
      const begin = listStarts[place] as number;
      termStarts[place + 1] = (termStarts[place] as number) + term.length + 1;
      listStarts[place + 1] = begin + Math.min(short, bitWords);
      next[id] = short >= bitWords ? -1 - begin : begin * 2;
    }
    const allLists = new Uint32Array(listStarts[sorted.length] as number);
    const halves = new Uint16Array(allLists.buffer);
    for (const [at, { row }] of order.entries()) {
      const end = this.rowEnds[row] as number;
      for (let i = row === 0 ? 0 : (this.rowEnds[row - 1] as number); i < end; i++) {
        const id = this.rowTerms.at(i);
        const place = next[id] as number;
        if (place < 0) (allLists[-1 - place + (at >>> 5)] as number) |= 1 << (at & 31);
        else {
          halves[place] = at;
          // An odd list ends with its last number twice.
          if ((place & 1) === 0) halves[place + 1] = at;
          next[id] = place + 1;
        }
      }
    }
    return {
      ...columnsOf(order.map(({ row }) => rows[row] as Omit<TextRow, "text">)),
      count: rows.length,
      firstId: rows[0]?.id ?? 0,
      lastId: rows.at(-1)?.id ?? 0,
      vocabulary: sorted.length === 0 ? "" : `${sorted.join("\n")}\n`,
      termStarts,
      listStarts,
      allLists,
      lists: (from, to) => allLists.subarray(from, to),
    };
  }
}

function columnsOf(rows: readonly Omit<TextRow, "text">[]) {
  const numbers = new Map<string, number>();
  const channelNames: { item: number; channel: string }[] = [];
  const channels = Uint16Array.from(rows, ({ item, channel }) => {
    if (channel === undefined) return 0;
    const key = `${item} ${channel}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    // A segment of 65,536 posts in as many channels leaves the last of them without one.
    if (channelNames.length >= 0xffff) return 0;
    numbers.set(key, channelNames.push({ item, channel }));
    return channelNames.length;
  });
  const placed = rows.flatMap(({ place }, at) => (place === undefined ? [] : [{ at, place }]));
  return {
    ids: Uint32Array.from(rows, ({ id }) => id),
    items: Uint32Array.from(rows, ({ item }) => item),
    posts: Uint32Array.from(rows, ({ post }) => post),
    sorts: Uint8Array.from(rows, ({ sort }) => textSorts.indexOf(sort)),
    times: Float64Array.from(rows, ({ time }) => time),
    spans: Uint32Array.from(rows, ({ span }) => span),
    channels,
    channelNames,
    placed: Uint16Array.from(placed, ({ at }) => at),
    places: Float64Array.from(placed.flatMap(({ place }) => [place.lat, place.lon, place.radiusM])),
  };
}

/** A list of numbers in as little memory as a typed array takes. */
class Grown {
  length = 0;
  private values: Uint32Array;

  constructor(room: number) {
    this.values = new Uint32Array(room);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] as number;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }
}

/** What a segment file is called: the tables it was made of, and the first and last row in it. */

export interface SegmentName {
  readonly token: string;
  readonly firstId: number;
  readonly lastId: number;
}

export function segmentName(token: string, { firstId, lastId }: Omit<SegmentName, "token">): string {
  return `${token}-${firstId}-${lastId}.segment`;
}

export function parseSegmentName(name: string): SegmentName | undefined {
  const [, token, firstId, lastId] = /^([0-9a-f]{16})-(\d{1,10})-(\d{1,10})\.segment$/.exec(name) ?? [];
  return token === undefined ? undefined : { token, firstId: Number(firstId), lastId: Number(lastId) };
}

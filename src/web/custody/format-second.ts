/** A UTC instant of the ledger, to the second: "25 Nov 2026, 19:26:03 UTC". What is no instant stays as it stands. */
const toTheSecond = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZone: "UTC",
});

export function formatSecond(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : `${toTheSecond.format(time)} UTC`;
}

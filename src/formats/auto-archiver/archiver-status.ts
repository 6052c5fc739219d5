/** What auto-archiver writes into a row's status when it took nothing ("nothing archived", "wayback: no archiver could ..", "failed"). */

const nothing = /\bno archivers?\b|\b(?:nothing|not) archived\b|\bfail|\berror\b|\b(?:could|can) ?not\b|\bunable to\b/i;
/** Status shown beside the row's number. */
const mostShown = 120;

export function saysNothingArchived(status: string): boolean {
  return !/success/i.test(status) && nothing.test(status.slice(0, 1000));
}

export function statusOfRow(row: number, status: string): string {
  return `row ${row}: ${status.slice(0, mostShown).toWellFormed()}`;
}

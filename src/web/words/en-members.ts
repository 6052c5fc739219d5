/** Words for what came out of archives and e-mails. */
export const enMembers = {
  "members.title": { one: "{count} member", other: "{count} members" },
  "members.unpacked": { one: "{count} unpacked as an item of its own:", other: "{count} unpacked as items of their own:" },
  "members.left-out": { one: "{count} is known and not held.", other: "{count} are known and not held." },
  "members.none": "Nothing was unpacked. What the reader met stands under What we hold.",
  "members.not-held": "not held",
  "members.more": { one: "{count} more stands on the desk.", other: "{count} more stand on the desk." },
  "bench.prov.unpacked": "Came out of",
} as const;

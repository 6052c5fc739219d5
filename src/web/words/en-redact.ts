/** English words of the screen "Redaction". */
export const enRedact = {
  "redact.title": "Redaction",
} as const;

/** Words of the screen on which tiers of speech and of written words are made and reviewed. */
export const enSpeech = {
  "nav.speech": "Speech",
  "speech.title": "Speech and text",
} as const;

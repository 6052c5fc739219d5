/** English words of the screen "Subjects and scenes". */
export const enSubjects = {
  "nav.subjects": "Subjects",
  "subjects.title": "Subjects and scenes",
} as const;

import type { Language } from '../language.ts';

const officeNames: Record<string, Record<Language, string>> = {
  enrollment: { zh: '学籍与控辍保学', en: 'enrollment' },
  'special-education': { zh: '特殊教育', en: 'special education' },
  'student-aid': { zh: '学生资助', en: 'student aid' },
  'internet-plus': { zh: '互联网+教育', en: 'Internet Plus education' },
};

/** What a person calls the office behind a service; a service that is none of ours goes by its own name. */
export function officeName(service: string, language: Language): string {
  return officeNames[service]?.[language] ?? service;
}

import { type Office, offices } from '@bureau/codes';

export { type Office, offices };

/** Those that hear from enrollment what changed. */
export const subscribers = ['special-education', 'student-aid', 'internet-plus'] as const satisfies readonly Office[];

/** Those with a feed key: enrollment hears from special-education where a child is placed. */
export const feedReaders = [...subscribers, 'enrollment'] as const satisfies readonly Office[];

/** What the office's environment variables begin with: `STUDENT_AID_`. */
export function prefixOf(office: Office): string {
  return `${office.toUpperCase().replaceAll('-', '_')}_`;
}

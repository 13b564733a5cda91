/** The four offices, each with a service and a database of its own, in the order of their ports. */
export const offices = ['enrollment', 'special-education', 'student-aid', 'internet-plus'] as const;

export type Office = (typeof offices)[number];

/** Those that hear from enrollment what changed. */
export const subscribers = ['special-education', 'student-aid', 'internet-plus'] as const satisfies readonly Office[];

/** What the office's environment variables begin with: `STUDENT_AID_`. */
export function prefixOf(office: Office): string {
  return `${office.toUpperCase().replaceAll('-', '_')}_`;
}

/** The four offices of the bureau, each with a service and a database of its own, in the order of their ports. */
export const offices = ['enrollment', 'special-education', 'student-aid', 'internet-plus'] as const;

export type Office = (typeof offices)[number];

export const LESSON_KINDS = ['DELIVERY', 'FAMOUS_TEACHER', 'FAMOUS_SCHOOL'] as const;
/** Which of the three classrooms (三个课堂; 教科技〔2020〕3号). */
export type LessonKind = (typeof LESSON_KINDS)[number];

export const LESSON_MODES = ['SYNC', 'ASYNC'] as const;
/** How a lesson is received. */
export type LessonMode = (typeof LESSON_MODES)[number];

export const LESSON_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
/** What became of a planned lesson. */
export type LessonState = (typeof LESSON_STATES)[number];

export const PARTY_ROLES = ['LEAD', 'RECEIVER'] as const;
/** Which part a school has in a lesson. */
export type PartyRole = (typeof PARTY_ROLES)[number];

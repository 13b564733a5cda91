export const RESOURCE_KINDS = ['VIDEO', 'COURSEWARE', 'EXERCISE', 'LESSON_PLAN', 'EBOOK', 'OTHER'] as const;
/** What a resource is. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RESOURCE_SUITS = ['HOME_TAUGHT', 'SMALL_SCHOOL'] as const;
/** Whom a resource suits beside a class. */
export type ResourceSuit = (typeof RESOURCE_SUITS)[number];

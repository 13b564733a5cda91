export const PLATFORM_NAMES = ['NATIONAL', 'REGION'] as const;
/** Whose platform. */
export type PlatformName = (typeof PLATFORM_NAMES)[number];

export const PLATFORM_ROLES = ['TEACHER', 'LEARNER', 'PARENT'] as const;
/** As whom people are registered. */
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

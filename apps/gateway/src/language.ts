export type Language = 'zh' | 'en';

/** Messages are Chinese unless the caller's first preference is English. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  return acceptLanguage !== undefined && /^\s*en\b/i.test(acceptLanguage) ? 'en' : 'zh';
}

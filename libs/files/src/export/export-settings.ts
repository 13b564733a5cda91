import { setting, wholeNumber, z } from '@bureau/settings';

/** What a county may decide about exports (domain J, privacy). An office adds them to its catalogue. */
export const exportSettings = {
  'privacy.exportLeaderThreshold': setting({
    schema: wholeNumber(0, 1_000_000),
    fallback: 500,
    meaning: 'Rows of an export above which the deputy director must approve it (导出审批行数).',
    source: 'docs/rules/privacy.md#exports',
  }),
  'privacy.exportLeaderForH': setting({
    schema: z.boolean(),
    fallback: true,
    meaning: 'Whether an export with fields of class H needs the approval, however few its rows.',
    source: 'docs/rules/privacy.md#exports',
  }),
  'privacy.exportApprovalDays': setting({
    schema: wholeNumber(1, 90),
    fallback: 7,
    meaning: 'Days for which an approval of an export holds.',
    source: 'docs/rules/privacy.md#exports',
  }),
  'privacy.exportLinkHours': setting({
    schema: wholeNumber(1, 168),
    fallback: 24,
    meaning: 'Hours for which the one link to an approved export holds.',
    source: 'docs/rules/privacy.md#exports',
  }),
};

import { dayOfYear, setting, z } from '@bureau/settings';

export const externalPlacementSettings = {
  'externalPlacement.confirmBy': setting({
    schema: z.object({ AUTUMN: dayOfYear, SPRING: dayOfYear }),
    fallback: { AUTUMN: '09-30', SPRING: '03-15' },
    meaning: 'The day of each term by which a placement outside the county is confirmed (县外就读确认截止日).',
    source: 'docs/rules/special-education.md#external-placement',
  }),
};

import { dayOfYear, setting, wholeNumber, z } from '@bureau/settings';

const TRANSFERS = 'docs/rules/enrollment.md#transfers';

/** One step of a transfer's way: who takes it, on which side, in how many working days. */
const step = z.object({
  code: z.enum([
    'IN_SCHOOL_ACCEPT',
    'IN_AUTHORITY_APPROVE',
    'OUT_SCHOOL_RELEASE',
    'OUT_AUTHORITY_RELEASE',
    'FILE_MOVE',
    'ARRIVAL',
  ]),
  /** `OUTSIDE`: another county's; the county's own office records it. */
  side: z.enum(['IN_SCHOOL', 'OUT_SCHOOL', 'COUNTY', 'OUTSIDE']),
  workingDays: wholeNumber(1, 60),
});
export type RouteStep = z.infer<typeof step>;
const route = z
  .array(step)
  .min(2)
  .max(10)
  .refine((steps) => steps.filter(({ code }) => code === 'FILE_MOVE').length === 1, 'a route moves the file once')
  .refine(
    (steps) => steps.findIndex(({ code }) => code === 'ARRIVAL') < 0 || steps.at(-1)?.code === 'ARRIVAL',
    'arrival is the last step',
  )
  .refine(
    (steps) => steps.every(({ code, side }) => code !== 'FILE_MOVE' || side === 'COUNTY'),
    'the county moves the file',
  );

const at = (code: RouteStep['code'], side: RouteStep['side']): RouteStep => ({ code, side, workingDays: 10 });
const OUT = [
  at('IN_SCHOOL_ACCEPT', 'OUTSIDE'),
  at('IN_AUTHORITY_APPROVE', 'OUTSIDE'),
  at('OUT_SCHOOL_RELEASE', 'OUT_SCHOOL'),
  at('OUT_AUTHORITY_RELEASE', 'COUNTY'),
  at('FILE_MOVE', 'COUNTY'),
];
const IN = [
  at('IN_SCHOOL_ACCEPT', 'IN_SCHOOL'),
  at('IN_AUTHORITY_APPROVE', 'COUNTY'),
  at('OUT_SCHOOL_RELEASE', 'OUTSIDE'),
  at('OUT_AUTHORITY_RELEASE', 'OUTSIDE'),
  at('FILE_MOVE', 'COUNTY'),
  at('ARRIVAL', 'IN_SCHOOL'),
];

/** How transfers go (domain A6): the way of each kind is data. */
export const transferSettings = {
  'transfer.routes': setting({
    schema: z.object({
      WITHIN_COUNTY: route,
      ACROSS_COUNTIES_OUT: route,
      ACROSS_COUNTIES_IN: route,
      ACROSS_PROVINCES_OUT: route,
      ACROSS_PROVINCES_IN: route,
    }),
    fallback: {
      WITHIN_COUNTY: [
        at('IN_SCHOOL_ACCEPT', 'IN_SCHOOL'),
        at('OUT_SCHOOL_RELEASE', 'OUT_SCHOOL'),
        at('IN_AUTHORITY_APPROVE', 'COUNTY'),
        at('FILE_MOVE', 'COUNTY'),
        at('ARRIVAL', 'IN_SCHOOL'),
      ],
      ACROSS_COUNTIES_OUT: OUT,
      ACROSS_COUNTIES_IN: IN,
      ACROSS_PROVINCES_OUT: OUT,
      ACROSS_PROVINCES_IN: IN,
    },
    meaning: 'The steps of each kind of transfer: their order, who takes them, in how many working days (转学步骤).',
    source: TRANSFERS,
  }),
  'transfer.windows': setting({
    schema: z.array(z.object({ from: dayOfYear, to: dayOfYear })).max(6),
    fallback: [
      { from: '08-01', to: '08-25' },
      { from: '02-15', to: '03-15' },
    ],
    meaning: 'The days of the year on which a transfer may be asked for (转学办理时间); none: all year.',
    source: TRANSFERS,
  }),
  'transfer.blockedGrades': setting({
    schema: z.array(
      z.object({ stage: z.enum(['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY']), grade: wholeNumber(1, 6) }),
    ),
    fallback: [
      { stage: 'PRIMARY' as const, grade: 6 },
      { stage: 'JUNIOR_SECONDARY' as const, grade: 3 },
    ],
    meaning: 'Grades from which nobody transfers within the county (毕业年级不办理转学).',
    source: TRANSFERS,
  }),
};

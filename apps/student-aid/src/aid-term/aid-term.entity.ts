import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** What the county sets for a term of aid (资助学期安排). */
export interface AidTerm {
  countyCode: string;
  schoolYear: number;
  season: Season;
  startsOn: string;
  /** The last day of the term. */
  endsOn: string;
  /** 名单锁定日: who is on a roll of the county on this day is in scope. */
  freezeOn: string;
  /** 发放截止日. */
  payBy: string;
  /** The document that set the days (文号). */
  basisDocument: string;
  /** 学期结账日: what was open is compared no more; null while the term is open. */
  closedOn: string | null;
}

export const AidTermEntity = new EntitySchema<AidTerm>({
  name: 'AidTerm',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_term_pkey' },
    schoolYear: { type: 'smallint', primary: true, primaryKeyConstraintName: 'aid_term_pkey' },
    season: { type: 'text', primary: true, primaryKeyConstraintName: 'aid_term_pkey' },
    startsOn: { type: 'date' },
    endsOn: { type: 'date' },
    freezeOn: { type: 'date' },
    payBy: { type: 'date' },
    basisDocument: { type: 'text' },
    closedOn: { type: 'date', nullable: true },
  },
  checks: [
    { name: 'aid_term_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
    {
      name: 'aid_term_days_check',
      expression: `starts_on <= freeze_on AND freeze_on <= ends_on AND freeze_on <= pay_by`,
    },
  ],
});

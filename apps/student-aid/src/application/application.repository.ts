import type { Term } from '@bureau/calendar';
import type { Reader } from '@bureau/subgraph';
import type { SelectQueryBuilder } from 'typeorm';
import type { ReviewCriteria } from '../review/review.repository.ts';
import type { AidApplication } from './aid-application.entity.ts';

export interface ApplicationCriteria extends ReviewCriteria {
  terms?: readonly Term[] | null;
  programmeCodes?: readonly string[] | null;
}

/** Keeps the applications for the programmes and terms asked for. */
export function whereAsked(
  query: SelectQueryBuilder<AidApplication>,
  { terms, programmeCodes }: ApplicationCriteria,
): SelectQueryBuilder<AidApplication> {
  if (programmeCodes) query.andWhere('row.programmeCode = ANY(:programmeCodes)', { programmeCodes });
  if (!terms) return query;
  const [years, seasons] = [terms.map(({ schoolYear }) => schoolYear), terms.map(({ season }) => season)];
  return query.andWhere(
    '(row.schoolYear, row.season) IN (SELECT * FROM unnest(CAST(:years AS integer[]), CAST(:seasons AS text[])))',
    { years, seasons },
  );
}

/** What a child has claimed or given up of a programme in a term. */
export interface Claim {
  studentId: string;
  applicationId: string | null;
  waivedOn: string | null;
}

export class ApplicationRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async claimsOf(
    countyCode: string,
    { programme, term }: { programme: string; term: Term },
    studentIds: string[],
  ): Promise<Map<string, Claim>> {
    const rows = await this.#reader.read((manager) =>
      manager.query<Claim[]>(
        `SELECT child AS "studentId", application.id AS "applicationId", waiver.declared_on::text AS "waivedOn"
         FROM unnest($5::uuid[]) AS child
         LEFT JOIN aid_application application ON application.county_code = $1 AND application.student_id = child
           AND application.programme_code = $2 AND application.school_year = $3 AND application.season = $4
           AND application.state <> ALL ('{REJECTED,WITHDRAWN}')
         LEFT JOIN waiver_declaration waiver ON waiver.county_code = $1 AND waiver.student_id = child
           AND waiver.programme_code = $2 AND waiver.school_year = $3 AND waiver.season = $4`,
        [countyCode, programme, term.schoolYear, term.season, studentIds],
      ),
    );
    return new Map(rows.map((row) => [row.studentId, row]));
  }
}

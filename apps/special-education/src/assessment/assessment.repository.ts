import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import type { RequestState } from '../assessment-request/assessment-request.rules.ts';
import { type Assessment, AssessmentEntity } from './assessment.entity.ts';

/** An assessment that an expert is called to. */
export interface Assignment {
  id: string;
  childName: string;
  bornOn: string;
  state: RequestState;
  version: number;
}

export class AssessmentRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfRequests(countyCode: string, requestIds: string[]): Promise<Assessment[]> {
    return this.#reader.read((manager) => manager.findBy(AssessmentEntity, { countyCode, requestId: Any(requestIds) }));
  }

  /** The requests that the expert is a committee member of, latest first. */
  listAssignments(countyCode: string, subject: string): Promise<Assignment[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT request.id, child.name AS "childName", child.born_on::text AS "bornOn", request.state, request.version
         FROM committee_member member
         JOIN assessment_request request ON request.county_code = member.county_code AND request.id = member.request_id
         JOIN disabled_child child ON child.county_code = request.county_code AND child.id = request.child_id
         WHERE member.county_code = $1 AND member.subject = $2
         ORDER BY request.requested_on DESC, request.id`,
        [countyCode, subject],
      ),
    );
  }
}

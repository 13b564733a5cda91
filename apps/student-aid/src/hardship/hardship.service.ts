import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { HardshipLevel } from '../programme/hardship-level.rules.ts';
import { REVIEW_ORDERS, type ReviewGroup, ReviewRepository } from '../review/review.repository.ts';
import type { Transaction } from '../workflow/workflow.repository.ts';
import { type HardshipRecognition, HardshipRecognitionEntity } from './hardship-recognition.entity.ts';
import { HardshipRepository, type HardshipCriteria } from './hardship.repository.ts';
import { levelIn } from './hardship.rules.ts';

export type HardshipConnection = Connection<HardshipRecognition>;

export class HardshipService {
  readonly #request: RequestContext;
  readonly #repository: HardshipRepository;
  readonly #rows: ReviewRepository<HardshipRecognition>;
  readonly #byId;
  readonly #adjustments;
  readonly #ofStudent;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const rows = new ReviewRepository(request.session, HardshipRecognitionEntity);
    this.#request = request;
    this.#rows = rows;
    this.#repository = new HardshipRepository(request.session);
    const repository = this.#repository;
    this.#byId = oneByKey(
      (ids) => rows.listByIds(county, ids),
      (row) => row.id,
    );
    this.#ofStudent = manyByKey(
      (ids) => rows.listOfStudents(county, ids),
      (row) => row.studentId,
    );
    this.#adjustments = manyByKey(
      (ids) => repository.listAdjustments(county, ids),
      (adjustment) => adjustment.recognitionId,
    );
  }

  forget(): void {
    this.#byId.clearAll();
    this.#ofStudent.clearAll();
    this.#adjustments.clearAll();
  }

  async findByGlobalId(globalId: string): Promise<HardshipRecognition | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  /** Those of the ids that the caller may see. */
  async listByIds(ids: readonly string[]): Promise<HardshipRecognition[]> {
    return (await Promise.all(ids.map((id) => this.#byId.load(id)))).flatMap((row) => row ?? []);
  }

  listOfStudent(studentId: string): Promise<HardshipRecognition[]> {
    return this.#ofStudent.load(studentId);
  }

  /** The level in a term; null when the hardship had ended by then. */
  async levelIn(recognition: HardshipRecognition, season: 'AUTUMN' | 'SPRING'): Promise<HardshipLevel | null> {
    return levelIn(recognition.level, await this.#adjustments.load(recognition.id), season);
  }

  list(criteria: HardshipCriteria, order: keyof typeof REVIEW_ORDERS, page: PageArguments): HardshipConnection {
    const { session } = this.#request;
    return new Connection({ reader: session, order: REVIEW_ORDERS[order], page, rows: this.#matching(criteria) });
  }

  countGroups(criteria: HardshipCriteria, property: string): Promise<ReviewGroup[]> {
    return this.#rows.countGroups(this.#matching(criteria), [criteria], property);
  }

  #matching(criteria: HardshipCriteria) {
    const rows = this.#rows.matching(this.#request.actor.scope.county, criteria);
    return (manager: Transaction) => {
      const query = rows(manager);
      return criteria.levels ? query.andWhere('row.level = ANY(:levels)', { levels: criteria.levels }) : query;
    };
  }
}

import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { ActService } from '../act/act.service.ts';
import type { AssessmentRequest } from './assessment-request.entity.ts';
import {
  ASSESSMENT_REQUEST_ORDERS,
  type AssessmentRequestCriteria,
  type AssessmentRequestGrouping,
  AssessmentRequestRepository,
  type Group,
} from './assessment-request.repository.ts';
import { possibleActs } from './assessment-request.rules.ts';
import type { RequestStepService } from './request-step.service.ts';

export type AssessmentRequestConnection = Connection<AssessmentRequest>;

export class AssessmentRequestService {
  readonly #acts: ActService;
  readonly #session: RequestContext['session'];
  readonly #steps: RequestStepService;
  readonly #repository: AssessmentRequestRepository;
  readonly #byId;
  readonly #ofChild;
  readonly #stepsOf;
  readonly #membersOf;

  constructor({ session }: RequestContext, acts: ActService, steps: RequestStepService) {
    const repository = new AssessmentRequestRepository(session);
    const { county } = acts;
    this.#acts = acts;
    this.#session = session;
    this.#steps = steps;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      ({ id }) => id,
    );
    this.#ofChild = manyByKey(
      (ids) => repository.listOfChildren(county, ids),
      ({ childId }) => childId,
    );
    this.#stepsOf = manyByKey(
      (ids) => repository.listSteps(county, ids),
      ({ requestId }) => requestId,
    );
    this.#membersOf = manyByKey(
      (ids) => repository.listMembers(county, ids),
      ({ requestId }) => requestId,
    );
    acts.forgets(this.#byId, this.#ofChild, this.#stepsOf, this.#membersOf);
  }

  find = (id: string) => this.#byId.load(id);
  listOfChild = (childId: string) => this.#ofChild.load(childId);
  listSteps = (requestId: string) => this.#stepsOf.load(requestId);
  listMembers = (requestId: string) => this.#membersOf.load(requestId);

  async findByGlobalId(globalId: string): Promise<AssessmentRequest | null> {
    const id = idInCounty(globalId, this.#acts.county, 'id');
    return id ? this.find(id) : null;
  }

  /** What the caller may do with a request now. */
  actsOn = ({ state }: AssessmentRequest) => possibleActs(state, this.#steps.parties);

  isOverdue = ({ dueOn }: AssessmentRequest) => dueOn !== null && dueOn < this.#acts.today;

  list(
    criteria: AssessmentRequestCriteria,
    order: keyof typeof ASSESSMENT_REQUEST_ORDERS,
    page: PageArguments,
  ): AssessmentRequestConnection {
    const rows = this.#repository.matching(this.#acts.county, criteria);
    return new Connection({ reader: this.#session, order: ASSESSMENT_REQUEST_ORDERS[order], page, rows });
  }

  countGroups(criteria: AssessmentRequestCriteria, grouping: AssessmentRequestGrouping): Promise<Group[]> {
    return this.#repository.countGroups(this.#acts.county, criteria, grouping);
  }
}

import { schoolYearOf } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import { idInCounty, idsInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { SchoolMentionRepository } from '../school/school-mention.repository.ts';
import { sendingDueOn } from './handover-calendar.rules.ts';
import type { HandoverItem } from './handover-item.entity.ts';
import { HandoverItemRepository } from './handover-item.repository.ts';
import type { Handover } from './handover.entity.ts';
import { HandoverRepository, type SpecialLeaver } from './handover.repository.ts';
import type { HandoverKind } from './handover.rules.ts';
import { handoverSettings } from './handover.settings.ts';

export interface PreparationInput {
  kind: HandoverKind;
  fromSchool: string;
  classes?: readonly string[] | null;
  students?: readonly string[] | null;
  idempotencyKey?: string | null;
}

export type PreparationRefusal = { kind: 'HandoverSenderUnknown' } | { kind: 'HandoverChildrenUnnamed' };

export interface Preparation {
  handoverId: string | null;
  refusals: PreparationRefusal[];
}

/** Kinds for which the children leaving follow from the roll; for the others they are named. */
const LEAVING_BY_KIND: readonly HandoverKind[] = ['STAGE_TRANSITION', 'UPPER_TRANSITION', 'MERGER'];
const PRIMARY_YEARS = 6;
const JUNIOR_YEARS = 3;

export class HandoverPreparationService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  /** Lists the special children who leave a school, each in an item of a new packet. */
  prepare(input: PreparationInput): Promise<Preparation> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const fromSchoolId = idInCounty(input.fromSchool, county, 'input.fromSchool');
    const isNamed = input.classes != null || input.students != null || LEAVING_BY_KIND.includes(input.kind);
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'handoverPrepare', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const isOwn = actor.scope.school === undefined || actor.scope.school === fromSchoolId;
        const [sender] =
          fromSchoolId && isOwn ? await new SchoolMentionRepository(reader).list(county, [fromSchoolId]) : [];
        if (!sender) return { handoverId: null, refusals: [{ kind: 'HandoverSenderUnknown' }] };
        if (!isNamed) return { handoverId: null, refusals: [{ kind: 'HandoverChildrenUnnamed' }] };

        const packets = new HandoverRepository(reader);
        const children = await packets.listSpecialLeavers(county, this.#leaving(input, sender.id));
        const calendar = await settingsOn(reader, { county, day: this.#today, catalogue: handoverSettings });
        const schoolYear = schoolYearOf(this.#today);
        const dueOn = sendingDueOn({ kind: input.kind, schoolYear, today: this.#today }, calendar);
        const handover: Handover = {
          countyCode: county,
          id: newId(),
          kind: input.kind,
          fromSchoolId: sender.id,
          schoolYear,
          preparedOn: this.#today,
          dueOn,
        };
        await packets.insert(handover);
        const listed = children.filter(({ state }) => state === null).map((child) => itemOf(child, handover));
        await new HandoverItemRepository(reader).insertUnlessOpen(listed);
        return { handoverId: handover.id, refusals: [] };
      }),
    );
  }

  #leaving({ kind, classes, students }: PreparationInput, schoolId: string) {
    const { county } = this.#request.actor.scope;
    const year = schoolYearOf(this.#today);
    const graduating = {
      STAGE_TRANSITION: { stage: 'PRIMARY', entryYear: year - PRIMARY_YEARS + 1 },
      UPPER_TRANSITION: { stage: 'JUNIOR_SECONDARY', entryYear: year - JUNIOR_YEARS + 1 },
    };
    return {
      schoolId,
      classIds: classes ? idsInCounty(classes, county, 'input.classes') : null,
      studentIds: students ? idsInCounty(students, county, 'input.students') : null,
      graduating: kind === 'STAGE_TRANSITION' || kind === 'UPPER_TRANSITION' ? graduating[kind] : null,
    };
  }
}

function itemOf(
  child: SpecialLeaver,
  { countyCode, id: handoverId, kind, fromSchoolId, dueOn }: Handover,
): HandoverItem {
  const { studentId, name: studentName, classId: fromClassId, townshipCode, categories } = child;
  return {
    countyCode,
    id: newId(),
    handoverId,
    kind,
    studentId,
    studentName,
    fromSchoolId,
    fromClassId,
    townshipCode,
    toSchoolId: null,
    categories,
    summary: null,
    state: 'DRAFT',
    dueOn,
    sentOn: null,
    receivedOn: null,
    acknowledgedOn: null,
    arrivedOn: null,
    dropoutCaseId: null,
    version: 1,
  };
}

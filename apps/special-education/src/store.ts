import type { EntityManager } from 'typeorm';
import { type FeedEvent, type NewEvent, recordEvents } from '@bureau/events';
import { type Catalogue, settingsOn, workingCalendarOf } from '@bureau/settings';
import { type Reader, readerOf } from '@bureau/subgraph';
import { Table } from './act/table.repository.ts';
import { AssessmentRequestEntity } from './assessment-request/assessment-request.entity.ts';
import { AssessmentStepEntity } from './assessment-request/assessment-step.entity.ts';
import { AssessmentEntity } from './assessment/assessment.entity.ts';
import { CommitteeMemberEntity } from './assessment/committee-member.entity.ts';
import { CertificateRecordEntity } from './disabled-child/certificate-record.entity.ts';
import { DisabilityEntity } from './disabled-child/disability.entity.ts';
import { DisabledChildEntity } from './disabled-child/disabled-child.entity.ts';
import { DutyEntity } from './duty/duty.entity.ts';
import { DutyTransferEntity } from './duty/duty-transfer.entity.ts';
import { AutomaticEffectEntity } from './automatic-effect/automatic-effect.entity.ts';
import { ExternalConfirmationEntity } from './external-placement/external-confirmation.entity.ts';
import { UnplacedNoteEntity } from './unplaced-note/unplaced-note.entity.ts';
import { HomeTeachingPlanEntity } from './home-teaching/home-teaching-plan.entity.ts';
import { HomeTeachingSessionEntity } from './home-teaching/home-teaching-session.entity.ts';
import { PlacementDecisionEntity } from './placement-decision/placement-decision.entity.ts';
import { PlacementEntity } from './placement/placement.entity.ts';
import { SchoolRefusalEntity } from './school-refusal/school-refusal.entity.ts';

export type { FeedEvent };

/** Every table, on one connection, in one transaction. */
export class Store {
  readonly reader: Reader;
  readonly county: string;
  readonly #manager: EntityManager;
  readonly children;
  readonly disabilities;
  readonly certificateRecords;
  readonly requests;
  readonly steps;
  readonly committee;
  readonly assessments;
  readonly decisions;
  readonly placements;
  readonly schoolRefusals;
  readonly sessions;
  readonly teachingPlans;
  readonly unplacedNotes;
  readonly confirmations;
  readonly effects;
  readonly transfers;
  readonly duties;

  constructor(manager: EntityManager, county: string) {
    this.#manager = manager;
    this.county = county;
    this.reader = readerOf(manager);
    this.children = new Table(manager, DisabledChildEntity, county);
    this.disabilities = new Table(manager, DisabilityEntity, county);
    this.certificateRecords = new Table(manager, CertificateRecordEntity, county);
    this.requests = new Table(manager, AssessmentRequestEntity, county);
    this.steps = new Table(manager, AssessmentStepEntity, county);
    this.committee = new Table(manager, CommitteeMemberEntity, county);
    this.assessments = new Table(manager, AssessmentEntity, county);
    this.decisions = new Table(manager, PlacementDecisionEntity, county);
    this.placements = new Table(manager, PlacementEntity, county);
    this.duties = new Table(manager, DutyEntity, county);
    this.transfers = new Table(manager, DutyTransferEntity, county);
    this.effects = new Table(manager, AutomaticEffectEntity, county);
    this.confirmations = new Table(manager, ExternalConfirmationEntity, county);
    this.unplacedNotes = new Table(manager, UnplacedNoteEntity, county);
    this.teachingPlans = new Table(manager, HomeTeachingPlanEntity, county);
    this.sessions = new Table(manager, HomeTeachingSessionEntity, county);
    this.schoolRefusals = new Table(manager, SchoolRefusalEntity, county);
  }

  settingsOn<Settings extends Catalogue>(catalogue: Settings, day: string) {
    return settingsOn(this.reader, { county: this.county, day, catalogue });
  }

  workingCalendar() {
    return workingCalendarOf(this.reader, this.county);
  }

  tell(...events: NewEvent[]): Promise<void> {
    return recordEvents(this.#manager, events);
  }

  /** Whether the county has the school, open on a day. */
  async hasSchool(id: string, day: string): Promise<boolean> {
    const found: unknown[] = await this.#manager.query(
      `SELECT 1 FROM school_roster WHERE county_code = $1 AND id = $2 AND opens_on <= $3 AND (closes_on IS NULL OR closes_on > $3)`,
      [this.county, id, day],
    );
    return found.length > 0;
  }

  /** The same of a school out of the caller's reach: who hands a child over names a receiver that it does not see. */
  async hasSchoolAnywhere(id: string, day: string): Promise<boolean> {
    const setReach = (school: string) => this.#manager.query(`SELECT set_config('bureau.school', $1, true)`, [school]);
    const [own]: { school: string | null }[] = await this.#manager.query(
      `SELECT current_setting('bureau.school', true) AS school`,
    );
    await setReach('');
    const isThere = await this.hasSchool(id, day);
    await setReach(own?.school ?? '');
    return isThere;
  }

  async hasStudent(id: string): Promise<boolean> {
    const query = 'SELECT 1 FROM student_roster WHERE county_code = $1 AND id = $2';
    const found: unknown[] = await this.#manager.query(query, [this.county, id]);
    return found.length > 0;
  }
}

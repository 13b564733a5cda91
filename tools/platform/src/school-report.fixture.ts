import { type Ratio, ratio } from '@bureau/money';

/** Asks an office's database as the superuser, whom no row-level security binds. */
export type Ask = (database: string, sql: string) => Promise<Record<string, unknown>[]>;

/** The school with the most disabled children among those where aid was paid in the report's half year. */
export async function schoolOfEveryOffice(ask: Ask): Promise<{ id: string; code: string }> {
  const aided = await ask('student_aid', `SELECT DISTINCT school_id FROM payment WHERE ${PAID_THEN}`);
  const [most] = await ask(
    'special_education',
    `SELECT school_id AS id FROM disabled_child WHERE school_id IN (${aided.map(({ school_id }) => `'${String(school_id)}'`).join()})
     GROUP BY school_id ORDER BY count(*) DESC, school_id LIMIT 1`,
  );
  const [school] = await ask('enrollment', `SELECT id, code FROM school WHERE id = '${String(most?.['id'])}'`);
  return { id: String(school?.['id']), code: String(school?.['code']) };
}

/** The county's report as it must be for who sees this one school: each figure counted anew from the rows. */
export async function schoolReport(ask: Ask, school: string) {
  return {
    code: '640121',
    name: '永宁县',
    ...(await enrollmentFigures(ask, school)),
    specialEducation: await specialEducationFigures(ask, school),
    studentAid: await aidFigures(ask, school),
    internetPlus: await internetPlusFigures(ask, school),
  };
}

async function enrollmentFigures(ask: Ask, school: string) {
  const [dropoutControl] = await ask(
    'enrollment',
    `SELECT count(DISTINCT student_id)::int AS suspected,
       (count(DISTINCT student_id) FILTER (WHERE returned_on < '2025-01-01'))::int AS returned,
       (count(*) FILTER (WHERE stage NOT IN ('RETURNED', 'OTHER_RESOLVED', 'CLOSED')))::int AS open
     FROM dropout_case WHERE school_id = '${school}' AND extract(year FROM suspected_on) = 2024`,
  );
  const ofAge = (band: string) =>
    rate(
      ask,
      'enrollment',
      `SELECT (count(*) FILTER (WHERE whereabouts NOT IN ('SUSPENDED', 'NOT_ENROLLED')))::int AS numerator, count(*)::int AS denominator
       FROM child_of_age WHERE school_id = '${school}' AND school_year = 2024 AND age_band = '${band}'`,
    );
  const retentionRate = await rate(
    ask,
    'enrollment',
    `SELECT (count(*) FILTER (WHERE is_over AND ended_by IN ('GRADUATED', 'COMPLETED') OR NOT is_over AND roll_status IN ('ACTIVE', 'SUSPENDED')))::int AS numerator,
       (count(*) FILTER (WHERE NOT is_over OR ended_by NOT IN ('TRANSFERRED_OUT', 'ABROAD', 'DECEASED', 'CANCELLED')))::int AS denominator
     FROM (
       SELECT *, COALESCE(ended_on < '2025-09-01', false) AS is_over FROM school_spell
       WHERE school_id = '${school}' AND stage IN ('PRIMARY', 'JUNIOR_SECONDARY')
         AND daterange('2024-09-01', '2025-09-01') && daterange(started_on, ended_on)
     ) AS spell
     WHERE NOT is_over OR ended_by NOT IN ('STATUS_CHANGED', 'CLASS_CHANGED', 'TRANSFERRED_WITHIN_COUNTY')`,
  );
  return {
    dropoutControl,
    primary: await ofAge('PRIMARY'),
    juniorSecondary: await ofAge('JUNIOR_SECONDARY'),
    retentionRate,
  };
}

async function specialEducationFigures(ask: Ask, school: string) {
  const children = await ask(
    'special_education',
    `SELECT (SELECT kind FROM placement WHERE child_id = child.id AND started_on <= '2025-08-31'
         AND COALESCE(LEAST(ended_on, expires_on), 'infinity') > '2025-08-31') AS kind
     FROM disabled_child child
     WHERE school_id = '${school}' AND registered_on <= '2025-08-31'
       AND extract(year FROM age('2024-08-31', born_on)) BETWEEN 6 AND 16`,
  );
  const of = (...kinds: (string | null)[]) =>
    children.filter(({ kind }) => kinds.includes(kind as string | null)).length;
  const counts = {
    children: children.length - of('MOVED_OUT'),
    inclusiveClass: of('REGULAR_CLASS'),
    specialSchoolInCounty: of('SPECIAL_SCHOOL_COUNTY'),
    specialSchoolOutOfCounty: of('SPECIAL_SCHOOL_EXTERNAL'),
    homeTeaching: of('HOME_TEACHING'),
    unplaced: of(null),
  };
  const notEnrolled = of('DEFERRED', 'EXEMPT', 'COMPLETED', null);
  return { ...counts, enrollmentRate: ratio(counts.children - notEnrolled, counts.children) };
}

const PAID_THEN = `state = 'PAID' AND paid_on BETWEEN '2024-01-01' AND '2024-06-30'`;

async function aidFigures(ask: Ask, school: string) {
  const sums = `count(*)::int AS "personTimes", (sum(paid_fen) / 100)::numeric(14, 2)::text AS amount`;
  const [all] = await ask(
    'student_aid',
    `SELECT ${sums}, count(DISTINCT student_id)::int AS students FROM payment WHERE school_id = '${school}' AND ${PAID_THEN}`,
  );
  const programmes = await ask(
    'student_aid',
    `SELECT code, name, ${sums} FROM payment JOIN aid_programme ON code = programme_code
     WHERE school_id = '${school}' AND ${PAID_THEN} GROUP BY code, name ORDER BY code COLLATE "C"`,
  );
  return { ...all, byProgram: programmes.map(({ code, name, ...sum }) => ({ program: { code, name }, ...sum })) };
}

async function internetPlusFigures(ask: Ask, school: string) {
  const profile = `FROM school_digital_profile WHERE school_id = '${school}' AND school_year = 2024`;
  const [counts] = await ask(
    'internet_plus',
    `SELECT
       (SELECT count(*)::int FROM school_roster WHERE id = '${school}') AS schools,
       (SELECT count(DISTINCT school_id)::int FROM smart_campus_rating
        WHERE school_id = '${school}' AND daterange(awarded_on, LEAST(valid_until + 1, ended_on)) @> date '2025-08-31') AS "smartCampusSchools",
       (SELECT count(DISTINCT school_id)::int FROM platform_pilot
        WHERE school_id = '${school}' AND daterange(started_on, ended_on) @> date '2025-08-31') AS "platformPilotSchools"`,
  );
  const networkCoverage = await rate(
    ask,
    'internet_plus',
    `SELECT (count(*) FILTER (WHERE broadband_mbps > 0))::int AS numerator, 1 AS denominator ${profile}`,
  );
  const classroomCoverage = await rate(
    ask,
    'internet_plus',
    `SELECT COALESCE(sum(multimedia_classes), 0)::int AS numerator, COALESCE(sum(teaching_classes), 0)::int AS denominator ${profile}`,
  );
  return { ...counts, networkCoverage, classroomCoverage };
}

async function rate(ask: Ask, database: string, sql: string): Promise<Ratio> {
  const [{ numerator, denominator } = {}] = await ask(database, sql);
  return ratio(Number(numerator), Number(denominator));
}

/** The county report as bare SQL, by office: what the answer would take without services, gateway and GraphQL. */
export const REPORT_STATEMENTS: Record<string, string[]> = {
  enrollment: [
    `SELECT name FROM county WHERE county_code = '640121'`,
    `SELECT count(DISTINCT student_id), count(DISTINCT student_id) FILTER (WHERE returned_on <= '2024-12-31')
     FROM dropout_case WHERE county_code = '640121' AND suspected_on BETWEEN '2024-01-01' AND '2024-12-31'`,
    `SELECT age_band, whereabouts, count(*) FROM child_of_age
     WHERE county_code = '640121' AND school_year = 2024 GROUP BY age_band, whereabouts`,
    `SELECT count(*),
            count(*) FILTER (WHERE ended_on <= '2025-08-31' AND ended_by IN
              ('TRANSFERRED_OUT', 'TRANSFERRED_WITHIN_COUNTY', 'ABROAD', 'DECEASED', 'CANCELLED')),
            count(*) FILTER (WHERE CASE WHEN ended_on <= '2025-08-31'
                                        THEN ended_by IN ('GRADUATED', 'COMPLETED', 'STATUS_CHANGED', 'CLASS_CHANGED')
                                        ELSE roll_status IN ('ACTIVE', 'SUSPENDED') END)
     FROM school_spell AS spell
     WHERE county_code = '640121' AND stage IN ('PRIMARY', 'JUNIOR_SECONDARY') AND started_on <= '2025-08-31'
       AND (ended_on IS NULL OR ended_on > '2025-08-31' OR (ended_on > '2024-09-01' AND NOT EXISTS (
         SELECT FROM school_spell AS later
         WHERE later.county_code = '640121' AND later.student_id = spell.student_id
           AND later.stage IN ('PRIMARY', 'JUNIOR_SECONDARY')
           AND later.started_on >= spell.ended_on AND later.started_on <= '2025-08-31')))`,
  ],
  special_education: [
    `SELECT placement.kind, count(*)
     FROM disabled_child child
     LEFT JOIN placement ON placement.county_code = child.county_code AND placement.child_id = child.id
      AND placement.started_on <= '2025-08-31' AND (placement.ended_on IS NULL OR placement.ended_on > '2025-08-31')
     WHERE child.county_code = '640121' AND child.born_on BETWEEN '2007-09-01' AND '2018-08-31' GROUP BY placement.kind`,
  ],
  student_aid: [
    `SELECT award.programme_code, count(DISTINCT award.id), count(DISTINCT award.student_id), sum(payment.amount_fen)
     FROM payment JOIN aid_award award ON award.county_code = payment.county_code AND award.id = payment.award_id
     WHERE payment.county_code = '640121' AND payment.state = 'PAID' AND payment.paid_on BETWEEN '2024-01-01' AND '2024-06-30'
     GROUP BY ROLLUP (award.programme_code)`,
  ],
  internet_plus: [
    `SELECT count(*), count(*) FILTER (WHERE broadband_mbps > 0), sum(multimedia_classes), sum(teaching_classes)
     FROM school_digital_profile WHERE county_code = '640121' AND school_year = 2024`,
    `SELECT count(DISTINCT school_id) FROM smart_campus_rating WHERE county_code = '640121' AND awarded_on <= '2025-08-31'`,
    `SELECT count(DISTINCT school_id) FROM platform_pilot WHERE county_code = '640121' AND started_on <= '2025-08-31'`,
  ],
};

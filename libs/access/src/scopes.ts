/** Every permission there is. `@access` in a schema may name no other. */
export const SCOPES = [
  /** What the county publishes: divisions, schools, classes, aid programmes. */
  'county:read',
  /** Counts, sums and rates; row-level security decides over which rows. */
  'figures:read',
  /** Who a child is: name, school, class. For those whose work names children. */
  'students:identify',
  /** The roll: its lists and all it says of a child. */
  'students:read',
  /** The roll: to record what a school records by itself; to decide what takes the county. */
  'roll:write',
  'roll:decide',
  /** Transfers: to see them; to start one and take the steps that are one's own. */
  'transfers:read',
  'transfers:write',
  /** Verification of the roll: to see it; to look at children and correct; to sign for a school; to run the campaign. */
  'verification:read',
  'verification:write',
  'verification:sign',
  'verification:decide',
  /** Matching of lists: its queue and leftovers name children on no roll. */
  'matching:read',
  'matching:write',
  'dropout-cases:read',
  'dropout-cases:write',
  /** Packets on children who change schools, with what the next school must know (交接). */
  'handovers:read',
  'handovers:write',
  /** Leave out a step of a case's escalation, with a reason. */
  'dropout-cases:approve',
  /** 限期入学通知书, 处罚, 催告: issue, serve, revoke. */
  'legal-documents:write',
  /** The daily roll-call. */
  'attendance:read',
  'attendance:write',
  /** Terms and school days (校历). */
  'school-calendar:write',
  /** Who answers for whom (双线四包), and the letters that say so (责任书). */
  'responsibility:read',
  'responsibility:write',
  'home-visits:read',
  'home-visits:write',
  'monthly-reports:read',
  'monthly-reports:write',
  'indicators:freeze',
  /** Findings of the supervisors (督导) and what became of them. */
  'supervision:read',
  'supervision:write',
  /** What the county may decide for an office (县级参数): set it from a day on. */
  'enrollment-settings:write',
  'special-education-settings:write',
  'student-aid-settings:write',
  'internet-plus-settings:write',
  /** The ledger of children of compulsory-school age, enrolled or not (适龄儿童台账). */
  'children-of-age:read',
  /** The ledger of disabled children and their placements (残疾儿童台账). */
  'disabled-children:read',
  'disabled-children:write',
  /** Diagnosis, assessment, individual plan (残疾人教育条例 art. 20): for the office and the child's own teachers. */
  'special-education-files:read',
  /** The findings of an expert committee, by who made them. */
  'assessments:write',
  /** 安置决定: the bureau's, through its special-education office. */
  'placements:decide',
  /** Individual plans, home teaching, resource rooms: by who teaches and who guides. */
  'special-education-lessons:write',
  /** Answers for a school that a child is handed over to. */
  'special-education-duties:write',
  'aid-awards:read',
  /** Recognitions of hardship and applications for aid: to see them; to file, withdraw and record objections; the three reviews. */
  'aid-applications:read',
  'aid-applications:write',
  'aid-applications:class-review',
  'aid-applications:school-review',
  'aid-applications:bureau-review',
  /** Lists from other departments that show who is entitled (比对名单). */
  'aid-evidence:read',
  'aid-evidence:write',
  /** Accounts that aid is paid to, by their last four digits. */
  'payee-accounts:read',
  'payee-accounts:write',
  /** Programmes, rates, shares, exclusions, terms. */
  'aid-programmes:write',
  /** What follows a child that leaves or comes back: undo and settle. */
  'aid-awards:write',
  /** Loans of students from the county and the Yanbao scholarship. */
  'student-loans:read',
  'student-loans:write',
  'payments:read',
  /** Money by source, its ledger; to record receipts and carry over. */
  'funds:read',
  'funds:write',
  /** Batches of payments: to see them; to make, audit and settle them; a school's and a leader's word on them. */
  'disbursements:read',
  'disbursements:write',
  'disbursements:confirm',
  'disbursements:approve',
  /** Makes the file for the bank, with account numbers in clear; on record. */
  'bank-files:write',
  'digital-profiles:read',
  /** What a school reports of its own rooms, lines, lessons and applications (互联网+教育). */
  'digital-profiles:write',
  /** What the county's task force decides: targets, weights, imports, stars, competitions, tasks. */
  'internet-plus:write',
  /** Teachers by name, what they passed and what they entered for; adults only. */
  'teachers:read',
  /** Works to be judged, without names where the track is blind. */
  'competition-works:judge',
  /** Systems, their protection level and incidents (网络安全等级保护). */
  'network-security:read',
  /** Who looked at personal data, and what for (访问日志). */
  'access-log:read',
  /** Approves exports that are large or unmasked (导出审批). */
  'exports:approve',
  /** Sees one number whole, with a purpose that is written down. */
  'identity-numbers:reveal',
] as const;

export type Scope = (typeof SCOPES)[number];

export function isScope(name: string): name is Scope {
  return SCOPES.some((scope) => scope === name);
}

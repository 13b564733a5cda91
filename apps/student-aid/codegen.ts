/** Which row stands behind each GraphQL type of this office. */
export const mappers = {
  County: '../county/county.reference.ts#CountyReference as CountyRow',
  School: '@bureau/subgraph#GlobalId as SchoolRow',
  Student: '@bureau/subgraph#GlobalId as StudentRow',
  StudentAid: '@bureau/subgraph#GlobalId as StudentAidRow',
  Term: '@bureau/calendar#Term as TermRow',
  AidProgramme: '../programme/aid-programme.entity.ts#AidProgramme as AidProgrammeRow',
  AidRate: '../programme/aid-rate.entity.ts#AidRate as AidRateRow',
  AidAward: '../award/aid-award.entity.ts#AidAward as AidAwardRow',
  AidAwardConnection: '../award/award.service.ts#AidAwardConnection as AidAwardConnectionRow',
  Payment: '../payment/payment.entity.ts#Payment as PaymentRow',
  PaymentConnection: '../payment/payment.service.ts#PaymentConnection as PaymentConnectionRow',
  StudentAidFigures: '../county/aid-figures.service.ts#AidFigures as AidFiguresRow',
  ProgrammeAidFigures: '../county/aid-figures.rules.ts#ProgrammeAidSum as ProgrammeAidSumRow',
};

/** Which row stands behind each GraphQL type of this office. */
export const mappers = {
  County: '../county/county.reference.ts#CountyReference as CountyRow',
  School: '../school/school.reference.ts#SchoolReference as SchoolRow',
  SchoolDigitalProfile: '../digital-profile/school-digital-profile.entity.ts#SchoolDigitalProfile as DigitalProfileRow',
  SmartCampusRating: '../smart-campus/smart-campus-rating.entity.ts#SmartCampusRating as SmartCampusRatingRow',
  PlatformPilot: '../platform-pilot/platform-pilot.entity.ts#PlatformPilot as PlatformPilotRow',
  InternetPlusSchoolConnection: '../school/school.service.ts#InternetPlusSchoolConnection as SchoolConnectionRow',
  DigitalProfileConnection:
    '../digital-profile/digital-profile.service.ts#DigitalProfileConnection as DigitalProfileConnectionRow',
  SmartCampusRatingConnection:
    '../smart-campus/smart-campus-rating.service.ts#SmartCampusRatingConnection as SmartCampusRatingConnectionRow',
  PlatformPilotConnection:
    '../platform-pilot/platform-pilot.service.ts#PlatformPilotConnection as PlatformPilotConnectionRow',
};

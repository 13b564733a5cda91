export * from './catalogue.ts';
export * from './county-setting.entity.ts';
export * from './holiday-calendar.ts';
export * from './holiday-year.entity.ts';
export * from './setting-change.ts';
export * from './settings.tables.ts';
export * from './settings-on.ts';

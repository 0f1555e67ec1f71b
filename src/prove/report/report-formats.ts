export const reportFormats = ['pretty', 'json', 'html'] as const;

export type ReportFormat = (typeof reportFormats)[number];

export const reportFormats = ['pretty', 'json'] as const;

export type ReportFormat = (typeof reportFormats)[number];

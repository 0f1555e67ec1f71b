import type { Paint } from '../../report/colour.js';
import { htmlReport } from './html.js';
import { jsonReport } from './json.js';
import type { ReportFormat } from './report-formats.js';
import type { ProveReport } from './report.js';
import { terminalReport } from './terminal.js';

/** The report in one of its formats. Only the one for people has colours. */
export function formatReport(report: ProveReport, format: ReportFormat, paint: Paint): string {
  switch (format) {
    case 'pretty':
      return terminalReport(report, paint);
    case 'json':
      return jsonReport(report);
    case 'html':
      return htmlReport(report);
  }
}

import type { Format, FormatOptions } from './formats.js';
import type { Report } from './report.js';

type Formatter = (report: Report, options: FormatOptions) => string;

/** Each is loaded only when it is asked for. */
const FORMATTERS: Readonly<Record<Exclude<Format, 'pretty'>, () => Promise<Formatter>>> = {
  patch: async () => {
    const { formatPatch } = await import('./patch.js');
    return (report, { root }) => formatPatch(report, root);
  },
  json: async () => (await import('./json.js')).formatJson,
  sarif: async () => (await import('./sarif.js')).formatSarif,
  github: async () => (await import('./github.js')).formatGithub,
  markdown: async () => (await import('./markdown.js')).formatMarkdown,
  html: async () => (await import('./html.js')).formatHtml,
};

/** The report as text for a program, a service or a page. */
export async function formatReport(
  report: Report,
  format: Exclude<Format, 'pretty'>,
  options: FormatOptions,
): Promise<string> {
  const formatter = await FORMATTERS[format]();
  return formatter(report, options);
}

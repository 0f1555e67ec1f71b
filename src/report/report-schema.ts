import { z } from 'zod';

const position = {
  line: z.int().min(1).describe('Counts from 1, in the file as it was read'),
  column: z.int().min(1).describe('Counts from 1, in UTF-16 code units'),
};

const status = z.enum(['fixed', 'withheld', 'refused', 'reverted', 'ignored']);

/** What `--format json` prints. schema/report.schema.json is made from it by its test. */
export const reportSchema = z
  .object({
    version: z.literal(1),
    summary: z.object({
      files: z.int(),
      handlers: z.int(),
      changedFiles: z.int(),
      verified: z.boolean().describe('Whether type errors before and after were compared'),
      seconds: z.number(),
      fixed: z.int(),
      withheld: z.int(),
      refused: z.int(),
      reverted: z.int(),
      ignored: z.int(),
    }),
    findings: z.array(
      z.object({
        transform: z.string(),
        code: z.string(),
        file: z.string().describe('Relative to the working folder, with forward slashes'),
        ...position,
        endLine: position.line,
        endColumn: position.column,
        status,
        safety: z.enum(['safe', 'unsafe']),
        message: z.string(),
        reason: z.string().nullable().describe('Why it is not fixed, or fixed only with --unsafe'),
        reasonMessage: z.string().nullable(),
        places: z.array(z.object({ file: z.string(), ...position })).describe('What is in the way'),
        changeSet: z.int().nullable().describe('Findings with the same number are fixed together'),
      }),
    ),
    skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
    diagnostics: z.array(
      z.object({
        file: z.string(),
        line: position.line.optional(),
        column: position.column.optional(),
        severity: z.enum(['error', 'warning']),
        message: z.string(),
        hint: z.string().optional(),
      }),
    ),
  })
  .describe('The report of leakfix --format json');

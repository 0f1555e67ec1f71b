import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatHtml } from '../../src/report/html.js';
import { browserPath } from '../browser-path.js';
import { options, report } from './sample-report.js';

let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 400, height: 900 } });
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.setContent(formatHtml(report, options));
});

afterAll(() => browser.close());

test('a browser shows the diff line by line, with its code as text', async () => {
  expect(await page.title()).toBe('leakfix: 1 change in 1 file');
  expect(await page.locator('.file h2').allTextContents()).toEqual(['src/get it.js']);
  expect(await page.locator('pre .removed').allTextContents()).toEqual(['-  save("```<b>");']);
  expect(await page.locator('pre .added').allTextContents()).toEqual(['+  await save("```<b>");']);
  expect(problems).toEqual([]);
});

test('it shows what is left and why, and fits a narrow window', async () => {
  expect(await page.locator('table').nth(1).locator('tr').allTextContents()).toEqual([
    'PlaceTransformFindingWhy',
    expect.stringContaining('withheld: the order of visible effects would change'),
    expect.stringContaining('refused: the type of x is not known'),
  ]);
  const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
  expect(widths).toEqual([400, 400]);
});

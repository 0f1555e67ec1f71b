import path from 'node:path';

import { createFixture } from 'fs-fixture';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { proveToReport } from '../../src/prove/prove-to-report.js';
import { htmlReport } from '../../src/prove/report/html.js';
import { browserPath } from '../browser-path.js';

const LEAKY = `
  const fs = require('fs');
  exports.handler = async () => {
    setTimeout(() => console.log('<late>'), 20);
    fs.openSync(__filename);
    return '<ok>';
  };`;
const FIXED = `
  exports.handler = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return '<ok>';
  };`;

describe('the HTML report in a browser', () => {
  let browser: Browser;
  let html: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
    html = await pageFor(FIXED, LEAKY);
  });

  afterAll(() => browser.close());

  it('shows both versions side by side, each with its timeline and its chart', async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.setContent(html);

    const [before, after] = await Promise.all(
      [0, 1].map((side) => page.locator('.side').nth(side).boundingBox()),
    );
    expect(await page.locator('.side > h2').allTextContents()).toEqual(['Before', 'After']);
    expect(before?.y).toBe(after?.y);
    expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThanOrEqual(after?.x ?? 0);
    expect(await page.locator('svg.timeline').count()).toBe(2);
    expect(await page.locator('svg.chart').count()).toBe(2);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('marks what ran late in the version before only', async () => {
    const page = await browser.newPage();
    await page.setContent(html);
    expect(await page.locator('.side').nth(0).locator('circle.late').count()).toBeGreaterThan(0);
    expect(await page.locator('.side').nth(1).locator('circle.late').count()).toBe(0);
    expect(await page.locator('.finding.error .kind').allTextContents()).toEqual([
      'late-execution',
      'fd-growth',
    ]);
    expect(await page.locator('.verdict').textContent()).toContain('no leak seen for these events');
    await page.close();
  });

  it('draws the descriptors of the leaking version as a rising line, on a common scale', async () => {
    const page = await browser.newPage();
    await page.setContent(html);
    const heights = async (side: number): Promise<number[]> => {
      const dots = page.locator('.side').nth(side).locator('.descriptors circle');
      return (await Promise.all((await dots.all()).map((dot) => dot.getAttribute('cy')))).map(Number);
    };
    const [leaking, fixed] = [await heights(0), await heights(1)];
    expect(leaking).toEqual([...leaking].sort((left, right) => right - left));
    expect(new Set(leaking).size).toBe(leaking.length);
    expect(new Set(fixed).size).toBe(1);
    await page.close();
  });

  it('shows text of the handler as text, and fits a narrow window', async () => {
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
    await page.setContent(html);
    expect(await page.locator('late, ok').count()).toBe(0);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(400);
    await page.close();
  });
});

async function pageFor(after: string, before: string): Promise<string> {
  await using fixture = await createFixture({ 'after.js': after, 'before.js': before });
  const report = await proveToReport({
    handler: path.join(fixture.path, 'after.js'),
    before: path.join(fixture.path, 'before.js'),
    events: [{}],
    eventType: undefined,
    environment: {},
    root: undefined,
    invocations: 4,
    runtime: 'nodejs22.x',
    node: undefined,
    mode: 'window',
    pauseMs: 120,
    timeoutMs: 3000,
    fdLimit: undefined,
    allowNetwork: false,
  });
  return htmlReport(report);
}

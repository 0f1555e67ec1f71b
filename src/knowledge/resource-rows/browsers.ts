import type { Resource } from '../resource.js';

const BROWSER_LENDS = [
  'newPage',
  'newContext',
  'createBrowserContext',
  'createIncognitoBrowserContext',
  'pages',
  'contexts',
  'target',
  'targets',
  'locator',
  '$',
  '$$',
  'mainFrame',
];

/** Browsers under remote control. */
export const BROWSERS: readonly Resource[] = [
  ...['puppeteer', 'puppeteer-core'].map((module): Resource => ({
    module,
    kind: 'browser',
    acquire: ['launch()'],
    acquiredByPromise: true,
    release: { method: 'close', ends: 'promise' },
    alsoReleasedBy: ['disconnect'],
    lends: BROWSER_LENDS,
    dispose: { keyword: 'await using', sinceMajor: 22 },
  })),
  ...['playwright', 'playwright-core'].map((module): Resource => ({
    module,
    kind: 'browser',
    acquire: ['chromium.launch()', 'firefox.launch()', 'webkit.launch()'],
    acquiredByPromise: true,
    release: { method: 'close', ends: 'promise' },
    lends: BROWSER_LENDS,
    dispose: { keyword: 'await using', sinceMajor: 2 },
  })),
];

/** Globals of browsers that Node.js doesn't have. */
export const BROWSER_GLOBALS: ReadonlySet<string> = new Set([
  'window',
  'document',
  'localStorage',
  'sessionStorage',
]);

/** Packages for what a browser or a phone shows; those that render on a server are not among them. */
export const BROWSER_PACKAGES =
  /^(?:react|react-dom|react-dom\/client|react-native|react-router-dom|preact|preact\/hooks|vue|svelte|solid-js|jquery|ionic-angular|@ionic\/.+|@angular\/(?!platform-server|ssr).+)$/;

/**
 * Methods by which a program on Node.js has a browser run a function: Puppeteer's and Playwright's (pptr.dev/api,
 * playwright.dev/docs/api), Selenium's (selenium.dev/selenium/docs/api/javascript) and WebdriverIO's (webdriver.io/docs/api).
 */
export const RUNS_IN_PAGE: ReadonlySet<string> = new Set([
  'evaluate',
  'evaluateHandle',
  'evaluateOnNewDocument',
  'addInitScript',
  '$eval',
  '$$eval',
  'waitForFunction',
  'execute',
  'executeAsync',
  'executeScript',
  'executeAsyncScript',
]);

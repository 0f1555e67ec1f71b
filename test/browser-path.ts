import { existsSync } from 'node:fs';

/** Where Debian and others put it. */
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser to look at pages with. */
export function browserPath(): string {
  const found = process.env['CHROMIUM'] ?? BROWSERS.find((file) => existsSync(file));
  if (found === undefined) throw new Error('needs Chromium: apt-get install chromium');
  return found;
}

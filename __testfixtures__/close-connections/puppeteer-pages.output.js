import puppeteer from 'puppeteer';

export const handler = async (event) => {
  const browser = await puppeteer.launch({ headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(event.url);
    const title = await page.evaluate(() => document.title);
    return { title };
  } finally {
    await browser.close();
  }
};
